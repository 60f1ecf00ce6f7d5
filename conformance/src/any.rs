//! Values of any type as rules take them: copies of a reference, as rules are constants.

use contracts_runtime::Param;
use contracts_runtime::rules::multiple_of::Divisible;
use contracts_runtime::rules::one_of::Choice;
use contracts_runtime::rules::range::Ranged;

use crate::Json;
use crate::decimal::Decimal;

/// Any JSON, for rules on equality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Any(pub(crate) &'static Json);

impl From<Any> for Param {
    fn from(value: Any) -> Self {
        format!("{:?}", value.0).into()
    }
}

impl Choice for Any {}

/// A number of any size, for rules on numbers.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(crate) struct Big(pub(crate) &'static Decimal);

impl From<Big> for Param {
    fn from(value: Big) -> Self {
        value.0.to_string().into()
    }
}

impl Ranged for Big {}

impl Divisible for Big {
    fn is_multiple_of_divisor(self, divisor: Self) -> bool {
        self.0.is_multiple_of(divisor.0)
    }

    fn magnitude(self) -> Param {
        let written = self.0.to_string();
        written.trim_start_matches('-').to_owned().into()
    }
}
