//! The regular expressions that the program's patterns need, each compiled once.
//!
//! A rule is a constant and can't hold what is built at run time, so that stands here, found by the address of the
//! constant's text: two comparisons and no lock once it is there. Entries are never removed; there are as many as
//! the program has patterns.

use std::sync::OnceLock;

use regex::Regex;

use super::pattern::rust;
use super::table::Table;

/// Buckets of the list; beyond as many patterns the chains grow, nothing else.
const BUCKETS: usize = 256;

static COMPILED: [Chain; BUCKETS] = [const {
    Chain {
        first: OnceLock::new(),
    }
}; BUCKETS];

struct Chain {
    first: OnceLock<Box<Entry>>,
}

struct Entry {
    source: &'static str,
    whole: bool,
    ecma: bool,
    matcher: Option<Matcher>,
    next: Chain,
}

/// A compiled pattern.
pub(super) enum Matcher {
    /// A table, for patterns that are to match the whole text and are small.
    Table(Box<Table>),
    /// The engines of `regex`.
    Engine(Regex),
}

/// The compiled form of `source`; `None` if it is no regular expression. `whole` anchors it at both ends, `ecma` says that
/// it is one of ECMA-262.
pub(super) fn compiled(source: &'static str, whole: bool, ecma: bool) -> Option<&'static Matcher> {
    let address = source.as_ptr().addr();
    let mut chain = COMPILED.get((address >> 3 ^ address >> 11 ^ usize::from(whole)) % BUCKETS)?;
    loop {
        let entry = chain
            .first
            .get_or_init(|| Box::new(Entry::new(source, whole, ecma)));
        if std::ptr::eq(entry.source, source) && entry.whole == whole && entry.ecma == ecma {
            return entry.matcher.as_ref();
        }
        chain = &entry.next;
    }
}

impl Entry {
    fn new(source: &'static str, whole: bool, ecma: bool) -> Self {
        let next = Chain {
            first: OnceLock::new(),
        };
        Entry {
            source,
            whole,
            ecma,
            matcher: match ecma {
                true => rust(source).and_then(|source| Matcher::new(&source, whole)),
                false => Matcher::new(source, whole),
            },
            next,
        }
    }
}

impl Matcher {
    fn new(source: &str, whole: bool) -> Option<Self> {
        // Compiled alone first: `a)|(b` must not become valid by the brackets around it.
        let alone = Regex::new(source).ok()?;
        if !whole {
            return Some(Matcher::Engine(alone));
        }
        // Behind a comment of a verbose pattern the bracket needs a line of its own.
        let anchored = [format!(r"\A(?:{source})\z"), format!("\\A(?:{source}\n)\\z")];
        anchored.iter().find_map(|anchored| {
            Table::new(anchored)
                .map(|table| Matcher::Table(Box::new(table)))
                .or_else(|| Regex::new(anchored).ok().map(Matcher::Engine))
        })
    }

    /// Whether the text matches.
    #[inline]
    pub(super) fn is_match(&self, text: &str) -> bool {
        match self {
            Matcher::Table(table) => table.is_match(text.as_bytes()),
            Matcher::Engine(regex) => regex.is_match(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Matcher;

    #[test]
    fn tables_and_engines_agree() {
        let texts = [
            "",
            "a",
            "ab",
            "ABC-1234",
            "ABC-12345",
            "é",
            "\u{1f980}",
            "a\nb",
            "a b",
            " a",
            "0",
            "aaaa",
        ];
        let patterns = [
            "",
            "a*",
            "[A-Z]{3}-[0-9]{4}",
            r"\w+",
            "(?s).",
            ".",
            "a|ab",
            "(?i)AB",
            r"\d{1,3}",
            r"a\b",
            "[^a]*",
            "^a$",
            "(?x) a b # c\n",
        ];
        for pattern in patterns {
            let engine = regex::Regex::new(&format!(r"\A(?:{pattern})\z")).unwrap();
            let matcher = Matcher::new(pattern, true).unwrap();
            for text in texts {
                assert_eq!(
                    matcher.is_match(text),
                    engine.is_match(text),
                    "{pattern} on {text:?}"
                );
            }
        }
        assert!(matches!(
            Matcher::new("[A-Z]{3}-[0-9]{4}", true),
            Some(Matcher::Table(_))
        ));
        assert!(Matcher::new("a)|(b", true).is_none());
    }
}
