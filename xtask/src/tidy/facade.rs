//! The facade holds documentation, re-exports and its private module, and no logic.

use super::Finding;
use crate::rust::code;
use crate::tree::Tree;

/// What makes something instead of passing it on.
const MAKERS: &[&str] = &[
    "const",
    "enum",
    "fn",
    "impl",
    "macro_rules",
    "static",
    "struct",
    "trait",
    "type",
    "union",
];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.rust("src/")
        .flat_map(|file| {
            code(&file.text)
                .into_iter()
                .filter(|token| MAKERS.iter().any(|maker| token.is(maker)))
                .map(|token| {
                    let message = format!(
                        "`{}` in the facade, write it in contracts-runtime or registry and re-export it",
                        token.text
                    );
                    Finding::error(&file.path, token.line, message)
                })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, source: &str) -> Vec<usize> {
        check(&Tree::of(&[(path, source)]))
            .iter()
            .map(|finding| finding.line)
            .collect()
    }

    #[test]
    fn documentation_and_re_exports_pass() {
        let source = "//! fn main() {}\n#![doc = \"struct\"]\npub use a::{b, c as d};\n#[doc(hidden)]\npub mod private { pub use e::f; }";
        assert_eq!(lines("src/lib.rs", source), [0; 0]);
    }

    #[test]
    fn items_are_found() {
        assert_eq!(
            lines("src/lib.rs", "pub use a;\nstruct B;\nimpl B {\n    fn c() {}\n}"),
            [2, 3, 4]
        );
    }

    #[test]
    fn other_crates_may_hold_them() {
        assert_eq!(lines("registry/src/lib.rs", "fn a() {}"), [0; 0]);
    }
}
