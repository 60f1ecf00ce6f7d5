//! The macros name no rule and no format: their grammar is closed, the vocabulary is the runtime's.
//!
//! A macro can recognise a word only by comparing it with a string or by a keyword made for it, and can write it only
//! as a path or from a string. So these are findings, for every name in the lists of the runtime:
//!
//! - a string literal that is the name, a path that ends in it, or that says either in back-ticks: `"length"`,
//!   `"rules::length"`, "`length` needs". An example of the grammar, "such as `length = 1..=100`", is none;
//! - the name in a path below its list's module: `rules::length`, `rules::{length, range}`, in code and in `quote!`;
//! - a macro that makes a word of it: `custom_keyword!(length)`, `stringify!(length)`.
//!
//! An identifier alone is none: anyone may call a variable `range` or a function `one_of`. Comments and tests don't
//! count, nor does `probe/`, which looks at literals and can be deleted, nor the cases of serde's `rename_all`, of which
//! two are words of rules as well.

use super::Finding;
use super::lists::{LISTS, List, Name};
use crate::rust::{Kind, Token, code, group, skip, starts, suffixes};
use crate::tree::Tree;

const MACROS: &str = "contracts-macros/src/";
const PROBE: &str = "contracts-macros/src/probe";
const CASES: &str = "contracts-macros/src/parse/case.rs";

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let names: Vec<Name> = LISTS.iter().flat_map(|list| list.names(tree)).collect();
    let known = |word: &str| names.iter().any(|name| name.word == word);
    tree.rust(MACROS)
        .filter(|file| !file.path.starts_with(PROBE) && file.path != CASES && !file.is_test())
        .flat_map(|file| {
            named(&code(&file.text), &known).into_iter().map(|(line, word)| {
                let message = format!(
                    "the macros name `{word}`, let the user's word become a path and keep its meaning in the runtime"
                );
                Finding::error(&file.path, line, message)
            })
        })
        .collect()
}

/// The line and the name of each mention.
fn named(tokens: &[Token<'_>], known: &dyn Fn(&str) -> bool) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut add = |token: &Token<'_>, word: &str| {
        if known(word) {
            found.push((token.line, word.to_owned()));
        }
    };
    for tokens in suffixes(tokens) {
        let Some(first) = tokens.first() else { break };
        if first.kind == Kind::Text {
            mentions(first.text).for_each(|word| add(first, word));
        }
        for token in below(tokens).iter().chain(made(tokens)) {
            add(token, token.text);
        }
    }
    found
}

/// The words below `rules::` where the tokens start so: one, or a list in braces.
fn below<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let is_path = |list: &List| starts(tokens, &[list.module, ":", ":"]);
    if !LISTS.iter().any(is_path) {
        return &[];
    }
    let words = skip(tokens, 3);
    if starts(words, &["{"]) {
        group(words)
    } else {
        words.get(..1).unwrap_or_default()
    }
}

/// The words that a macro makes a keyword or a text of where the tokens start with its call.
fn made<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let is_maker = |maker: &&str| starts(tokens, &[maker, "!"]);
    if ["custom_keyword", "stringify"].iter().any(is_maker) {
        group(skip(tokens, 2))
    } else {
        &[]
    }
}

/// The words that a text says as words: all of it, what is alone in back-ticks, what ends a path.
fn mentions(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.split('`').skip(1).step_by(2);
    std::iter::once(text)
        .chain(quoted)
        .map(|word| word.rsplit("::").next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::lists::RULES;

    fn found(source: &str) -> Vec<(usize, String)> {
        named(&code(source), &|word| {
            ["length", "range", "one_of"].contains(&word)
        })
    }

    #[test]
    fn strings_that_are_a_name_are_found() {
        for source in [
            r#"if word == "length" {}"#,
            r##"r#"length"#"##,
            r#"["a::length"]"#,
            r#"error("`length` needs a range")"#,
            r#"error("a `word`, `length`")"#,
            r#"error("no `rules::length` here")"#,
        ] {
            assert_eq!(found(source), [(1, "length".to_owned())], "{source}");
        }
    }

    #[test]
    fn text_that_only_holds_the_word_is_not() {
        for source in [
            r#""expected a range""#,
            r#""`a range`""#,
            r#""such as `length = 1..=100`""#,
            r#""lengths""#,
            r#""`lengths`""#,
        ] {
            assert_eq!(found(source), [], "{source}");
        }
    }

    #[test]
    fn paths_below_the_module_are_found() {
        assert_eq!(found("quote!(#rules::length(1))").len(), 1);
        assert_eq!(
            found("\nquote!(::perimeter::rules::length(1))"),
            [(2, "length".to_owned())]
        );
        assert_eq!(found("use rules::{length, a, range};").len(), 2);
    }

    #[test]
    fn keywords_made_of_a_name_are_found() {
        assert_eq!(found("syn::custom_keyword!(length);").len(), 1);
        assert_eq!(found("stringify!(one_of)").len(), 1);
    }

    #[test]
    fn identifiers_comments_and_tests_are_not() {
        let source = "/// `length`\nlet range = one_of(\n// \"length\"\n);\n#[cfg(test)]\nmod tests { const A: &str = \"length\"; }";
        assert_eq!(found(source), []);
    }

    #[test]
    fn the_probe_may_name_what_it_looks_at() {
        let list = (RULES.path, "rules! { pattern, }");
        let source = r#"fn f(word: &str) -> bool { word == "pattern" }"#;
        let tree = Tree::of(&[list, ("contracts-macros/src/probe/mod.rs", source)]);
        assert_eq!(check(&tree), []);
        let tree = Tree::of(&[list, ("contracts-macros/src/parse/field.rs", source)]);
        let [finding] = &check(&tree)[..] else {
            panic!("one finding")
        };
        assert_eq!(
            (finding.path.as_str(), finding.line),
            ("contracts-macros/src/parse/field.rs", 1)
        );
    }
}
