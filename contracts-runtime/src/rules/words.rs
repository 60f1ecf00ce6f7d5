//! Words that stand for values in arguments: `length(8..=128, unit = bytes)`.

/// Bytes of UTF-8, for `unit`.
#[allow(
    non_upper_case_globals,
    reason = "it is written in attributes, where words are lower case"
)]
pub const bytes: super::length::Bytes = super::length::Bytes;

/// Unicode scalar values, for `unit`. The default.
#[allow(
    non_upper_case_globals,
    reason = "it is written in attributes, where words are lower case"
)]
pub const chars: super::length::Natural = super::length::Natural;

/// Extended grapheme clusters, for `unit`: what a reader takes for one character.
#[cfg(feature = "graphemes")]
#[allow(
    non_upper_case_globals,
    reason = "it is written in attributes, where words are lower case"
)]
pub const graphemes: super::length::Graphemes = super::length::Graphemes;

/// UTF-16 code units, for `unit`, as JavaScript counts.
#[allow(
    non_upper_case_globals,
    reason = "it is written in attributes, where words are lower case"
)]
pub const utf16: super::length::Utf16 = super::length::Utf16;
