//! The names of the rules and formats, read from the lists that declare them.

use crate::rust::{Kind, Token, code, group, skip, starts, suffixes};
use crate::tree::Tree;

/// A list of names, and where everything of a name belongs.
#[derive(Debug, Clone, Copy)]
pub(super) struct List {
    /// What one of them is called.
    pub(super) kind: &'static str,
    /// The module, which is also the macro that declares the list and the folder of the vectors.
    pub(super) module: &'static str,
    /// Where the list is.
    pub(super) path: &'static str,
}

pub(super) const RULES: List = List {
    kind: "rule",
    module: "rules",
    path: "contracts-runtime/src/rules/mod.rs",
};

pub(super) const FORMATS: List = List {
    kind: "format",
    module: "formats",
    path: "contracts-runtime/src/formats/mod.rs",
};

pub(super) const LISTS: [List; 2] = [RULES, FORMATS];

/// A name and the line that it is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) word: String,
    pub(super) line: usize,
}

impl List {
    /// The names in their order; none if there is no list.
    pub(super) fn names(&self, tree: &Tree) -> Vec<Name> {
        tree.get(self.path)
            .map(|file| self.names_in(&file.text))
            .unwrap_or_default()
    }

    fn names_in(&self, source: &str) -> Vec<Name> {
        let tokens = code(source);
        let Some(list) = suffixes(&tokens).find(|tokens| starts(tokens, &[self.module, "!", "{"])) else {
            return Vec::new();
        };
        entries(group(skip(list, 2)))
    }
}

/// The first word of each entry behind its attributes.
fn entries(list: &[Token<'_>]) -> Vec<Name> {
    let mut names = Vec::new();
    let mut rest = list;
    let mut fresh = true;
    while let Some((first, behind)) = rest.split_first() {
        if first.is("#") {
            rest = skip(behind, group(behind).len() + 2);
            continue;
        }
        if fresh && first.kind == Kind::Word {
            names.push(Name {
                word: first.text.to_owned(),
                line: first.line,
            });
        }
        fresh = first.is(",");
        rest = behind;
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(list: List, source: &str) -> Vec<String> {
        list.names_in(source).into_iter().map(|name| name.word).collect()
    }

    #[test]
    fn rules_are_words_with_or_without_attributes() {
        let source =
            "macro_rules! rules { ($x:ident) => {} }\nrules! {\n a,\n #[cfg(feature = \"c\")]\n b,\n}";
        assert_eq!(words(RULES, source), ["a", "b"]);
        assert_eq!(RULES.names_in(source).last().map(|name| name.line), Some(5));
    }

    #[test]
    fn formats_are_words_with_a_type() {
        assert_eq!(
            words(FORMATS, "formats! { date: Date, uri: Uri, }"),
            ["date", "uri"]
        );
    }

    #[test]
    fn without_a_list_there_are_no_names() {
        assert_eq!(words(RULES, "macro_rules! rules { () => {} }"), [""; 0]);
    }

    #[test]
    fn the_lists_of_this_project_are_found() {
        let tree = Tree::load(&crate::tree::root().unwrap()).unwrap();
        for (list, word) in [(RULES, "length"), (FORMATS, "uuid")] {
            assert!(list.names(&tree).iter().any(|name| name.word == word), "{word}");
        }
    }
}
