//! `regex`: a regular expression.

mod names;
mod pattern;
mod property;

use super::Format;

/// A regular expression of JavaScript: a `Pattern` of ECMA-262, section 22.2.1, with the flag u, which is what JSON
/// Schema asks of `pattern`.
///
/// The edition is that of 2025: look-behind, named groups, which may share a name in different alternatives,
/// properties of Unicode 17, modifiers such as `(?i:a)`. The flag u has no forms for compatibility: `\a`, `{` alone
/// and `[\d-z]` do not pass. The delimiters and flags of a literal are not part of the text. Whether our
/// [`pattern`](crate::rules::pattern()) takes it is another matter: that is another dialect.
///
/// Linear in the length. Brackets and names of groups cost allocations.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("regex", "^[a-z]+$"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("regex", "[a-z"), Some(false));
/// ```
#[must_use]
pub const fn regex() -> Regex {
    Regex {}
}

/// The rule that [`regex()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Regex {}

impl Format for Regex {
    const CODE: &'static str = "regex";
    const SCHEMA: Option<&'static str> = Some("regex");
    const WHAT: &'static str = "a regular expression (ECMA-262)";
    const ACCEPTED: &[&str] = &[
        "^a|b$",
        "a*b+?c?d{2}e{2,}f{2,3}?",
        "a{00002,2}",
        "a{99999999999999999999,99999999999999999999}",
        "(a)(?:b)(?<c>d)",
        "(?=a)(?!b)(?<=c)(?<!d)",
    ];
    const REJECTED: &[&str] = &["(", ")", "(a", "a)", "\\p{RGI_Emoji}", "\\p{L"];

    fn accepts(self, text: &str) -> bool {
        pattern::is_pattern(text)
    }
}
