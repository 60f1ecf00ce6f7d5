//! Regular expressions as JSON Schema has them: those of ECMA-262 with the flag `u`.

use std::fmt::Write as _;

use crate::violation::{Param, Params};

/// The expression that matches `text` itself.
pub(super) fn literal(text: &str) -> String {
    let mut regex = String::with_capacity(text.len());
    for char in text.chars() {
        if "^$\\.*+?()[]{}|/".contains(char) {
            regex.push('\\');
        }
        regex.push(char);
    }
    regex
}

/// What stands in the brackets of a class of these characters.
pub(super) fn ranges(ranges: impl IntoIterator<Item = (char, char)>) -> String {
    let mut class = String::new();
    for (first, last) in ranges {
        // Writing to a text can't fail.
        let _ = match first == last {
            true => write!(class, "\\u{{{:X}}}", u32::from(first)),
            false => write!(
                class,
                "\\u{{{:X}}}-\\u{{{:X}}}",
                u32::from(first),
                u32::from(last)
            ),
        };
    }
    class
}

/// The keyword for text that matches an expression.
pub(super) fn pattern(regex: impl Into<Param>) -> Vec<(&'static str, Param)> {
    vec![("pattern", regex.into())]
}

/// The keyword for values that a keyword with this value does not accept.
pub(super) fn not(keyword: &'static str, value: impl Into<Param>) -> Vec<(&'static str, Param)> {
    vec![("not", Params::new().with(keyword, value).into())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_an_expression_is_escaped() {
        assert_eq!(literal("a.b/c-d"), r"a\.b\/c-d");
        assert_eq!(literal("(é)"), r"\(é\)");
    }

    #[test]
    fn a_range_of_one_character_is_that_character() {
        assert_eq!(
            ranges([('\n', '\r'), ('\u{2028}', '\u{2028}')]),
            r"\u{A}-\u{D}\u{2028}"
        );
    }
}
