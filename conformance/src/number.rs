//! Rules on numbers, each run in a type that holds the case.

use std::ops::Bound;
use std::str::FromStr;

use contracts_runtime::rules::multiple_of::Divisible;
use contracts_runtime::rules::range::Ranged;
use contracts_runtime::rules::{Bounds, Rule, multiple_of, range};

use crate::any::Big;
use crate::{Case, Json};

/// A type that rules on numbers are run in.
pub(crate) trait Number: Ranged + Divisible {
    /// The number that the JSON is; `None` if it is none of this type.
    fn read(json: &Json) -> Option<Self>;
}

macro_rules! numbers {
    ($($type:ty)+) => {$(
        impl Number for $type {
            fn read(json: &Json) -> Option<Self> {
                match json {
                    Json::Number(number) => <$type>::from_str(number.written()).ok(),
                    Json::NotFinite(name) => <$type>::from_str(name).ok(),
                    _ => None,
                }
            }
        }
    )+};
}

numbers!(i32 i64 i128 u32 u64 u128 f32 f64);

impl Number for Big {
    fn read(json: &Json) -> Option<Self> {
        match json {
            Json::Number(number) => Some(Self(Box::leak(Box::new(number.clone())))),
            _ => None,
        }
    }
}

/// A rule on numbers, built for one type of number from the parameters of a case.
pub(crate) trait Numeric {
    /// The verdict on the value of the case; `None` if a number of it is none of this type.
    fn accepts<T: Number>(&self, case: &Case) -> Option<bool>;
}

/// The verdict in the type that `params.type` names, otherwise in the first that holds all numbers as they are written.
pub(crate) fn judge(case: &Case, rule: &impl Numeric) -> Option<bool> {
    match case.params.get("type").and_then(Json::text) {
        Some("i32") => rule.accepts::<i32>(case),
        Some("i64") => rule.accepts::<i64>(case),
        Some("u32") => rule.accepts::<u32>(case),
        Some("u64") => rule.accepts::<u64>(case),
        Some("f32") => rule.accepts::<f32>(case),
        Some("f64") => rule.accepts::<f64>(case),
        Some("decimal") => rule.accepts::<Big>(case),
        Some(_) => None,
        None => rule
            .accepts::<i64>(case)
            .or_else(|| rule.accepts::<u64>(case))
            .or_else(|| rule.accepts::<i128>(case))
            .or_else(|| rule.accepts::<u128>(case))
            .or_else(|| is_exact(case).then(|| rule.accepts::<f64>(case))?)
            .or_else(|| rule.accepts::<Big>(case)),
    }
}

/// Whether an `f64` holds every number of the case as it is written.
fn is_exact(case: &Case) -> bool {
    let params = match &case.params {
        Json::Object(params) => params.values().collect(),
        _ => Vec::new(),
    };
    params.into_iter().chain([&case.value]).all(|json| match json {
        Json::Number(number) => {
            let float = number.written().parse::<f64>().ok();
            // The shortest decimal that reads as the float is the number that was written.
            float.is_some_and(|float| {
                format!("{float:?}")
                    .parse()
                    .is_ok_and(|shortest| *number == shortest)
            })
        }
        _ => true,
    })
}

/// `range`.
pub(crate) struct InRange;

impl Numeric for InRange {
    fn accepts<T: Number>(&self, case: &Case) -> Option<bool> {
        let end = |included: &str, excluded: &str| {
            Some(match (case.params.get(included), case.params.get(excluded)) {
                (Some(end), _) => Bound::Included(T::read(end)?),
                (None, Some(end)) => Bound::Excluded(T::read(end)?),
                (None, None) => Bound::Unbounded,
            })
        };
        let rule = range(Bounds::new(end("gte", "gt")?, end("lte", "lt")?));
        Some(rule.accepts(&T::read(&case.value)?))
    }
}

/// `multiple_of`.
pub(crate) struct MultipleOf;

impl Numeric for MultipleOf {
    fn accepts<T: Number>(&self, case: &Case) -> Option<bool> {
        let rule = multiple_of(T::read(case.params.get("of")?)?);
        Some(rule.accepts(&T::read(&case.value)?))
    }
}
