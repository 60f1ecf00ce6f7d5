//! Nothing is left over from writing: notes to oneself, placeholders, commented-out code.

use super::Finding;
use crate::rust::{Kind, Token, starts, suffixes, tokens};
use crate::tree::Tree;

/// Words of notes. One that names its issue, as in `TODO(#12)`, is a plan and may stay.
const NOTES: &[&str] = &["TODO", "FIXME", "XXX"];

/// Macros that stand for what is not written yet, or that print for whoever is debugging.
const PLACEHOLDERS: &[&str] = &["todo", "unimplemented", "dbg"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.rust("").filter(|file| !file.path.starts_with("testdata/")) {
        let tokens = tokens(&file.text);
        let mut add = |line, message: String| findings.push(Finding::error(&file.path, line, message));
        for token in tokens
            .iter()
            .filter(|token| matches!(token.kind, Kind::Comment | Kind::Doc))
        {
            if let Some(note) = note(token.text) {
                add(
                    token.line,
                    format!("a note `{note}`, do it now, or open an issue and write `{note}(#1)`"),
                );
            }
        }
        for comment in tokens
            .iter()
            .filter(|token| token.kind == Kind::Comment && is_code(token.text))
        {
            add(
                comment.line,
                "commented-out code, delete it: git keeps it".to_owned(),
            );
        }
        for placeholder in suffixes(&tokens).filter_map(placeholder) {
            add(
                placeholder.line,
                format!("`{}!`, write what it stands for", placeholder.text),
            );
        }
    }
    findings
}

/// The first note in a comment that names no issue.
fn note(comment: &str) -> Option<&'static str> {
    NOTES.iter().copied().find(|note| {
        comment.match_indices(note).any(|(at, _)| {
            let (before, behind) = comment.split_at(at);
            let behind = behind.get(note.len()..).unwrap_or_default();
            let is_word = !before.ends_with(char::is_alphanumeric)
                && !behind.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_');
            is_word && !behind.starts_with("(#")
        })
    })
}

/// Whether a line of a comment ends or starts as only code does. Prose ends a line with `;` too, but hardly behind a
/// bracket or with an assignment before it.
fn is_code(comment: &str) -> bool {
    comment.lines().any(|line| {
        let line = line.trim();
        let statement = line.strip_suffix(';').is_some_and(|line| {
            line.ends_with([')', ']', '}', '"', '?'])
                || line.contains(" = ")
                || ["use ", "return ", "let ", "mod ", "pub "]
                    .iter()
                    .any(|word| line.starts_with(word))
        });
        let opens = line.ends_with(" {") || line.ends_with("({") || line.ends_with("=> {");
        let closes = ["}", "};", "},", "});", "})", ");", "),"].contains(&line);
        statement || opens || closes || line.starts_with("#[") || line.starts_with("pub fn ")
    })
}

fn placeholder<'a>(tokens: &[Token<'a>]) -> Option<Token<'a>> {
    let found = PLACEHOLDERS.iter().any(|word| starts(tokens, &[word, "!"]));
    found.then(|| tokens.first().copied()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(source: &str) -> Vec<String> {
        check(&Tree::of(&[("src/a.rs", source)]))
            .into_iter()
            .map(|finding| finding.message)
            .collect()
    }

    #[test]
    fn notes_are_found_in_comments_only() {
        assert_eq!(messages("// TODO: more").len(), 1);
        assert_eq!(messages("/// FIXME").len(), 1);
        assert_eq!(messages("const A: &str = \"TODO\"; // TODOS, mastodon").len(), 0);
    }

    #[test]
    fn a_note_that_names_its_issue_may_stay() {
        assert_eq!(messages("// TODO(#12): more").len(), 0);
    }

    #[test]
    fn placeholders_are_found() {
        assert_eq!(messages("fn a() { todo!() }").len(), 1);
        assert_eq!(messages("fn a() { dbg!(1); }").len(), 1);
        assert_eq!(messages("fn todo() { dbg(1) } // dbg!").len(), 0);
    }

    #[test]
    fn code_in_comments_is_found() {
        for line in [
            "let a = 1;",
            "call(b)?;",
            "return c;",
            "use d::e;",
            "if f {",
            "}",
            "#[inline]",
            "pub fn g(h: I)",
        ] {
            assert!(is_code(&format!(" {line}")), "{line}");
        }
    }

    #[test]
    fn prose_is_not() {
        for line in [
            "It is one; the other is not;",
            "`let a = 1;` is an error.",
            "Both ends, where there are any:",
            "See [`super`] (and above).",
        ] {
            assert!(!is_code(&format!(" {line}")), "{line}");
        }
    }
}
