//! The types that the decoder is held to serde's derive with, read in every way by us alone.

pub use crate::agreement::Ways as Case;

/// Declares the types. The word before each says what becomes of unknown members.
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
            $crate::agreement::ways!(ours::$name $(<$lifetime>)?, stringify!($name), &[$($seed),+])
        ),+];
    };
}

pub(crate) use {cases, twins};
