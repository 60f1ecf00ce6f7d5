//! Every `allow` and `expect` of a lint carries its reason.

use super::Finding;
use crate::rust::{Token, group, skip, starts, suffixes, tokens};
use crate::tree::Tree;

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.rust("")
        .flat_map(|file| {
            let tokens = tokens(&file.text);
            let found: Vec<_> = suffixes(&tokens)
                .filter_map(attribute)
                .flat_map(unreasoned)
                .collect();
            found.into_iter().map(|(line, word)| {
                let message =
                    format!("`{word}` without a reason, add `reason = \"...\"`, or mend what the lint says");
                Finding::error(&file.path, line, message)
            })
        })
        .collect()
}

/// The inside of the attribute that the tokens start with.
fn attribute<'t, 'a>(tokens: &'t [Token<'a>]) -> Option<&'t [Token<'a>]> {
    [&["#", "["][..], &["#", "!", "["]]
        .into_iter()
        .find(|start| starts(tokens, start))
        .map(|start| group(skip(tokens, start.len() - 1)))
}

/// The `allow`s and `expect`s in an attribute that have no reason, also below `cfg_attr`.
fn unreasoned<'a>(attribute: &[Token<'a>]) -> Vec<(usize, &'a str)> {
    let mut found = Vec::new();
    for tokens in suffixes(attribute) {
        let Some(word) = tokens.first() else { break };
        let lints = group(skip(tokens, 1));
        let is_level = ["allow", "expect"]
            .iter()
            .any(|level| starts(tokens, &[level, "("]));
        if is_level && !suffixes(lints).any(|tokens| starts(tokens, &["reason", "="])) {
            found.push((word.line, word.text));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(source: &str) -> Vec<usize> {
        check(&Tree::of(&[("src/a.rs", source)]))
            .iter()
            .map(|finding| finding.line)
            .collect()
    }

    #[test]
    fn a_reason_is_enough() {
        assert_eq!(
            lines("#[allow(a, reason = \"b\")]\n#![expect(\n    c,\n    reason = \"d\"\n)]"),
            [0; 0]
        );
    }

    #[test]
    fn none_is_a_finding() {
        assert_eq!(
            lines("#[allow(a)]\n#![allow(b)]\n#[expect(c)]\n#[cfg_attr(d, allow(e))]"),
            [1, 2, 3, 4]
        );
    }

    #[test]
    fn calls_are_no_attributes() {
        assert_eq!(lines("a.expect(b); allow(c); // #[allow(d)]"), [0; 0]);
    }
}
