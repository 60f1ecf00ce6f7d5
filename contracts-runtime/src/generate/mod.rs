//! Documents for tests, made from contracts: such that a contract accepts, and such with a single fault.
//!
//! What a contract says of itself gives the material: rules and formats give values that they accept and reject,
//! kinds give the extremes of their types. The compiled check is the judge: each document has been read by the contract
//! before it is handed out, so that one that is said to be valid is accepted, and one that is said to break a rule
//! breaks that rule and nothing else.
//!
//! ```
//! use contracts_runtime::rules::{self, RuleInfo};
//! use contracts_runtime::{Clock, Kind};
//!
//! // What a rule gives: its boundaries come first.
//! let length = rules::length(3);
//! assert_eq!(length.samples(Kind::Text { format: None }, Clock::SYSTEM).lengths().1, [2, 4, 0]);
//! ```

mod collections;
mod draws;
mod explore;
mod faults;
mod guess;
mod judge;
mod material;
mod node;
mod order;
mod plan;
mod strategy;

use std::fmt;
use std::sync::{Arc, OnceLock};

use proptest::sample::select;
use proptest::strategy::{BoxedStrategy, Just, Strategy, Union};

use crate::boundary::{Boundary, accept};
use crate::contract::Contract;
use crate::decode::Decode;
use crate::descriptor::ContractDescriptor;
use crate::scope::NoContext;
use crate::valid::Valid;
use crate::violation::Violations;

use faults::Faults;
use judge::Judge;
use plan::Plans;

/// A document with a single fault.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Broken {
    /// The document.
    pub document: String,
    /// Where the fault is, as the report says.
    pub pointer: String,
    /// The code of the fault.
    pub code: String,
}

/// A fault that no document was found for.
///
/// Either nothing that was tried has it, as with a rule that gives no samples, or each document that has it has others
/// too, as with a rule that says no more than another one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Gap {
    /// Where the fault would be. Faults of a map's keys are at `*`.
    pub pointer: String,
    /// The code that it would have.
    pub code: String,
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.pointer, self.code)
    }
}

/// No document was found that the contract accepts.
///
/// Most often a rule of the user's own, a check or a foreign type takes nothing of what is usually tried. A rule says
/// what it takes by [`samples`](crate::rules::RuleInfo::samples).
#[derive(Debug)]
pub struct Barren {
    contract: &'static str,
    attempt: String,
    violations: Violations,
}

impl Barren {
    /// The document that came nearest.
    #[must_use]
    pub fn attempt(&self) -> &str {
        &self.attempt
    }

    /// What the contract says of it.
    #[must_use]
    pub fn violations(&self) -> &Violations {
        &self.violations
    }
}

impl fmt::Display for Barren {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Barren {
            contract,
            attempt,
            violations,
        } = self;
        write!(
            f,
            "found no document that the contract `{contract}` accepts; of {attempt} it says: {violations}"
        )
    }
}

impl std::error::Error for Barren {}

/// Makes documents for a contract.
///
/// Making one costs some dozens of reads for each field with rules, each of a small document; drawing a document then costs
/// one read, or a few where fields depend on each other. The faults are looked for when they are first asked for, at the
/// cost of up to some hundred reads for each place.
///
/// Its documents are those that [`valid`] and [`breaking`] draw; it is for boundaries with options of their own, and for
/// contracts that may have no documents.
#[derive(Clone)]
pub struct Generator {
    judge: Judge,
    plans: Arc<Plans>,
    faults: Arc<OnceLock<Faults>>,
}

impl Generator {
    /// A generator for the contract `T`.
    ///
    /// # Errors
    ///
    /// No document was found that the contract accepts.
    pub fn of<T>() -> Result<Self, Barren>
    where
        T: Contract<Context: NoContext> + for<'de> Decode<'de>,
    {
        Generator::at::<T>(Boundary::new())
    }

    /// The same at a boundary with options: its clock is what rules about time go by.
    ///
    /// # Errors
    ///
    /// As [`of`](Self::of).
    pub fn at<T>(boundary: Boundary) -> Result<Self, Barren>
    where
        T: Contract<Context: NoContext> + for<'de> Decode<'de>,
    {
        Generator::judged(T::DESCRIPTOR, boundary, |boundary, text| {
            boundary
                .examine::<T>(text)
                .map_or_else(Some, |accepted| accepted.warnings)
        })
    }

