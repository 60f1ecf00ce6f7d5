//! How strictly each zone is held to its rules while contracts are rolled out.

use std::fmt;
use std::str::FromStr;

use crate::violation::nearest;
use crate::zone::Zone;

/// How strictly the rules of a zone are held.
///
/// ```
/// use contracts_runtime::Mode;
///
/// assert_eq!("warn".parse(), Ok(Mode::Warn));
/// assert_eq!(Mode::Warn.to_string(), "warn");
/// assert_eq!(
///     "wran".parse::<Mode>().unwrap_err().to_string(),
///     "`wran` is no mode; did you mean `warn`? there are strict, warn, log and off",
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Mode {
    /// What breaks a rule is rejected.
    #[default]
    Strict,
    /// What breaks a rule is admitted without a proof, with its report.
    Warn,
    /// What breaks a rule is admitted without a proof; the report goes to the log.
    Log,
    /// No rule is looked at: everything that has the type is admitted without a proof.
    Off,
}

impl Mode {
    /// All modes, from the strictest on.
    pub const ALL: [Mode; 4] = [Mode::Strict, Mode::Warn, Mode::Log, Mode::Off];

    /// `strict`, `warn`, `log` or `off`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Mode::Strict => "strict",
            Mode::Warn => "warn",
            Mode::Log => "log",
            Mode::Off => "off",
        }
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Mode {
    type Err = ParseEnforcementError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mode = Mode::ALL.into_iter().find(|mode| mode.as_str() == text);
        mode.ok_or_else(|| ParseEnforcementError::unknown(Word::Mode, text))
    }
}

/// A [`Mode`] for each zone: how contracts are introduced to senders that are not ready for them.
///
/// It is a constant or comes from configuration, and is given to [`Boundary::enforcing`](super::Boundary::enforcing).
/// Without a word every zone is strict. As text it is a list of zones with their modes; white space around the words
/// counts for nothing, a zone that is not named is strict.
///
/// ```
/// use contracts_runtime::{Enforcement, Mode, Zone};
///
/// const ROLL_OUT: Enforcement = Enforcement::STRICT.with(Zone::External, Mode::Warn);
///
/// let configured: Enforcement = "external=warn, strategic=strict".parse()?;
/// assert_eq!(configured, ROLL_OUT);
/// assert_eq!(configured.mode(Zone::External), Mode::Warn);
/// assert_eq!(configured.mode(Zone::Core), Mode::Strict);
/// assert_eq!(configured.to_string(), "external=warn,strategic=strict,coupling=strict,core=strict");
/// # Ok::<(), contracts_runtime::ParseEnforcementError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Enforcement {
    external: Mode,
    strategic: Mode,
    coupling: Mode,
    core: Mode,
}

impl Enforcement {
    /// Every zone is strict, as it is with [`accept`](crate::accept).
    pub const STRICT: Enforcement = Enforcement::all(Mode::Strict);

    /// The same mode for every zone.
    #[must_use]
    pub const fn all(mode: Mode) -> Self {
        Enforcement {
            external: mode,
            strategic: mode,
            coupling: mode,
            core: mode,
        }
    }

    /// The same with another mode for a zone.
    #[must_use]
    pub const fn with(mut self, zone: Zone, mode: Mode) -> Self {
        match zone {
            Zone::External => self.external = mode,
            Zone::Strategic => self.strategic = mode,
            Zone::Coupling => self.coupling = mode,
            Zone::Core => self.core = mode,
        }
        self
    }

    /// The mode of a zone.
    #[must_use]
    pub const fn mode(self, zone: Zone) -> Mode {
        match zone {
            Zone::External => self.external,
            Zone::Strategic => self.strategic,
            Zone::Coupling => self.coupling,
            Zone::Core => self.core,
        }
    }
}

/// All zones with their modes, in a form that is parsed again.
impl fmt::Display for Enforcement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, zone) in Zone::ALL.into_iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            write!(f, "{comma}{zone}={}", self.mode(zone))?;
        }
        Ok(())
    }
}

impl FromStr for Enforcement {
    type Err = ParseEnforcementError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut enforcement = Enforcement::STRICT;
        let mut named: Vec<Zone> = Vec::new();
        for part in text.split(',') {
            let Some((zone, mode)) = part.split_once('=') else {
                return Err(ParseEnforcementError(Reason::NoPair(part.trim().to_owned())));
            };
            let zone = zone_called(zone.trim())?;
            if named.contains(&zone) {
                return Err(ParseEnforcementError(Reason::Twice(zone)));
            }
            named.push(zone);
            enforcement = enforcement.with(zone, mode.trim().parse()?);
        }
        Ok(enforcement)
    }
}

fn zone_called(name: &str) -> Result<Zone, ParseEnforcementError> {
    let zone = Zone::ALL.into_iter().find(|zone| zone.as_str() == name);
    zone.ok_or_else(|| ParseEnforcementError::unknown(Word::Zone, name))
}

/// Why a text is no [`Mode`], or no [`Enforcement`].
///
/// ```
/// use contracts_runtime::Enforcement;
///
/// let error = |text: &str| text.parse::<Enforcement>().unwrap_err().to_string();
/// assert_eq!(
///     error("extrenal=warn"),
///     "`extrenal` is no zone; did you mean `external`? there are external, strategic, coupling and core",
/// );
/// assert_eq!(error("core"), "`core` names no mode: it is written `zone=mode`, as in `external=warn`");
/// assert_eq!(error("core=log,core=off"), "`core` is there twice");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseEnforcementError(Reason);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Reason {
    Unknown {
        word: Word,
        text: String,
        nearest: Option<&'static str>,
    },
    NoPair(String),
    Twice(Zone),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Mode,
    Zone,
}

impl ParseEnforcementError {
    fn unknown(word: Word, text: &str) -> Self {
        let nearest = match word {
            Word::Mode => nearest(text, Mode::ALL.map(Mode::as_str)),
            Word::Zone => nearest(text, Zone::ALL.map(Zone::as_str)),
        };
        let text = text.to_owned();
        ParseEnforcementError(Reason::Unknown { word, text, nearest })
    }
}

impl fmt::Display for ParseEnforcementError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Unknown { word, text, nearest } => {
                let (kind, known) = match word {
                    Word::Mode => ("mode", "strict, warn, log and off"),
                    Word::Zone => ("zone", "external, strategic, coupling and core"),
                };
                write!(f, "`{}` is no {kind}", text.escape_debug())?;
                match nearest {
                    Some(nearest) => write!(f, "; did you mean `{nearest}`? there are {known}"),
                    None => write!(f, "; there are {known}"),
                }
            }
            Reason::NoPair(part) => write!(
                f,
                "`{}` names no mode: it is written `zone=mode`, as in `external=warn`",
                part.escape_debug()
            ),
            Reason::Twice(zone) => write!(f, "`{zone}` is there twice"),
        }
    }
}

impl std::error::Error for ParseEnforcementError {}
