//! A boundary under an enforcement: what it admits beside what is proven.

use std::any::Any;
use std::fmt;

use super::limits::Terms;
use super::{Accepted, Admission, Boundary, Enforcement, Mode, Source, located, unsaid};
use crate::contract::Contract;
use crate::decode::{Decode, Decoder};
use crate::scope::{NoContext, Scope};
use crate::telemetry::{Operation, Watch};
use crate::valid::{Invalid, Valid};
use crate::violation::{About, At, Report, Violations};
use crate::zone::Marker;

/// A boundary that admits what an [`Enforcement`] lets pass. Made by [`Boundary::enforcing`].
///
/// The mode is that of the zone of the contract that is admitted; contracts inside follow it, whatever their own zone.
/// What can't be a value of the type, or has a member that the contract refuses, is rejected in every mode. There is a
/// proof only for what was checked and has no error; a [`Valid`] inside the value is always checked.
///
/// ```
#[doc = include_str!("../../doc/tag.txt")]
/// use std::sync::Mutex;
///
/// use contracts_runtime::{Admission, Boundary, Enforcement, Violations};
///
/// static LOG: Mutex<Vec<String>> = Mutex::new(Vec::new());
///
/// fn log(report: &Violations) {
///     LOG.lock().unwrap().push(report.to_string());
/// }
///
/// let enforcement: Enforcement = "external=log".parse()?;
/// let boundary = Boundary::new().enforcing(enforcement, log);
/// let Admission::Unproven { value, violations: None } = boundary.admit::<Tag>("\"far too long\"") else {
///     panic!("it is admitted, and the report is in the log")
/// };
/// assert_eq!(value.0, "far too long");
/// assert_eq!(*LOG.lock().unwrap(), ["1:1: must have at most 10 characters, not 12"]);
/// # Ok::<(), contracts_runtime::ParseEnforcementError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Enforcing<L> {
    boundary: Boundary,
    enforcement: Enforcement,
    log: L,
}

impl Boundary {
    /// This boundary under an enforcement. `log` is given the reports of what is admitted in the mode
    /// [`Log`](Mode::Log), which are nowhere else.
    ///
    /// [`accept`](Self::accept) stays strict whatever is said here.
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// use contracts_runtime::{Admission, Boundary, Enforcement};
    ///
    /// let boundary = Boundary::new().enforcing(Enforcement::STRICT, |report: &_| eprintln!("{report}"));
    /// assert!(matches!(boundary.admit::<Tag>("\"tea\""), Admission::Proven(_)));
    /// assert!(matches!(boundary.admit::<Tag>("\"far too long\""), Admission::Rejected(_)));
    /// ```
    pub const fn enforcing<L: Fn(&Violations)>(self, enforcement: Enforcement, log: L) -> Enforcing<L> {
        Enforcing {
            boundary: self,
            enforcement,
            log,
        }
    }
}

