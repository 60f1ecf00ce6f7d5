//! The boundary: bytes in, a proof or the complete report out.

mod admission;
mod enforcement;
mod enforcing;
#[cfg(feature = "json")]
mod finding;
#[cfg(feature = "form")]
mod form;
#[cfg(feature = "json")]
mod judging;
#[cfg(feature = "json")]
mod layout;
mod limits;
mod origin;
mod payload;
mod reading;
mod source;
#[cfg(feature = "json")]
mod value;

use std::any::Any;

use crate::clock::Clock;
use crate::contract::Contract;
use crate::decode::{Decode, Decoder};
use crate::scope::{NoContext, Scope};
use crate::telemetry::{Operation, Watch};
use crate::valid::Valid;
use crate::violation::{About, Anchor, At, Params, Report, Structural, Violations, locate};

use limits::{Bounds, Terms};
use source::Refusal;

pub use admission::{Accepted, Admission};
pub use enforcement::{Enforcement, Mode, ParseEnforcementError};
pub use enforcing::Enforcing;
#[cfg(feature = "json")]
pub use finding::{Finding, Judged, Spot};
#[cfg(feature = "json")]
pub use layout::Layout;
pub use limits::Limits;
pub(crate) use limits::MAX_VIOLATIONS;
pub(crate) use origin::{Item, Origin};
pub use payload::Payload;
pub use reading::{ReadError, accept_reader};
pub(crate) use source::Made;
pub use source::Source;

/// Reads and checks `source` by the contract `T`, in one pass.
///
/// # Errors
///
/// The complete report, in the order of the document.
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
/// assert_ne!(boundary, Boundary::new());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Boundary {
    /// Those that it sets itself.
    limits: Option<Limits>,
    fail_fast: bool,
    clock: Clock,
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

    /// Sets how many bytes a text may have. A reader is read no further than that.
    #[must_use]
    pub const fn max_bytes(mut self, bytes: usize) -> Self {
        self.limits = Some(Limits {
            max_bytes: Some(bytes),
            ..self.own_limits()
        });
        self
    }

    /// Sets how deep arrays and objects may nest; 0 is a value that is neither.
    ///
    /// 127 levels fit into a stack of 2 MiB in a debug build too. More levels of a contract that holds itself, or of a type
    /// that is only serde's, take more stack, which is for the caller to provide: a thread without it aborts the program, as
    /// every overflow of a stack does. Contracts that are documents read no deeper than 127 levels whatever is set.
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
        self.accept_any(source.into(), None)
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
        self.accept_any(source.into(), Some(context))
    }

    /// The same with a context of any type. One that is not of the type that the contract declares is as good as none:
    /// the value is rejected.
    #[doc(hidden)]
    pub fn accept_any<'de, T>(
        &self,
        source: Source<'de>,
        context: Option<&'de dyn Any>,
    ) -> Result<Valid<T>, Violations>
    where
        T: Contract + Decode<'de>,
    {
        let mut decoder = self.decoder(Terms::of::<T>(), source, context);
        let value = decoder.value::<T>();
        let violations = finish(&mut decoder);
        match value {
            Ok(value) if violations.is_none() => Ok(Valid::proven(value)),
            _ => Err(violations.unwrap_or_else(unsaid)),
        }
    }

    /// The same, with the warnings beside a value that is accepted.
    ///
    /// # Errors
    ///
    /// Those of [`accept`](Self::accept), and beside the errors all warnings.
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// use contracts_runtime::Boundary;
    ///
    /// let examined = Boundary::new().examine::<Tag>("\"tea\"")?;
    /// assert_eq!(examined.valid.0, "tea");
    /// assert!(examined.warnings.is_none());
    /// # Ok::<(), contracts_runtime::Violations>(())
    /// ```
    pub fn examine<'de, T>(&self, source: impl Into<Source<'de>>) -> Result<Accepted<T>, Violations>
    where
        T: Contract<Context: NoContext> + Decode<'de>,
    {
        self.examine_any(source.into(), None)
    }

    /// The same for a contract with a context, which its checks are given.
    ///
    /// # Errors
    ///
    /// Those of [`examine`](Self::examine).
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// use contracts_runtime::Boundary;
    ///
    /// // This one declares no context.
    /// assert!(Boundary::new().examine_with::<Tag>("\"tea\"", &()).is_ok());
    /// ```
    pub fn examine_with<'de, T>(
        &self,
        source: impl Into<Source<'de>>,
        context: &'de T::Context,
    ) -> Result<Accepted<T>, Violations>
    where
        T: Contract + Decode<'de>,
    {
        self.examine_any(source.into(), Some(context))
    }

    fn examine_any<'de, T>(
        &self,
        source: Source<'de>,
        context: Option<&'de dyn Any>,
    ) -> Result<Accepted<T>, Violations>
    where
        T: Contract + Decode<'de>,
    {
        let mut decoder = self.decoder(Terms::of::<T>(), source, context);
        let value = decoder.value::<T>();
        match (value, concluded(&mut decoder)) {
            (Ok(value), (0, warnings)) => Ok(Accepted {
                valid: Valid::proven(value),
                warnings,
            }),
            (_, (_, violations)) => Err(violations.unwrap_or_else(unsaid)),
        }
    }

    /// The limits that hold.
    #[inline]
    fn bounds(&self, terms: &Terms) -> Bounds {
        match self.limits {
            None => terms.bounds,
            Some(limits) => Bounds::new(limits.or(terms.limits)),
        }
    }

    /// A decoder at the start of the source. What can't be read is read no further: that is in the report.
    ///
    /// Not generic, like everything here that need not be, so that little is compiled for each contract.
    #[inline(never)]
    fn decoder<'de>(
        &self,
        terms: &Terms,
        source: Source<'de>,
        context: Option<&'de dyn Any>,
    ) -> Decoder<'de> {
        let watch = Watch::start(Operation::Validation);
        let Bounds {
            bytes,
            depth,
            violations,
        } = self.bounds(terms);
        let about = About {
            contract: Some(terms.descriptor),
            origin: source.origin(),
        };
        let (text, cut) = match source.open(bytes) {
            Ok(opened) => opened,
            Err(refusal) => return refused(&refusal, source.len(), about, watch),
        };
        let report = Report::new(violations, self.fail_fast, terms.enforced, depth)
            .within(Scope::of(self.clock, context))
            .about(about);
        Decoder::new(text, cut, depth, report, terms.deny_unknown, watch)
    }
}

