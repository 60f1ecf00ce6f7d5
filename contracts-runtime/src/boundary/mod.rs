//! The boundary: bytes in, a proof or the complete report out.

mod source;

use std::any::Any;

use crate::clock::Clock;
use crate::contract::Contract;
use crate::decode::{Decode, Decoder};
use crate::json::MAX_DEPTH;
use crate::scope::{NoContext, Scope};
use crate::valid::Valid;
use crate::violation::{At, Params, Report, Structural, Violations, locate};
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
pub fn accept<'de, T>(source: impl Into<Source<'de>>) -> Result<Valid<T>, Violations>
where
    T: Contract<Context: NoContext> + Decode<'de>,
{
    const { &Boundary::new() }.accept(source)
}

/// The same for a contract with a context, which its checks are given.
///
/// # Errors
///
/// The complete report, in the order of the document.
///
/// # Example
///
/// See [`Boundary::accept_with`].
pub fn accept_with<'de, T>(
    source: impl Into<Source<'de>>,
    context: &'de T::Context,
) -> Result<Valid<T>, Violations>
where
    T: Contract + Decode<'de>,
{
    const { &Boundary::new() }.accept_with(source, context)
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
    /// Those that it sets itself.
    limits: Option<Limits>,
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
            limits: None,
            fail_fast: false,
            clock: Clock::SYSTEM,
        }
    }

    const fn own_limits(&self) -> Limits {
        match self.limits {
            Some(limits) => limits,
            None => Limits::NONE,
        }
    }

    /// Sets how many bytes a text may have.
    #[must_use]
    pub const fn max_bytes(mut self, bytes: usize) -> Self {
        self.limits = Some(Limits {
            max_bytes: Some(bytes),
            ..self.own_limits()
        });
        self
    }

    /// Sets how deep arrays and objects may nest.
    #[must_use]
    pub const fn max_depth(mut self, levels: usize) -> Self {
        self.limits = Some(Limits {
            max_depth: Some(levels),
            ..self.own_limits()
        });
        self
    }

    /// Sets how many violations the report holds; at least 1.
    #[must_use]
    pub const fn max_violations(mut self, violations: usize) -> Self {
        self.limits = Some(Limits {
            max_violations: Some(violations),
            ..self.own_limits()
        });
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

    /// The clock, for values about time that it is to accept.
    #[cfg(feature = "proptest")]
    pub(crate) const fn time(&self) -> Clock {
        self.clock
    }

    /// Reads and checks `source` by the contract `T`, in one pass.
    ///
    /// # Errors
    ///
    /// The complete report, in the order of the document. Warnings alone do not reject; [`examine`](Self::examine)
    /// shows them.
    pub fn accept<'de, T>(&self, source: impl Into<Source<'de>>) -> Result<Valid<T>, Violations>
    where
        T: Contract<Context: NoContext> + Decode<'de>,
    {
        self.accept_any(source, None)
    }

    /// The same for a contract with a context, which its checks are given. The context lives as long as what the value
    /// borrows from the text.
    ///
    /// A contract inside that declares a context is given the same one. If it declares one of another type, or the
    /// contract around it declares none, it is rejected by a violation of the code `context`: nothing is skipped.
    ///
    /// # Errors
    ///
    /// Those of [`accept`](Self::accept).
    pub fn accept_with<'de, T>(
        &self,
        source: impl Into<Source<'de>>,
        context: &'de T::Context,
    ) -> Result<Valid<T>, Violations>
    where
        T: Contract + Decode<'de>,
    {
        self.accept_any(source, Some(context))
    }

    /// The same with a context of any type. One that is not of the type that the contract declares is as good as none:
    /// the value is rejected.
    #[doc(hidden)]
    pub fn accept_any<'de, T>(
        &self,
        source: impl Into<Source<'de>>,
        context: Option<&'de dyn Any>,
    ) -> Result<Valid<T>, Violations>
    where
        T: Contract + Decode<'de>,
    {
        let mut decoder = self.decoder(Terms::of::<T>(), source.into(), context);
        let value = decoder.value::<T>();
        let violations = finish(&mut decoder);
        match value {
            Ok(value) if violations.is_none() => Ok(Valid::proven(value)),
            _ => Err(violations.unwrap_or_else(unsaid)),
        }
    }

    /// The same, with warnings beside a value that is accepted.
    pub fn examine<'de, T>(&self, source: impl Into<Source<'de>>) -> Outcome<T>
    where
        T: Contract<Context: NoContext> + Decode<'de>,
    {
        self.examine_any(source, None)
    }

    /// The same as [`accept_with`](Self::accept_with), with warnings beside a value that is accepted.
    pub fn examine_with<'de, T>(&self, source: impl Into<Source<'de>>, context: &'de T::Context) -> Outcome<T>
    where
        T: Contract + Decode<'de>,
    {
        self.examine_any(source, Some(context))
    }

    fn examine_any<'de, T>(&self, source: impl Into<Source<'de>>, context: Option<&'de dyn Any>) -> Outcome<T>
    where
        T: Contract + Decode<'de>,
    {
        let mut decoder = self.decoder(Terms::of::<T>(), source.into(), context);
        let value = decoder.value::<T>();
        decoder.end_of_text();
        let sound = decoder.report.errors() == 0;
        Outcome {
            valid: value.ok().filter(|_| sound).map(Valid::proven),
            violations: located(&mut decoder),
        }
    }

    /// A decoder at the start of the source. One that is too long is read no further: that is in the report.
    ///
    /// Not generic, like everything here that need not be, so that little is compiled for each contract.
    #[inline(never)]
    fn decoder<'de>(
        &self,
        terms: &Terms,
        source: Source<'de>,
        context: Option<&'de dyn Any>,
    ) -> Decoder<'de> {
        let Bounds {
            bytes,
            depth,
            violations,
        } = match self.limits {
            None => terms.bounds,
            Some(limits) => Bounds::new(limits.or(terms.limits)),
        };
        if source.len() > bytes {
            return refused(bytes, source.len());
        }
        let (text, utf8_end) = source.text();
        let report = Report::new(violations, self.fail_fast, terms.enforced, depth)
            .within(Scope::of(self.clock, context));
        Decoder::new(text, utf8_end, depth, report, terms.deny_unknown)
    }
}