impl<L: Fn(&Violations)> Enforcing<L> {
    /// Reads `source` by the contract `T`, and checks it as strictly as the mode of its zone asks.
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// use contracts_runtime::{Admission, Boundary, Enforcement, Mode};
    ///
    /// let boundary = Boundary::new().enforcing(Enforcement::all(Mode::Off), |_: &_| {});
    /// assert!(matches!(boundary.admit::<Tag>("\"tea\""), Admission::Unproven { violations: None, .. }));
    /// assert!(matches!(boundary.admit::<Tag>("7"), Admission::Rejected(_)));
    /// ```
    pub fn admit<'de, T>(&self, source: impl Into<Source<'de>>) -> Admission<T>
    where
        T: Contract<Context: NoContext> + Decode<'de>,
    {
        self.admit_any(source.into(), None)
    }

    /// The same for a contract with a context, which its checks are given.
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// use contracts_runtime::{Boundary, Enforcement};
    ///
    /// // This one declares no context.
    /// let boundary = Boundary::new().enforcing(Enforcement::STRICT, |_: &_| {});
    /// assert!(boundary.admit_with::<Tag>("\"tea\"", &()).proven().is_some());
    /// ```
    pub fn admit_with<'de, T>(&self, source: impl Into<Source<'de>>, context: &'de T::Context) -> Admission<T>
    where
        T: Contract + Decode<'de>,
    {
        self.admit_any(source.into(), Some(context))
    }

    /// Checks a value that is already built, as strictly as the mode of its zone asks. In the mode [`Off`](Mode::Off)
    /// nothing of it is looked at.
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// use contracts_runtime::{Admission, Boundary, Enforcement, Mode};
    ///
    /// let long = Tag("far too long".to_owned());
    /// let boundary = Boundary::new().enforcing(Enforcement::all(Mode::Warn), |_: &_| {});
    /// assert!(matches!(boundary.admit_built(long.clone()), Admission::Unproven { violations: Some(_), .. }));
    ///
    /// let strict = Boundary::new().enforcing(Enforcement::STRICT, |_: &_| {});
    /// let Admission::Rejected(invalid) = strict.admit_built(long) else { panic!("it is too long") };
    /// assert_eq!(invalid.value.0, "far too long"); // the value comes back
    /// ```
    pub fn admit_built<T>(&self, value: T) -> Admission<T, Invalid<T>>
    where
        T: Contract<Context: NoContext>,
    {
        self.admit_built_any(value, None)
    }

    /// The same for a contract with a context, which its checks are given.
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// use contracts_runtime::{Boundary, Enforcement};
    ///
    /// // This one declares no context.
    /// let boundary = Boundary::new().enforcing(Enforcement::STRICT, |_: &_| {});
    /// assert!(boundary.admit_built_with(Tag("tea".to_owned()), &()).proven().is_some());
    /// ```
    pub fn admit_built_with<T: Contract>(&self, value: T, context: &T::Context) -> Admission<T, Invalid<T>> {
        self.admit_built_any(value, Some(context))
    }

    fn admit_any<'de, T>(&self, source: Source<'de>, context: Option<&'de dyn Any>) -> Admission<T>
    where
        T: Contract + Decode<'de>,
    {
        let mode = self.enforcement.mode(T::Zone::ZONE);
        let mut decoder = self.boundary.decoder(Terms::of::<T>(), source, context);
        begin(&mut decoder.report, mode);
        let value = decoder.value::<T>();
        match (value, conclude(&mut decoder, mode)) {
            (Ok(value), Concluded { verdict, found }) => {
                self.settle(value, mode, verdict, found, |_, found| found)
            }
            (Err(_), Concluded { found, .. }) => Admission::Rejected(found.unwrap_or_else(unsaid)),
        }
    }

    fn admit_built_any<T: Contract>(&self, value: T, context: Option<&dyn Any>) -> Admission<T, Invalid<T>> {
        let mode = self.enforcement.mode(T::Zone::ZONE);
        let mut concluded = Concluded {
            verdict: mode.verdict(0, 0),
            found: None,
        };
        if T::ENFORCED && mode != Mode::Off {
            let watch = Watch::start(Operation::Validation);
            let mut report = self.boundary.report(Terms::of::<T>(), context);
            begin(&mut report, mode);
            value.check(At::ROOT, &mut report);
            concluded = conclude_built(&mut report, mode, watch);
        }
        let Concluded { verdict, found } = concluded;
        self.settle(value, mode, verdict, found, |value, violations| Invalid {
            value,
            violations,
        })
    }

    /// What becomes of a value.
    fn settle<T: Contract, R>(
        &self,
        value: T,
        mode: Mode,
        verdict: Verdict,
        found: Option<Violations>,
        reject: impl FnOnce(T, Violations) -> R,
    ) -> Admission<T, R> {
        match verdict {
            Verdict::Proven => Admission::Proven(Accepted {
                valid: Valid::proven(value),
                warnings: found,
            }),
            Verdict::Unproven => {
                let violations = match (mode, found) {
                    (Mode::Log, Some(found)) => {
                        (self.log)(&found);
                        None
                    }
                    (_, found) => found,
                };
                Admission::Unproven { value, violations }
            }
            Verdict::Rejected => Admission::Rejected(reject(value, found.unwrap_or_else(unsaid))),
        }
    }
}

/// The function is not shown.
impl<L> fmt::Debug for Enforcing<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Enforcing")
            .field("boundary", &self.boundary)
            .field("enforcement", &self.enforcement)
            .finish_non_exhaustive()
    }
}

/// What a report comes to.
struct Concluded {
    verdict: Verdict,
    found: Option<Violations>,
}

#[derive(Clone, Copy)]
enum Verdict {
    Proven,
    Unproven,
    Rejected,
}

impl Mode {
    /// What a value comes to that has so many errors, of which so many are of the structure.
    const fn verdict(self, errors: usize, structural: usize) -> Verdict {
        match self {
            _ if structural > 0 => Verdict::Rejected,
            Mode::Strict | Mode::Warn | Mode::Log if errors == 0 => Verdict::Proven,
            Mode::Strict => Verdict::Rejected,
            Mode::Warn | Mode::Log | Mode::Off => Verdict::Unproven,
        }
    }
}

/// Makes a report that of a mode. A first error ends reading only where it rejects.
fn begin(report: &mut Report<'_>, mode: Mode) {
    if mode != Mode::Strict {
        report.set_fail_fast(false);
        report.set_lenient();
    }
    report.set_skipping(mode == Mode::Off);
}

fn conclude(decoder: &mut Decoder<'_>, mode: Mode) -> Concluded {
    decoder.end_of_text();
    let verdict = mode.verdict(decoder.report.errors(), decoder.report.structural());
    let found = located(decoder);
    // What no rule has looked at has not succeeded.
    if mode != Mode::Off || decoder.report.errors() > 0 {
        decoder.tell(found.as_ref());
    }
    Concluded { verdict, found }
}

fn conclude_built(report: &mut Report<'_>, mode: Mode, watch: Watch) -> Concluded {
    let total = report.total();
    let contract = report.subject().contract;
    let found = Violations::built(report.take_found(), total, contract);
    watch.validated(contract, report.errors(), found.as_ref());
    Concluded {
        verdict: mode.verdict(report.errors(), report.structural()),
        found,
    }
}

impl Boundary {
    /// The report on a built value.
    fn report<'a>(&self, terms: &Terms, context: Option<&'a dyn Any>) -> Report<'a> {
        let bounds = self.bounds(terms);
        Report::new(bounds.violations, self.fail_fast, true, bounds.depth)
            .within(Scope::of(self.clock, context))
            .about(About {
                contract: Some(terms.descriptor),
                origin: None,
            })
    }
}