    /// The same for a contract by what it says of itself and by a function that examines documents: for one that borrows
    /// from the document, whose type has no name that fits every document, and for those that a registry gives out.
    ///
    /// `Generator::judged(Order::DESCRIPTOR, boundary, |boundary, text| {
    /// boundary.examine::<Order<'_>>(text).map_or_else(Some, |accepted| accepted.warnings) })`
    ///
    /// # Errors
    ///
    /// As [`of`](Self::of).
    pub fn judged(
        descriptor: &'static ContractDescriptor,
        boundary: Boundary,
        examine: impl Fn(&Boundary, &str) -> Option<Violations> + Send + Sync + 'static,
    ) -> Result<Self, Barren> {
        let judge = Judge {
            boundary,
            examine: Arc::new(examine),
        };
        let plans = explore::explore(&judge, descriptor);
        let base = plans
            .contracts
            .first()
            .map_or(&node::Node::Null, |root| &root.base);
        let attempt = base.json(node::Style::default());
        match judge.text(&attempt) {
            Some(violations) => Err(Barren {
                contract: descriptor.name(),
                attempt,
                violations,
            }),
            None => Ok(Generator {
                judge,
                plans: Arc::new(plans),
                faults: Arc::new(OnceLock::new()),
            }),
        }
    }

    /// Documents that the contract accepts without a warning.
    pub fn valid(&self) -> BoxedStrategy<String> {
        strategy::documents(&self.plans, self.judge.clone())
    }

    /// Documents with a single fault: as small as possible, or otherwise drawn.
    pub fn breaking(&self) -> BoxedStrategy<Broken> {
        let judge = self.judge.clone();
        let smallest: Vec<_> = self.faults().cases.clone();
        if smallest.is_empty() {
            // A contract that takes any JSON has text that is none as its only fault.
            let syntax = Broken {
                document: "{".to_owned(),
                pointer: String::new(),
                code: "syntax".to_owned(),
            };
            return Just(syntax).boxed();
        }
        let grafted = (
            select(smallest.clone()),
            strategy::trees(&self.plans, judge.clone()),
        );
        let grafted = grafted.prop_map(move |(case, mut document)| {
            let changed = case
                .change
                .as_ref()
                .is_some_and(|(pointer, node)| document.put(pointer, node));
            let same =
                |broken: &Broken| broken.pointer == case.broken.pointer && broken.code == case.broken.code;
            let broken = if changed {
                faults::broken(&judge, &document).filter(same)
            } else {
                None
            };
            broken.unwrap_or(case.broken)
        });
        let smallest = select(smallest).prop_map(|case| case.broken);
        Union::new_weighted(vec![(1, smallest.boxed()), (1, grafted.boxed())]).boxed()
    }

    /// The smallest documents with a single fault: for each pointer and code one to four, in the order of the contract.
    #[must_use]
    pub fn cases(&self) -> Vec<Broken> {
        self.faults()
            .cases
            .iter()
            .map(|case| case.broken.clone())
            .collect()
    }

    /// The faults that no document was found for.
    #[must_use]
    pub fn gaps(&self) -> &[Gap] {
        &self.faults().gaps
    }

    fn faults(&self) -> &Faults {
        self.faults
            .get_or_init(|| faults::search(&self.plans, &self.judge))
    }
}

impl fmt::Debug for Generator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let contract = self.plans.contracts.first().map(|root| root.descriptor.name());
        f.debug_struct("Generator")
            .field("contract", &contract)
            .finish_non_exhaustive()
    }
}

/// Documents that the contract `T` accepts, as JSON text: boundaries often, optional members with a value, null or absent,
/// other names of members, any variant, members that are dropped where they are.
///
/// Deterministic for a seed of proptest, unless a rule asks for the time.
///
/// # Panics
///
/// If no document is found that the contract accepts; the message says what is wrong with the best one.
/// [`Generator::of`] gives that as an error.
pub fn valid<T>() -> BoxedStrategy<String>
where
    T: Contract<Context: NoContext> + for<'de> Decode<'de>,
{
    generator::<T>().valid()
}

/// The same as values.
///
/// # Panics
///
/// As [`valid`].
pub fn values<T>() -> BoxedStrategy<Valid<T>>
where
    T: Contract<Context: NoContext> + for<'de> Decode<'de> + fmt::Debug + 'static,
    Valid<T>: fmt::Debug,
{
    let accepted = |text: String| accept::<T>(&text).ok();
    valid::<T>()
        .prop_filter_map("the contract accepts it no more", accepted)
        .boxed()
}

/// Documents that the contract `T` rejects for a single reason, which is said with them.
///
/// # Panics
///
/// As [`valid`].
pub fn breaking<T>() -> BoxedStrategy<Broken>
where
    T: Contract<Context: NoContext> + for<'de> Decode<'de>,
{
    generator::<T>().breaking()
}

/// The faults that [`breaking`] has no document for, so that nothing is left out silently.
///
/// # Panics
///
/// As [`valid`].
#[must_use]
pub fn gaps<T>() -> Vec<Gap>
where
    T: Contract<Context: NoContext> + for<'de> Decode<'de>,
{
    generator::<T>().gaps().to_vec()
}

#[allow(
    clippy::panic,
    reason = "tests want the message, and `Generator::of` gives an error"
)]
fn generator<T>() -> Generator
where
    T: Contract<Context: NoContext> + for<'de> Decode<'de>,
{
    match Generator::of::<T>() {
        Ok(generator) => generator,
        Err(barren) => panic!("{barren}"),
    }
}
