//! The stages of the macros keep to their trade: reading writes no code, and writing code can't fail.

use super::Finding;
use crate::rust::{Token, code, group, skip, starts, suffixes, without};
use crate::tree::{File, Tree};

/// The macros that write code.
const WRITERS: &[&str] = &["quote", "quote_spanned"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let stage = |name: &str| {
        let start = format!("contracts-macros/src/{name}");
        let files = tree.rust("contracts-macros/src/").filter(move |file| {
            let rest = file.path.strip_prefix(&start);
            !file.is_test() && rest.is_some_and(|rest| rest.starts_with(['/', '.']))
        });
        files.collect::<Vec<_>>()
    };
    let read = ["parse", "model"].into_iter().flat_map(stage).flat_map(writing);
    read.chain(stage("expand").into_iter().flat_map(failing))
        .collect()
}

fn writing(file: &File) -> Vec<Finding> {
    suffixes(&code(&file.text))
        .filter(|tokens| written(tokens) > 0)
        .filter_map(<[Token<'_>]>::first)
        .map(|word| {
            let message = format!(
                "`{}!` in a stage that reads, keep what was read and write code in expand/",
                word.text
            );
            Finding::error(&file.path, word.line, message)
        })
        .collect()
}

fn failing(file: &File) -> Vec<Finding> {
    // The code that is written may well name `Result`.
    let tokens = without(&code(&file.text), written);
    suffixes(&tokens)
        .filter(|tokens| {
            starts(tokens, &["Result"])
                || starts(tokens, &["syn", ":", ":", "Error"])
                || starts(tokens, &["Error", ":", ":", "new"])
        })
        .filter_map(<[Token<'_>]>::first)
        .map(|word| {
            let message = "expand/ can't fail, find the mistake when the model is made";
            Finding::error(&file.path, word.line, message)
        })
        .collect()
}

/// How many tokens the writing macro takes that the tokens start with.
fn written(tokens: &[Token<'_>]) -> usize {
    if WRITERS.iter().any(|writer| starts(tokens, &[writer, "!"])) {
        group(skip(tokens, 2)).len() + 4
    } else {
        0
    }
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
    fn stages_that_read_write_no_code() {
        for path in [
            "contracts-macros/src/parse/field.rs",
            "contracts-macros/src/model.rs",
        ] {
            assert_eq!(
                lines(
                    path,
                    "use quote::quote;\nfn a() { quote!(b) }\nfn c() { quote_spanned! { d=> e } }"
                ),
                [2, 3]
            );
        }
    }

    #[test]
    fn their_tests_may() {
        let source = "#[cfg(test)]\nmod tests { fn a() { quote!(b) } }";
        assert_eq!(lines("contracts-macros/src/parse/field.rs", source), [0; 0]);
        assert_eq!(lines("contracts-macros/src/parse/tests.rs", "quote!(b)"), [0; 0]);
    }

    #[test]
    fn expand_returns_no_result() {
        let source = "fn a() -> Result<B> {}\nfn c() { syn::Error::new(d) }";
        assert_eq!(lines("contracts-macros/src/expand/mod.rs", source), [1, 2, 2]);
    }

    #[test]
    fn the_code_it_writes_may() {
        let source = "fn a() -> TokenStream { quote! { fn b() -> ::core::result::Result<(), ()> {} } }";
        assert_eq!(lines("contracts-macros/src/expand/mod.rs", source), [0; 0]);
        assert_eq!(
            lines(
                "contracts-macros/src/derive.rs",
                "fn a() -> Result<B> { quote!(c) }"
            ),
            [0; 0]
        );
    }
}
