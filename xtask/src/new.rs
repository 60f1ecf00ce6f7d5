//! Writes the files of a new rule or format, and enters it in the lists.
//!
//! What is written compiles and passes: a rule or format that accepts any text but the empty one, to be changed from
//! there.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::rust::code;

/// Something that can be added.
struct Part {
    kind: &'static str,
    /// Where its files go, and what they start as.
    files: &'static [(&'static str, &'static str)],
    lists: &'static [List],
}

/// A list in alphabetical order that the name gets a line in.
struct List {
    path: &'static str,
    /// The line above the first entry.
    opening: &'static str,
    /// An entry, with `{name}` and `{Name}`.
    entry: &'static str,
}

const PARTS: &[Part] = &[
    Part {
        kind: "rule",
        files: &[
            (
                "contracts-runtime/src/rules/{name}.rs",
                include_str!("../templates/rule.rs"),
            ),
            (
                "testdata/rules/{name}.json",
                include_str!("../templates/rule.json"),
            ),
            ("tests/ui/rules/{name}.rs", include_str!("../templates/misuse.rs")),
        ],
        lists: &[
            List {
                path: "contracts-runtime/src/rules/mod.rs",
                opening: "rules! {",
                entry: "    {name},",
            },
            List {
                path: "contracts-runtime/tests/rules/main.rs",
                opening: "    match rule {",
                entry: "        \"{name}\" => text(&rules::{name}(), case),",
            },
            List {
                path: "tests/generate/parts.rs",
                opening: "fields! {",
                entry: "    {Name}: String, \"{name}\", [{name}];",
            },
        ],
    },
    Part {
        kind: "format",
        files: &[
            (
                "contracts-runtime/src/formats/{name}.rs",
                include_str!("../templates/format.rs"),
            ),
            (
                "testdata/formats/{name}.json",
                include_str!("../templates/format.json"),
            ),
        ],
        lists: &[
            List {
                path: "contracts-runtime/src/formats/mod.rs",
                opening: "formats! {",
                entry: "    {name}: {Name},",
            },
            List {
                path: "tests/generate/parts.rs",
                opening: "fields! {",
                entry: "    {Name}: String, \"{name}\", [{name}];",
            },
        ],
    },
];

/// Strict and reserved keywords of every edition.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield",
];

pub(crate) fn run(root: &Path, arguments: &[&str]) -> Outcome {
    let usage = || "say what and its name: cargo xtask new rule|format NAME".to_owned();
    let [kind, name] = arguments else {
        return Err(usage());
    };
    let part = PARTS.iter().find(|part| part.kind == *kind).ok_or_else(usage)?;
    fits(name)?;
    is_free(root, name)?;

    // Everything is prepared before anything is written, so that a failure leaves the tree as it was.
    let mut changes = Vec::new();
    for (path, template) in part.files {
        changes.push((fill(path, name), fill(template, name)));
    }
    for list in part.lists {
        let entered = enter(&read(root, list.path)?, list.opening, &fill(list.entry, name))
            .ok_or_else(|| format!("found no list in {}: no line `{}`", list.path, list.opening))?;
        changes.push((list.path.to_owned(), entered));
    }
    for (path, text) in &changes {
        let target = root.join(path);
        let folder = target.parent().unwrap_or(root);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&target, text))
            .map_err(|error| format!("can't write {path}: {error}"))?;
        println!("{path}");
    }
    println!("\nit accepts any text but the empty one: change that, its documentation and its vectors");
    println!(
        "then: cargo test -p contracts-runtime, cargo xtask bless, cargo xtask tidy, and a line in CHANGELOG.md"
    );
    Ok(())
}

/// Whether the name can be a module, a function and a word in attributes.
fn fits(name: &str) -> Outcome {
    let is_snake_case = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.split('_').all(|part| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
        });
    if !is_snake_case {
        return Err(format!(
            "`{name}` is not in snake_case, write lower-case words joined by `_`"
        ));
    }
    if KEYWORDS.contains(&name) {
        return Err(format!("`{name}` is a keyword of Rust, choose another name"));
    }
    Ok(())
}

