//! Each type twice, once read by us and once by serde's derive, and what it takes to compare the two.

use perimeter::Violations;

/// A type that is read in both ways. Values are compared by how they are shown: the types have the same names.
#[derive(Clone, Copy)]
pub struct Case {
    /// The type.
    pub name: &'static str,
    /// Texts that are right, or nearly so: generated ones start from them.
    pub seeds: &'static [&'static str],
    /// Reads by the contract.
    pub ours: fn(&str) -> Result<String, Violations>,
    /// What the contract says.
    pub descriptor: &'static perimeter::ContractDescriptor,
    /// Reads by serde's derive.
    pub theirs: fn(&str) -> Result<String, String>,
}

/// Declares types in the modules `ours` and `theirs`. The word before each says what becomes of unknown members.
macro_rules! twins {
    ($($unknown:ident { $($item:tt)* })*) => {
        pub mod ours {
            pub use super::ours_by_hand::*;
            use super::shared::*;
            $(
                #[derive(Debug, perimeter::Contract)]
                #[contract(zone = strategic, unknown_fields = $unknown)]
                $($item)*
            )*
        }

        pub mod theirs {
            pub use super::theirs_by_hand::*;
            use super::shared::*;
            $(
                #[derive(Debug, serde::Deserialize)]
                $($item)*
            )*
        }
    };
}

/// The list of types with their seeds.
macro_rules! cases {
    ($($name:ident $(<$lifetime:lifetime>)? [$($seed:expr),+ $(,)?];)+) => {
        pub const CASES: &[Case] = &[$(
            Case {
                name: stringify!($name),
                seeds: &[$($seed),+],
                ours: |text| {
                    perimeter::accept::<ours::$name $(<$lifetime>)?>(text).map(|value| format!("{:?}", &*value))
                },
                descriptor: <ours::$name $(<$lifetime>)? as perimeter::Contract>::DESCRIPTOR,
                // From bytes: from a `&str`, a map's key of another type than a boolean is cut inside a character.
                theirs: |text| {
                    serde_json::from_slice::<theirs::$name $(<$lifetime>)?>(text.as_bytes())
                        .map(|value| format!("{value:?}"))
                        .map_err(|error| error.to_string())
                },
            },
        )+];
    };
}

pub(crate) use {cases, twins};
