//! `ascii`: the characters of ASCII.

use std::fmt;

use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A text consists of the printable characters of ASCII, from space to `~`: `ascii`. With `ascii(control)` its control
/// characters pass as well, line breaks and NUL among them. Empty text passes.
///
/// Linear in the text, several bytes at a time.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::ascii().accepts("a b~"));
/// assert!(!rules::ascii().accepts("a\r\nb")); // must be printable ASCII
/// assert!(rules::ascii().control().accepts("a\r\nb"));
/// assert!(!rules::ascii().control().accepts("é")); // must be ASCII
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::ascii().accepts(&1);
/// ```
#[must_use]
pub const fn ascii() -> Ascii {
    Ascii { control: false }
}

/// The rule that [`ascii()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Ascii {
    control: bool,
}

impl Ascii {
    /// Control characters pass.
    #[must_use]
    pub const fn control(self) -> Self {
        let _ = self;
        Ascii { control: true }
    }
}

impl RuleInfo for Ascii {
    fn code(&self) -> &'static str {
        "ascii"
    }

    fn params(&self) -> Params {
        match self.control {
            true => Params::new().with("control", true),
            false => Params::new(),
        }
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.control {
            true => "must be ASCII",
            false => "must be printable ASCII",
        })
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        ecma::pattern(match self.control {
            true => r"^[\u{0}-\u{7F}]*$",
            false => "^[ -~]*$",
        })
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::Samples::sorted(|text| self.accepts(text))
    }

    #[cfg(feature = "proptest")]
    fn mend(&self, value: Param) -> Param {
        super::samples::replaced(value, |char| self.accepts(char.encode_utf8(&mut [0; 4])))
    }
}

impl Rule<str> for Ascii {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        match self.control {
            true => value.is_ascii(),
            // No early exit: without branches the loop becomes a few vector instructions.
            false => value.bytes().fold(true, |sound, byte| sound & (byte.wrapping_sub(b' ') < 0x5F)),
        }
    }
}