/// Whether no rule and no format has the name: they share one namespace, that of the attribute's words.
fn is_free(root: &Path, name: &str) -> Outcome {
    let paths = PARTS
        .iter()
        .flat_map(|part| part.files)
        .map(|(path, _)| fill(path, name));
    let modules = ["rules", "formats"].map(|module| format!("contracts-runtime/src/{module}/{name}"));
    if let Some(path) = paths.chain(modules).find(|path| root.join(path).exists()) {
        return Err(format!("`{name}` is taken: {path} exists, nothing was written"));
    }
    let type_name = type_name(name);
    for list in PARTS.iter().flat_map(|part| part.lists) {
        if code(&read(root, list.path)?)
            .iter()
            .any(|token| token.is(&type_name))
        {
            return Err(format!(
                "`{name}` would have the type `{type_name}`, which {} uses already",
                list.path
            ));
        }
    }
    Ok(())
}

fn read(root: &Path, path: &str) -> Outcome<String> {
    fs::read_to_string(root.join(path)).map_err(|error| format!("can't read {path}: {error}"))
}

fn fill(template: &str, name: &str) -> String {
    template
        .replace("{name}", name)
        .replace("{Name}", &type_name(name))
}

/// `one_of` as `OneOf`.
fn type_name(name: &str) -> String {
    name.split('_')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_ascii_uppercase())
                .into_iter()
                .chain(letters)
        })
        .collect()
}

/// The text with the entry in its place in the list below `opening`. An attribute belongs to the entry that follows.
fn enter(text: &str, opening: &str, entry: &str) -> Option<String> {
    let mut lines: Vec<&str> = text.lines().collect();
    let start = lines.iter().position(|line| *line == opening)? + 1;
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_in_list = |line: &&&str| indent(line) >= indent(entry) && !line.trim_start().starts_with('_');
    let is_greater = |line: &&str| {
        indent(line) == indent(entry)
            && !line.trim_start().starts_with(['#', '}'])
            && word(line) > word(entry)
    };
    let list = lines.iter().skip(start);
    let length = list.clone().take_while(is_in_list).count();
    let before = list.clone().take(length).position(is_greater).unwrap_or(length);
    let attributes = list
        .take(before)
        .rev()
        .take_while(|line| line.trim_start().starts_with('#'))
        .count();
    lines.insert(start + before - attributes, entry);
    Some(lines.join("\n") + "\n")
}

/// The first word of an entry.
fn word(entry: &str) -> &str {
    entry
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .find(|word| !word.is_empty())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "rules! {\n    b,\n    #[cfg(d)]\n    d,\n}\n";

    #[test]
    fn an_entry_comes_to_its_place() {
        for (name, expected) in [
            ("a", "rules! {\n    a,\n    b,\n    #[cfg(d)]\n    d,\n}\n"),
            ("c", "rules! {\n    b,\n    c,\n    #[cfg(d)]\n    d,\n}\n"),
            ("e", "rules! {\n    b,\n    #[cfg(d)]\n    d,\n    e,\n}\n"),
        ] {
            assert_eq!(
                enter(LIST, "rules! {", &format!("    {name},")).as_deref(),
                Some(expected)
            );
        }
    }

    #[test]
    fn an_arm_stays_before_the_last_and_after_longer_ones() {
        let arms = "match a {\n    \"b\" => {\n        z()\n    }\n    _ => c(),\n}\n";
        let expected = "match a {\n    \"b\" => {\n        z()\n    }\n    \"d\" => e(),\n    _ => c(),\n}\n";
        assert_eq!(
            enter(arms, "match a {", "    \"d\" => e(),").as_deref(),
            Some(expected)
        );
    }

    #[test]
    fn without_the_list_there_is_no_place() {
        assert_eq!(enter("rules! { a }", "rules! {", "    a,"), None);
    }

    #[test]
    fn names_are_words_in_snake_case_and_no_keywords() {
        for name in ["a", "one_of", "ipv4"] {
            assert_eq!(fits(name), Ok(()), "{name}");
        }
        for name in [
            "", "A", "oneOf", "_a", "a_", "a__b", "4a", "a-b", "a/b", "\u{e9}", "type", "try", "self",
        ] {
            assert!(fits(name).is_err(), "{name}");
        }
    }

    #[test]
    fn the_type_is_the_name_in_camel_case() {
        assert_eq!(fill("{name}: {Name}", "one_of"), "one_of: OneOf");
    }
}
