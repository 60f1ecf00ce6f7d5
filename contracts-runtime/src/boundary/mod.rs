//! The boundary: bytes in, a proof or the complete report out.

mod source;

use crate::contract::Contract;
use crate::decode::{Decode, Decoder, Read};
use crate::json::MAX_DEPTH;
use crate::valid::Valid;
use crate::violation::{Params, Report, Structural, Violation, Violations, locate};
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
#[derive(Debug, Clone, Copy, Default)]
pub struct Boundary {
    limits: Limits,
    fail_fast: bool,
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
        let outcome = self.examine(source);
        match (outcome.valid, outcome.violations) {
            (Some(valid), _) => Ok(valid),
            (None, Some(violations)) => Err(violations),
            // There is no value only where the report says why.
            (None, None) => Err(Violations::one(Violation::new("type", "can't be read"))),
        }
    }

    /// The same, with warnings beside a value that is accepted.
    pub fn examine<'de, T>(&self, source: impl Into<Source<'de>>) -> Outcome<T>
    where
        T: Contract + Decode<'de>,
    {
        let zone = T::Zone::ZONE;
        let descriptor = T::DESCRIPTOR;
        let zone_limits = Limits {
            max_bytes: zone.max_bytes(),
            ..Limits::NONE
        };
        let limits = self.limits.or(descriptor.limits()).or(zone_limits);
        let settings = Settings {
            limits,
            fail_fast: self.fail_fast,
            enforced: T::ENFORCED,
            deny_unknown: descriptor.denies_unknown(),
        };
        let (value, violations) = settings.run(source.into(), T::decode);
        Outcome {
            valid: value.map(Valid::proven),
            violations,
        }
    }
}

/// What a run of the decoder needs to know. Not generic, so that little is compiled for each contract.
struct Settings {
    limits: Limits,
    fail_fast: bool,
    enforced: bool,
    deny_unknown: bool,
}

impl Settings {
    fn run<'de, T>(
        &self,
        source: Source<'de>,
        decode: impl FnOnce(&mut Decoder<'de>) -> Read<T>,
    ) -> (Option<T>, Option<Violations>) {
        let length = source.len();
        if let Some(max) = self.limits.max_bytes.filter(|max| length > *max) {
            let params = Params::new().with("max", max).with("actual", length);
            return (None, Some(Violations::one(Structural::Bytes.with(params))));
        }
        let (text, utf8_end) = source.text();
        let depth = self.limits.max_depth.unwrap_or(MAX_DEPTH);
        let kept = self.limits.max_violations.unwrap_or(MAX_VIOLATIONS).max(1);
        let report = Report::new(kept, self.fail_fast, self.enforced, depth);
        let mut decoder = Decoder::new(text, utf8_end, depth, report, self.deny_unknown);
        let value = decode(&mut decoder);
        decoder.end_of_text();
        let value = value.ok().filter(|_| decoder.report.errors() == 0);
        (value, report_of(text, decoder.report))
    }
}

/// The report, if anything was found.
fn report_of(text: &str, report: Report) -> Option<Violations> {
    if report.total() == 0 {
        None
    } else {
        located(text, report)
    }
}

#[cold]
#[inline(never)]
fn located(text: &str, report: Report) -> Option<Violations> {
    let total = report.total();
    Violations::new(locate(text, report.into_found()), total)
}
