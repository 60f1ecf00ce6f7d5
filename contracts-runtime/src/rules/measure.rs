//! What has a length.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

/// A value with a length: Unicode scalar values of a text, elements of a list or set, entries of a map.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no length",
    label = "this rule needs text, a list, a set or a map",
    note = "for the size of a number there is `range`"
)]
pub trait Measure {
    /// What is counted: `characters`, `elements`, `entries`.
    const UNIT: &'static str;

    /// The length.
    fn measure(&self) -> usize;

    /// Whether the length is from `min` to `max`.
    #[inline]
    fn within(&self, min: usize, max: usize) -> bool {
        (min..=max).contains(&self.measure())
    }
}

/// What has elements.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no elements",
    label = "this rule needs a list or a set",
    note = "the entries of a map are counted by `properties`, the characters of text by `length`"
)]
pub trait Listed: Measure {}

/// What has entries.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no entries",
    label = "this rule needs a map",
    note = "the elements of a list are counted by `items`, the characters of text by `length`"
)]
pub trait Keyed: Measure {}

impl Measure for str {
    const UNIT: &'static str = "characters";

    #[inline]
    fn measure(&self) -> usize {
        self.chars().count()
    }

    /// The bytes decide most cases without a look at the text: a character takes one to four of them.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "two comparisons with constants")]
    fn within(&self, min: usize, max: usize) -> bool {
        let bytes = self.len();
        if bytes <= max && bytes.div_ceil(4) >= min {
            return true;
        }
        counted_within(self, min, max)
    }
}

/// The same where the bytes alone don't decide.
fn counted_within(text: &str, min: usize, max: usize) -> bool {
    if text.len() < min || text.len().div_ceil(4) > max {
        return false;
    }
    // As many bytes of ASCII are as many characters, whatever follows.
    if text.len() <= max && text.as_bytes().get(..min).is_some_and(<[u8]>::is_ascii) {
        return true;
    }
    (min..=max).contains(&text.measure())
}

macro_rules! measured {
    ($($unit:literal $kind:ident [$($generics:tt)*] $type:ty;)+) => {$(
        impl<$($generics)*> $kind for $type {}

        impl<$($generics)*> Measure for $type {
            const UNIT: &'static str = $unit;

            #[inline]
            fn measure(&self) -> usize {
                self.len()
            }
        }
    )+};
}

measured! {
    "elements" Listed [T] [T];
    // Seen by rules where `T` is no contract, but read by serde.
    "elements" Listed [T] Vec<T>;
    "elements" Listed [T] VecDeque<T>;
    "elements" Listed [T] BTreeSet<T>;
    "elements" Listed [T, S] HashSet<T, S>;
    "entries" Keyed [K, V] BTreeMap<K, V>;
    "entries" Keyed [K, V, S] HashMap<K, V, S>;
}
