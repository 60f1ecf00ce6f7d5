//! Candidates: ways to do the job of a table, each made ready only when it is run.

use std::fmt;
use std::hint::black_box;

use crate::data::{Faults, Shape, payloads};

/// What is compared in one table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// The type of the payload.
    pub shape: Shape,
    /// What is done with it.
    pub job: Job,
    /// Whether it keeps the rules.
    pub faults: Faults,
}

/// What is done with a payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// Built value to report.
    Check,
    /// JSON text to checked value, or report.
    Bytes,
    /// JSON text to its tokens, nothing built.
    Walk,
}

impl Table {
    /// The candidate that the others are compared with.
    #[must_use]
    pub fn base(self) -> &'static str {
        match self.job {
            Job::Check => "hand",
            Job::Bytes => "serde_json",
            Job::Walk => "jiter",
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shape = match self.shape {
            Shape::User => "user",
            Shape::Order => "order",
        };
        let job = match self.job {
            Job::Check => "check",
            Job::Bytes => "bytes",
            Job::Walk => "walk",
        };
        let faults = match self.faults {
            Faults::None => "valid",
            Faults::Several => "invalid",
        };
        write!(f, "{shape}/{job}/{faults}")
    }
}

/// Runs a candidate so many times, going round the payloads; returns how many it accepted.
pub type Task = Box<dyn FnMut(usize) -> usize>;

/// One way to do the job of a table.
pub struct Candidate {
    /// The table it stands in.
    pub table: Table,
    /// Its name there.
    pub name: &'static str,
    checks: Checks,
    prepare: Box<dyn Fn() -> Task>,
}

/// Whether a candidate looks at the rules at all.
#[derive(Debug, Clone, Copy)]
enum Checks {
    Rules,
    SyntaxAlone,
}

impl Candidate {
    /// Builds the inputs.
    #[must_use]
    pub fn prepare(&self) -> Task {
        (self.prepare)()
    }

    /// Whether a payload of the table has to be accepted.
    #[must_use]
    pub fn accepts(&self) -> bool {
        match (self.checks, self.table.faults) {
            (Checks::SyntaxAlone, _) | (Checks::Rules, Faults::None) => true,
            (Checks::Rules, Faults::Several) => false,
        }
    }

    /// The table and the name, as the command line takes them.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}/{}", self.table, self.name)
    }
}

impl fmt::Debug for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Candidate").field(&self.id()).finish()
    }
}

/// A check of built values, in the table of valid and in that of invalid ones.
///
/// `build` makes the value of a document, faults included; `check` says whether it is accepted and must not
/// stop at the first fault.
pub(crate) fn check<T: 'static>(
    shape: Shape,
    name: &'static str,
    build: impl Fn(&[u8]) -> T + Copy + 'static,
    check: impl Fn(&T) -> bool + Copy + 'static,
) -> [Candidate; 2] {
    [Faults::None, Faults::Several].map(|faults| Candidate {
        table: Table {
            shape,
            job: Job::Check,
            faults,
        },
        name,
        checks: Checks::Rules,
        prepare: Box::new(move || {
            over(
                payloads(shape, faults)
                    .iter()
                    .map(|payload| build(&payload.document))
                    .collect(),
                check,
            )
        }),
    })
}

/// A way from JSON text to a checked value, for valid and for invalid text.
pub(crate) fn bytes(
    shape: Shape,
    name: &'static str,
    accept: impl Fn(&[u8]) -> bool + Copy + 'static,
) -> [Candidate; 2] {
    text(shape, name, Checks::Rules, accept)
}

/// A way from JSON text to a value that looks at no rule.
pub(crate) fn bytes_unchecked(
    shape: Shape,
    name: &'static str,
    accept: impl Fn(&[u8]) -> bool + Copy + 'static,
) -> [Candidate; 2] {
    text(shape, name, Checks::SyntaxAlone, accept)
}

/// A walk over the tokens of the valid orders.
pub(crate) fn walk(name: &'static str, walk: impl Fn(&[u8]) -> bool + Copy + 'static) -> Candidate {
    let table = Table {
        shape: Shape::Order,
        job: Job::Walk,
        faults: Faults::None,
    };
    on_documents(table, name, Checks::SyntaxAlone, walk)
}

/// Whether a result is a success. The result is built in full before, and dropped in the time that is taken.
pub(crate) fn accepted<T, E>(result: Result<T, E>) -> bool {
    let accepted = black_box(&result).is_ok();
    drop(result);
    accepted
}

fn text(
    shape: Shape,
    name: &'static str,
    checks: Checks,
    accept: impl Fn(&[u8]) -> bool + Copy + 'static,
) -> [Candidate; 2] {
    [Faults::None, Faults::Several].map(|faults| {
        on_documents(
            Table {
                shape,
                job: Job::Bytes,
                faults,
            },
            name,
            checks,
            accept,
        )
    })
}

fn on_documents(
    table: Table,
    name: &'static str,
    checks: Checks,
    accept: impl Fn(&[u8]) -> bool + Copy + 'static,
) -> Candidate {
    let prepare = Box::new(move || {
        let documents = payloads(table.shape, table.faults)
            .into_iter()
            .map(|payload| payload.document)
            .collect();
        over(documents, move |document: &Vec<u8>| accept(document))
    });
    Candidate {
        table,
        name,
        checks,
        prepare,
    }
}

fn over<T: 'static>(inputs: Vec<T>, job: impl Fn(&T) -> bool + 'static) -> Task {
    Box::new(move |times| {
        inputs
            .iter()
            .cycle()
            .take(times)
            .filter(|input| job(black_box(input)))
            .count()
    })
}

#[cfg(test)]
mod tests {
    use crate::candidates;

    #[test]
    fn every_candidate_accepts_what_it_should() {
        for candidate in candidates() {
            let pass = candidate.table.shape.payloads();
            let wanted = if candidate.accepts() { pass } else { 0 };
            assert_eq!(candidate.prepare()(pass), wanted, "{candidate:?}");
        }
    }

    #[test]
    fn no_two_candidates_share_an_id() {
        let mut ids: Vec<_> = candidates().iter().map(super::Candidate::id).collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }
}