/// A decoder that reads nothing of a text that is too long.
#[cold]
#[inline(never)]
fn refused<'de>(max: usize, length: usize) -> Decoder<'de> {
    let mut report = Report::new(1, true, true, 0);
    let params = Params::new().with("max", max).with("actual", length);
    report.add(At::ROOT, Structural::Bytes.with(params));
    report.halt();
    Decoder::new("", None, 0, report, true)
}

/// What a contract says of how it is read: a constant for each.
struct Terms {
    /// Its limits, else those of its zone.
    limits: Limits,
    /// What these come to at a boundary without options.
    bounds: Bounds,
    enforced: bool,
    deny_unknown: bool,
}

impl Terms {
    const fn of<T: Contract>() -> &'static Self {
        const {
            let zone = Limits {
                max_bytes: T::Zone::ZONE.max_bytes(),
                ..Limits::NONE
            };
            let limits = T::DESCRIPTOR.limits().or(zone);
            &Terms {
                limits,
                bounds: Bounds::new(limits),
                enforced: T::ENFORCED,
                // A contract inside that says nothing itself follows the zone, not the word, of the one that is
                // accepted.
                deny_unknown: T::Zone::ZONE.denies_unknown() && T::DESCRIPTOR.denies_unknown(),
            }
        }
    }
}

/// The limits that hold.
#[derive(Clone, Copy)]
struct Bounds {
    bytes: usize,
    depth: usize,
    violations: usize,
}

impl Bounds {
    const fn new(limits: Limits) -> Self {
        Bounds {
            bytes: limit(limits.max_bytes, usize::MAX),
            depth: limit(limits.max_depth, MAX_DEPTH),
            // A report always says something.
            violations: match limit(limits.max_violations, MAX_VIOLATIONS) {
                0 => 1,
                max => max,
            },
        }
    }
}

const fn limit(limit: Option<usize>, otherwise: usize) -> usize {
    match limit {
        Some(limit) => limit,
        None => otherwise,
    }
}

/// Ends reading: the report, if it has errors.
#[inline(never)]
fn finish(decoder: &mut Decoder<'_>) -> Option<Violations> {
    if decoder.is_sound() {
        return None;
    }
    decoder.end_of_text();
    if decoder.report.errors() == 0 {
        return None;
    }
    located(decoder)
}

/// The report, if anything was found.
#[cold]
#[inline(never)]
fn located(decoder: &mut Decoder<'_>) -> Option<Violations> {
    let total = decoder.report.total();
    Violations::new(locate(decoder.reader.text(), decoder.report.take_found()), total)
}

/// The report where nothing says what is wrong: there is no value only where the report says why.
#[cold]
fn unsaid() -> Violations {
    Violations::one(Structural::Type.violation())
}
