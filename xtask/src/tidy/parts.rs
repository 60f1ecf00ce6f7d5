//! Every rule and format is whole: its file, an example that shows both verdicts, vectors of both verdicts, and for a
//! rule a ui case of a misuse. The lists are in alphabetical order.

use super::Finding;
use super::lists::{LISTS, List, Name, RULES};
use crate::rust::{Kind, code, group, skip, starts, suffixes, tokens};
use crate::tree::Tree;

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for list in LISTS {
        let names = list.names(tree);
        if names.is_empty() {
            let message = format!(
                "no list `{0}! {{ .. }}` with names, declare the {0} in one",
                list.module
            );
            findings.push(Finding::error(list.path, 1, message));
        }
        findings.extend(out_of_order(list, &names));
        for name in &names {
            findings.extend(source(tree, list, name));
            findings.extend(vectors(tree, list, name));
        }
    }
    for name in RULES.names(tree) {
        findings.extend(misuse(tree, &name));
    }
    findings
}

fn out_of_order(list: List, names: &[Name]) -> Option<Finding> {
    let pair = names
        .windows(2)
        .find(|pair| pair.is_sorted_by(|a, b| a.word >= b.word))?;
    let [before, after] = pair else { return None };
    let message = format!(
        "`{}` stands behind `{}`, keep the list in alphabetical order and each name once",
        after.word, before.word
    );
    Some(Finding::error(list.path, after.line, message))
}

fn source(tree: &Tree, list: List, name: &Name) -> Option<Finding> {
    let path = format!("contracts-runtime/src/{}/{}.rs", list.module, name.word);
    let Some(file) = tree.get(&path) else {
        let message = format!("the {} `{}` has no file, write {path}", list.kind, name.word);
        return Some(Finding::error(list.path, name.line, message));
    };
    if examples(&file.text).iter().any(|example| shows_both(example)) {
        return None;
    }
    let message = format!(
        "no example asserts one value that the {} accepts and one that it rejects, add both to its documentation",
        list.kind
    );
    Some(Finding::error(&path, 1, message))
}