/// A decoder that reads nothing of what is no text, or one that is too long.
#[cold]
#[inline(never)]
fn refused<'de>(refusal: &Refusal, length: Option<usize>, about: About<'de>, watch: Watch) -> Decoder<'de> {
    let mut report = Report::new(1, true, true, 0).about(about);
    match refusal {
        Refusal::Long(max) => {
            let mut params = Params::new().with("max", *max);
            if let Some(length) = length {
                params.push("actual", length);
            }
            report.add_structural(At::ROOT, Structural::Bytes.with(params));
        }
        // It has a place in what the text was to be made of.
        Refusal::Unmade(unmade) => drop(report.add_anchored(Anchor::Syntax(0), unmade.violation())),
    }
    report.halt();
    Decoder::new("", None, 0, report, true, watch)
}

/// Ends reading: the report, if it has errors.
#[inline(never)]
fn finish(decoder: &mut Decoder<'_>) -> Option<Violations> {
    let violations = rejection(decoder);
    decoder.tell(violations.as_ref());
    violations
}

/// The report, if it has errors.
#[inline]
fn rejection(decoder: &mut Decoder<'_>) -> Option<Violations> {
    if decoder.is_sound() {
        return None;
    }
    decoder.end_of_text();
    if decoder.report.errors() == 0 {
        return None;
    }
    located(decoder)
}

/// Ends reading: how many errors there are, and the report, if it has anything.
#[inline(never)]
fn concluded(decoder: &mut Decoder<'_>) -> (usize, Option<Violations>) {
    decoder.end_of_text();
    let found = located(decoder);
    decoder.tell(found.as_ref());
    (decoder.report.errors(), found)
}

/// The report, if anything was found.
#[cold]
#[inline(never)]
fn located(decoder: &mut Decoder<'_>) -> Option<Violations> {
    let total = decoder.report.total();
    let About { contract, origin } = decoder.report.subject();
    let mut found = locate(
        decoder.reader.text(),
        decoder.broken_at(),
        decoder.report.take_found(),
        contract,
    );
    if let Some(origin) = origin {
        origin.relate(&mut found);
    }
    Some(Violations::new(found, total)?.of(contract))
}

/// The report where nothing says what is wrong: there is no value only where the report says why.
#[cold]
fn unsaid() -> Violations {
    Violations::one(Structural::Type.violation())
}
