//! The boundary: bytes in, a proof or the complete report out.

mod source;

use std::marker::PhantomData;

use crate::clock::Clock;
use crate::contract::Contract;
use crate::decode::{Decode, Decoder};
use crate::json::MAX_DEPTH;
use crate::valid::Valid;
use crate::violation::{Params, Report, Structural, Violations, locate};
use crate::zone::Marker;

pub use source::Source;

/// How many violations a report holds unless a limit says otherwise.
pub(crate) const MAX_VIOLATIONS: usize = 100;

/// Limits on what is read. Where none is set, the next one counts: the boundary's, the contract's, the zone's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// How many bytes the text may have.
    pub max_bytes: Option<usize>,
    /// How deep arrays and objects may nest. Unset: 127, as deep as `serde_json` reads.
    pub max_depth: Option<usize>,
    /// How many violations the report holds; more are counted. Unset: 100.
    pub max_violations: Option<usize>,
}

impl Limits {
    /// No limits of one's own.
    pub const NONE: Limits = Limits {
        max_bytes: None,
        max_depth: None,
        max_violations: None,
    };

    const fn or(self, other: Limits) -> Limits {
        const fn first(one: Option<usize>, other: Option<usize>) -> Option<usize> {
            if one.is_some() { one } else { other }
        }
        Limits {
            max_bytes: first(self.max_bytes, other.max_bytes),
            max_depth: first(self.max_depth, other.max_depth),
            max_violations: first(self.max_violations, other.max_violations),
        }
    }
}

/// Reads and checks `source` by the contract `T`, in one pass.
///
/// # Errors
///
/// The complete report, in the order of the document.
///
/// # Example
///
/// See [`Boundary::accept`].
pub fn accept<'de, T: Contract + Decode<'de>>(
    source: impl Into<Source<'de>>,
) -> Result<Valid<T>, Violations> {
    Boundary::new().accept(source)
}

/// A boundary with options of its own.
///
/// ```
/// use contracts_runtime::Boundary;
///
/// let boundary = Boundary::new().max_bytes(64 << 10).fail_fast();
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Boundary {
    limits: Limits,
    fail_fast: bool,
    clock: Clock,
}

/// What a boundary found: the value if nothing rejects it, and the report, in which there may be warnings.
#[derive(Debug)]
pub struct Outcome<T: Contract> {
    /// The value, if it has no error.
    pub valid: Option<Valid<T>>,
    /// All that was found.
    pub violations: Option<Violations>,
}

impl Boundary {
    /// A boundary with the limits of the contracts and their zones, and the whole report.
    #[must_use]
    pub const fn new() -> Self {
        Boundary {
            limits: Limits::NONE,
            fail_fast: false,
            clock: Clock::SYSTEM,
        }
    }

    /// Sets how many bytes a text may have.
    #[must_use]
    pub const fn max_bytes(mut self, bytes: usize) -> Self {
        self.limits.max_bytes = Some(bytes);
        self
    }

    /// Sets how deep arrays and objects may nest.
    #[must_use]
    pub const fn max_depth(mut self, levels: usize) -> Self {
        self.limits.max_depth = Some(levels);
        self
    }

    /// Sets how many violations the report holds; at least 1.
    #[must_use]
    pub const fn max_violations(mut self, violations: usize) -> Self {
        self.limits.max_violations = Some(violations);
        self
    }

    /// Ends at the first error, which is then the only one of the report.
    #[must_use]
    pub const fn fail_fast(mut self) -> Self {
        self.fail_fast = true;
        self
    }

