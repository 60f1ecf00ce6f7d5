//! What holds of every contract on any bytes: all ways to read them agree, whatever the options of the boundary.

use perimeter::{Boundary, Severity, Violation, Violations};

use crate::places;

/// What a value that was accepted is found to be once it is built.
pub type Built = Result<(), Violations>;

/// The ways to read by one contract.
#[derive(Clone, Copy)]
pub struct Ways {
    pub name: &'static str,
    /// Texts that are right, or nearly so.
    pub seeds: &'static [&'static str],
    /// Whether there is a value, and the report.
    pub examine: fn(&Boundary, &[u8]) -> (bool, Option<Violations>),
    /// The value is then checked once more, as one that is built.
    pub accept: fn(&Boundary, &[u8]) -> Result<Built, Violations>,
    /// Whether serde reads it. Contracts that need a context are read by the other ways alone.
    pub deserialize: Option<fn(&[u8]) -> bool>,
}

/// The ways to read by a type, which may need a context.
macro_rules! ways {
    ($type:ty, $name:expr, $seeds:expr) => {
        $crate::agreement::Ways {
            name: $name,
            seeds: $seeds,
            examine: |boundary, bytes| match boundary.examine::<$type>(bytes) {
                Ok(accepted) => (true, accepted.warnings),
                Err(report) => (false, Some(report)),
            },
            accept: |boundary, bytes| {
                let value = boundary.accept::<$type>(bytes)?;
                Ok(perimeter::Contract::validate(&*value))
            },
            deserialize: Some(|bytes| serde_json::from_slice::<$type>(bytes).is_ok()),
        }
    };
    ($type:ty, $name:expr, $seeds:expr, $context:expr) => {
        $crate::agreement::Ways {
            name: $name,
            seeds: $seeds,
            examine: |boundary, bytes| match boundary.examine_with::<$type>(bytes, $context) {
                Ok(accepted) => (true, accepted.warnings),
                Err(report) => (false, Some(report)),
            },
            accept: |boundary, bytes| {
                let value = boundary.accept_with::<$type>(bytes, $context)?;
                Ok(perimeter::Contract::validate_with(&*value, $context))
            },
            deserialize: None,
        }
    };
}

pub(crate) use ways;

/// No limit on violations.
const WHOLE: Boundary = Boundary::new().max_violations(usize::MAX);

/// What is wrong with how `bytes` are read, if anything.
pub fn flaw(ways: &Ways, bytes: &[u8]) -> Option<String> {
    let (valid, report) = (ways.examine)(&WHOLE, bytes);
    let errors = report.as_ref().is_some_and(Violations::has_errors);
    if valid == errors {
        return Some(format!("a value: {valid}, errors: {errors}"));
    }
    match (ways.accept)(&WHOLE, bytes) {
        Ok(Ok(())) if valid => {}
        Ok(Err(built)) if valid => return Some(format!("accepted, but not once it is built: {built}")),
        Err(rejected) if report.as_ref() == Some(&rejected) => {}
        told => return Some(format!("examine and accept differ: {report:?}\n{told:?}")),
    }
    if let Some(deserialize) = ways.deserialize {
        if deserialize(bytes) != valid {
            return Some(format!("accepted: {valid}, but not so by serde"));
        }
    }
    if (ways.examine)(&WHOLE, bytes).1.as_ref().map(shown) != report.as_ref().map(shown) {
        return Some("the report is another one at the second time".to_owned());
    }
    if let Some(flaw) = fails_fast(ways, bytes, report.as_ref()) {
        return Some(flaw);
    }
    for max in [0, 1, 2, 5] {
        if let Some(flaw) = limited(ways, bytes, report.as_ref(), max) {
            return Some(format!("at most {max} violations: {flaw}"));
        }
    }
    let report = report?;
    // The tag of an enum is not there any more for an enum inside it that has the same one, which a value does not show.
    if ways.name == "SameTag" {
        return garbled(&report);
    }
    garbled(&report).or_else(|| places::flaw(&report, bytes))
}

/// All that can be seen of a report.
fn shown(report: &Violations) -> String {
    format!("{report}\n{report:?}")
}

fn is_error(violation: &Violation) -> bool {
    violation.severity() == Severity::Error
}

/// Failing fast gives the same verdict, and one error that the whole report has as well.
fn fails_fast(ways: &Ways, bytes: &[u8], whole: Option<&Violations>) -> Option<String> {
    let boundary = WHOLE.fail_fast();
    let (valid, fast) = (ways.examine)(&boundary, bytes);
    if valid == whole.is_some_and(Violations::has_errors) {
        return Some(format!("failing fast, a value: {valid}"));
    }
    if (ways.accept)(&boundary, bytes).is_ok() != valid {
        return Some("failing fast, examine and accept differ".to_owned());
    }
    let (fast, whole) = (fast?, whole?);
    let known = |violation: &Violation| whole.iter().any(|other| other == violation);
    let count = fast.iter().filter(|violation| is_error(violation)).count();
    if count != usize::from(!valid) || !fast.iter().all(known) {
        return Some(format!("failing fast:\n{fast:?}\nof\n{whole:?}"));
    }
    None
}

/// A limit changes how much is told, and nothing else.
fn limited(ways: &Ways, bytes: &[u8], whole: Option<&Violations>, max: usize) -> Option<String> {
    let boundary = Boundary::new().max_violations(max);
    let (valid, report) = (ways.examine)(&boundary, bytes);
    if valid == whole.is_some_and(Violations::has_errors) {
        return Some(format!("a value: {valid}"));
    }
    let (Some(report), Some(whole)) = (report.as_ref(), whole) else {
        return (report.is_some() != whole.is_some()).then(|| format!("{report:?}"));
    };
    if report.has_errors() == valid {
        return Some(format!("a value: {valid}, in the report: {report:?}"));
    }
    let known = |violation: &Violation| whole.iter().any(|other| other == violation);
    if report.len() > max.max(1)
        || report.len() + report.truncated() != whole.len()
        || !report.iter().all(known)
    {
        return Some(format!("{report:?}\nof\n{whole:?}"));
    }
    None
}

/// One line for each violation, without what a terminal would obey.
pub fn garbled(report: &Violations) -> Option<String> {
    let text = report.to_string();
    let lines = text.split('\n').count();
    let expected = report.len() + usize::from(report.truncated() > 0);
    (lines != expected || text.chars().any(|char| char.is_control() && char != '\n'))
        .then(|| format!("{lines} lines for {expected}: {text:?}"))
}