fn vectors(tree: &Tree, list: List, name: &Name) -> Vec<Finding> {
    let path = format!("testdata/{}/{}.json", list.module, name.word);
    let Some(file) = tree.get(&path) else {
        let message = format!("the {} `{}` has no vectors, write {path}", list.kind, name.word);
        return vec![Finding::error(list.path, name.line, message)];
    };
    let text: String = file.text.split_whitespace().collect();
    ["true", "false"]
        .iter()
        .filter(|verdict| !text.contains(&format!(r#""accept":{verdict}"#)))
        .map(|verdict| {
            let message = format!(r#"no case has `"accept": {verdict}`, add cases of both verdicts"#);
            Finding::error(&path, 1, message)
        })
        .collect()
}

fn misuse(tree: &Tree, name: &Name) -> Option<Finding> {
    let path = format!("tests/ui/rules/{}.rs", name.word);
    if tree.get(&path).is_some() {
        return None;
    }
    let message = format!(
        "the rule `{}` has no ui case, write a misuse in {path}",
        name.word
    );
    Some(Finding::error(RULES.path, name.line, message))
}

/// The code blocks of the documentation that are run as tests.
fn examples(source: &str) -> Vec<String> {
    let mut examples = Vec::new();
    let mut open: Option<String> = None;
    let mut fenced = false;
    for token in tokens(source).iter().filter(|token| token.kind == Kind::Doc) {
        for line in token.text.lines() {
            let line = line.trim_start_matches(['/', '!', '*']).trim();
            match line.strip_prefix("```") {
                Some(_) if fenced => {
                    fenced = false;
                    examples.extend(open.take());
                }
                Some(language) => {
                    fenced = true;
                    open = ["", "rust"].contains(&language).then(String::new);
                }
                None => {
                    if let Some(example) = &mut open {
                        example.push_str(line);
                        example.push('\n');
                    }
                }
            }
        }
    }
    examples
}

/// Whether an example asserts that something is accepted and that something is not: `assert!(x.accepts(..))` and
/// `assert!(!x.accepts(..))`, or `assert_eq!` with `Some(true)` and `Some(false)`.
fn shows_both(example: &str) -> bool {
    let code = code(example);
    let (mut accepted, mut rejected) = (false, false);
    for tokens in suffixes(&code) {
        let is_plain = starts(tokens, &["assert", "!"]);
        if !is_plain && !starts(tokens, &["assert_eq", "!"]) {
            continue;
        }
        let asserted = group(skip(tokens, 2));
        if is_plain && asserted.iter().any(|token| token.is("accepts")) {
            let negated = starts(asserted, &["!"]);
            accepted |= !negated;
            rejected |= negated;
        }
        let compared =
            |verdict| suffixes(asserted).any(|tokens| starts(tokens, &["Some", "(", verdict, ")"]));
        accepted |= compared("true");
        rejected |= compared("false");
    }
    accepted && rejected
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::lists::FORMATS;

    const RULE: &str = "/// Doc.\n///\n/// ```\n/// assert!(a().accepts(1));\n/// assert!(\n///     !a().accepts(2)\n/// );\n/// ```\npub const fn a() {}";
    const FORMAT: &str =
        "//! ```\n//! assert_eq!(check(1), Some(true));\n//! assert_eq!(check(2), Some(false));\n//! ```";
    const VECTORS: &str = r#"{"cases": [{"accept": true}, {"accept" : false}]}"#;

    fn whole() -> Vec<(&'static str, &'static str)> {
        vec![
            (RULES.path, "rules! {\n    a,\n}"),
            (FORMATS.path, "formats! {\n    b: B,\n}"),
            ("contracts-runtime/src/rules/a.rs", RULE),
            ("contracts-runtime/src/formats/b.rs", FORMAT),
            ("testdata/rules/a.json", VECTORS),
            ("testdata/formats/b.json", VECTORS),
            ("tests/ui/rules/a.rs", "fn main() {}"),
        ]
    }

    #[test]
    fn what_is_whole_gives_no_finding() {
        assert_eq!(check(&Tree::of(&whole())), []);
    }

    #[test]
    fn each_missing_file_is_a_finding_in_the_list() {
        for at in 2..whole().len() {
            let mut files = whole();
            let (path, _) = files.remove(at);
            let findings = check(&Tree::of(&files));
            assert_eq!(findings.len(), 1, "{path}");
            assert!(
                findings[0].message.contains(path) && findings[0].line == 2,
                "{}",
                findings[0]
            );
        }
    }

    #[test]
    fn a_missing_list_is_a_finding() {
        assert_eq!(check(&Tree::default()).len(), 2);
    }

    #[test]
    fn an_example_must_assert_both_verdicts() {
        for example in [
            "assert!(a().accepts(1));",
            "assert!(!a().accepts(1));",
            "a().accepts(1); !a().accepts(2);",
            "// assert!(a().accepts(1));\nassert!(!a().accepts(2));",
        ] {
            assert!(!shows_both(example), "{example}");
        }
    }

    #[test]
    fn only_examples_that_are_run_count() {
        let text = RULE.replacen("```", "```text", 1);
        assert_eq!(examples(&text), [""; 0]);
        assert_eq!(examples(RULE).len(), 1);
    }

    #[test]
    fn vectors_need_both_verdicts() {
        let mut files = whole();
        files[4].1 = r#"{"cases": [{"accept": true}]}"#;
        let findings = check(&Tree::of(&files));
        assert_eq!(findings.len(), 1);
        assert!(findings[0].message.contains("false"));
    }

    #[test]
    fn the_lists_are_in_alphabetical_order() {
        let name = |word: &str| Name {
            word: word.to_owned(),
            line: 7,
        };
        assert_eq!(out_of_order(RULES, &["a", "b", "c"].map(name)), None);
        assert!(out_of_order(RULES, &["a", "c", "b"].map(name)).is_some());
        assert!(out_of_order(RULES, &["a", "a"].map(name)).is_some());
    }
}