    /// Sets the clock of rules such as `past`.
    #[must_use]
    pub const fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Reads and checks `source` by the contract `T`, in one pass.
    ///
    /// # Errors
    ///
    /// The complete report, in the order of the document. Warnings alone do not reject; [`examine`](Self::examine)
    /// shows them.
    pub fn accept<'de, T>(&self, source: impl Into<Source<'de>>) -> Result<Valid<T>, Violations>
    where
        T: Contract + Decode<'de>,
    {
        let source = source.into();
        let settings = self.settings::<T>();
        settings.hold(&source)?;
        let mut decoder = settings.decoder(source);
        let value = T::decode(&mut decoder);
        decoder.end_of_text();
        match value {
            Ok(value) if decoder.report.errors() == 0 => Ok(Valid::proven(value)),
            _ => Err(rejected(decoder)),
        }
    }

    /// The same, with warnings beside a value that is accepted.
    pub fn examine<'de, T>(&self, source: impl Into<Source<'de>>) -> Outcome<T>
    where
        T: Contract + Decode<'de>,
    {
        let source = source.into();
        let settings = self.settings::<T>();
        if let Err(violations) = settings.hold(&source) {
            return Outcome {
                valid: None,
                violations: Some(violations),
            };
        }
        let mut decoder = settings.decoder(source);
        let value = T::decode(&mut decoder);
        decoder.end_of_text();
        match value {
            Ok(value) if decoder.report.errors() == 0 => Outcome {
                valid: Some(Valid::proven(value)),
                violations: located(decoder),
            },
            _ => Outcome {
                valid: None,
                violations: Some(rejected(decoder)),
            },
        }
    }

    #[inline]
    fn settings<T: Contract>(&self) -> Settings {
        if *self == Boundary::new() {
            PlainSettings::<T>::SETTINGS
        } else {
            Settings::new::<T>(*self)
        }
    }
}

/// The settings of a boundary without options, made at compile time.
struct PlainSettings<T>(PhantomData<T>);

impl<T: Contract> PlainSettings<T> {
    const SETTINGS: Settings = Settings::new::<T>(Boundary::new());
}

/// What a run of the decoder needs to know. Not generic, so that little is compiled for each contract.
struct Settings {
    max_bytes: usize,
    max_depth: usize,
    max_violations: usize,
    fail_fast: bool,
    enforced: bool,
    deny_unknown: bool,
    clock: Clock,
}

impl Settings {
    const fn new<T: Contract>(boundary: Boundary) -> Self {
        let zone = Limits {
            max_bytes: T::Zone::ZONE.max_bytes(),
            ..Limits::NONE
        };
        let limits = boundary.limits.or(T::DESCRIPTOR.limits()).or(zone);
        Settings {
            max_bytes: limit(limits.max_bytes, usize::MAX),
            max_depth: limit(limits.max_depth, MAX_DEPTH),
            // A report always says something.
            max_violations: match limit(limits.max_violations, MAX_VIOLATIONS) {
                0 => 1,
                max => max,
            },
            fail_fast: boundary.fail_fast,
            enforced: T::ENFORCED,
            // A contract inside that says nothing itself follows the zone, not the word, of the one that is accepted.
            deny_unknown: T::Zone::ZONE.denies_unknown() && T::DESCRIPTOR.denies_unknown(),
            clock: boundary.clock,
        }
    }

    /// Holds the source to the limit on bytes.
    #[inline]
    fn hold(&self, source: &Source<'_>) -> Result<(), Violations> {
        if source.len() <= self.max_bytes {
            Ok(())
        } else {
            Err(too_long(self.max_bytes, source.len()))
        }
    }

    /// A decoder at the start of the source.
    #[inline]
    fn decoder<'de>(&self, source: Source<'de>) -> Decoder<'de> {
        let (text, utf8_end) = source.text();
        let report =
            Report::new(self.max_violations, self.fail_fast, self.enforced, self.max_depth).by(self.clock);
        Decoder::new(text, utf8_end, self.max_depth, report, self.deny_unknown)
    }
}

const fn limit(limit: Option<usize>, otherwise: usize) -> usize {
    match limit {
        Some(limit) => limit,
        None => otherwise,
    }
}

#[cold]
fn too_long(max: usize, length: usize) -> Violations {
    Violations::one(Structural::Bytes.with(Params::new().with("max", max).with("actual", length)))
}

/// The report, if anything was found.
#[cold]
#[inline(never)]
fn located(decoder: Decoder<'_>) -> Option<Violations> {
    let total = decoder.report.total();
    Violations::new(locate(decoder.reader.text(), decoder.report.into_found()), total)
}

/// The report of a value that is rejected. There is no value only where the report says why.
#[cold]
#[inline(never)]
fn rejected(decoder: Decoder<'_>) -> Violations {
    located(decoder).unwrap_or_else(|| Violations::one(Structural::Type.violation()))
}
