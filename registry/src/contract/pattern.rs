//! Patterns over module paths.
//!
//! `app::api` is one module, `app::*` those directly in `app`, `app::**` is `app` and all that is in it.

use std::fmt;

use super::key::Module;

const ONE: &str = "*";
const SUBTREE: &str = "**";
const SEPARATOR: &str = "::";

/// A well-formed pattern.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pattern<'a>(&'a str);

/// What is wrong with a pattern, and at which byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Flaw {
    pub(crate) at: usize,
    pub(crate) fault: Fault,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// There is nothing.
    Nothing,
    /// There is nothing between two separators, before the first or behind the last.
    Segment,
    /// A separator with one colon, or with three.
    Colon,
    /// A wildcard that is only a part of its segment.
    Part,
    /// A subtree that something follows.
    Subtree,
    /// A segment that depends on where the pattern is written.
    Relative,
    /// A character that no name has.
    Character(char),
}

impl<'a> Pattern<'a> {
    pub(crate) fn parse(text: &'a str) -> Result<Self, Flaw> {
        if text.is_empty() {
            let fault = Fault::Nothing;
            return Err(Flaw { at: 0, fault });
        }
        let mut at = 0;
        for segment in text.split(SEPARATOR) {
            let end = at + segment.len();
            let inside = match segment {
                SUBTREE if end < text.len() => Err((0, Fault::Subtree)),
                ONE | SUBTREE => Ok(()),
                name => check_name(name),
            };
            inside.map_err(|(offset, fault)| Flaw {
                at: at + offset,
                fault,
            })?;
            at = end + SEPARATOR.len();
        }
        Ok(Pattern(text))
    }

    /// The module before the first wildcard; `None` if it begins with one. What matches is within it.
    pub(crate) fn root(self) -> Option<&'a str> {
        let Some(wildcard) = self.0.find(ONE) else {
            return Some(self.0);
        };
        self.0.get(..wildcard)?.strip_suffix(SEPARATOR)
    }

    pub(crate) fn matches(self, module: Module<'_>) -> bool {
        let mut segments = module.segments();
        for wanted in self.0.split(SEPARATOR) {
            if wanted == SUBTREE {
                return true;
            }
            match segments.next() {
                Some(segment) if wanted == ONE || wanted == segment => {}
                _ => return false,
            }
        }
        segments.next().is_none()
    }
}

/// Checks that a segment is a name as `module_path!` gives it, raw ones included.
fn check_name(segment: &str) -> Result<(), (usize, Fault)> {
    if segment.is_empty() {
        return Err((0, Fault::Segment));
    }
    if matches!(segment, "crate" | "self" | "super") {
        return Err((0, Fault::Relative));
    }
    let name = segment
        .strip_prefix("r#")
        .filter(|name| !name.is_empty())
        .unwrap_or(segment);
    let raw = segment.len() - name.len();
    let fault = name.char_indices().find_map(|(at, character)| {
        let fault = match character {
            '_' => return None,
            '*' => Fault::Part,
            ':' => Fault::Colon,
            _ if character.is_alphabetic() || (at > 0 && character.is_alphanumeric()) => return None,
            _ => Fault::Character(character),
        };
        Some((raw + at, fault))
    });
    fault.map_or(Ok(()), Err)
}

/// What is wrong, and what to write instead.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Nothing => f.write_str("there is nothing; write `**` for all modules"),
            Fault::Segment => f.write_str("a segment is missing; write a name, `*` or, at the end, `**`"),
            Fault::Colon => f.write_str("this colon separates nothing; write `::` between segments"),
            Fault::Part => f.write_str(
                "a wildcard is a segment of its own; write a whole name, `*` or, at the end, `**`",
            ),
            Fault::Subtree => {
                f.write_str("`**` stands at the end alone; write `*` for each segment before it")
            }
            Fault::Relative => f.write_str("a pattern is relative to nothing; write the name of the crate"),
            Fault::Character('-') => f.write_str("no module has `-` in its name; write `_`"),
            Fault::Character('.' | '/' | '\\') => f.write_str("write `::` between segments"),
            Fault::Character(character) => {
                let character = character.escape_debug();
                write!(
                    f,
                    "no name has `{character}` here; write a name, `*` or, at the end, `**`"
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_whole_segments() {
        let table: &[(&str, &[&str], &[&str])] = &[
            ("app", &["app"], &["app::api", "apps", "ap"]),
            (
                "app::api",
                &["app::api"],
                &["app", "app::api::v1", "app::apis", "my::app::api"],
            ),
            (
                "app::*",
                &["app::api", "app::core"],
                &["app", "app::api::v1", "apps::api"],
            ),
            (
                "app::**",
                &["app", "app::api", "app::api::v1"],
                &["apps", "apps::api", "my::app"],
            ),
            (
                "app::*::v1",
                &["app::api::v1"],
                &["app::v1", "app::api::v2", "app::api::v1::x"],
            ),
            (
                "app::*::**",
                &["app::api", "app::api::v1"],
                &["app", "web::api::v1"],
            ),
            ("*", &["app", "web"], &["app::api"]),
            ("*::api", &["app::api", "web::api"], &["api", "app::core"]),
            ("**", &["app", "app::api::v1"], &[]),
            ("app::r#type", &["app::r#type"], &["app::type"]),
            ("größe::β2", &["größe::β2"], &["größe"]),
        ];
        for (text, matching, others) in table {
            let pattern = Pattern::parse(text).unwrap();
            for module in *matching {
                assert!(pattern.matches(Module(module)), "{text} and {module}");
                assert!(
                    pattern.root().is_none_or(|root| Module(module).is_within(root)),
                    "{text} and {module}",
                );
            }
            for module in *others {
                assert!(!pattern.matches(Module(module)), "{text} and {module}");
            }
        }
    }

    #[test]
    fn what_is_before_the_first_wildcard_is_the_root() {
        for (text, root) in [
            ("app::api", Some("app::api")),
            ("app::api::*", Some("app::api")),
            ("app::*::v1", Some("app")),
            ("**", None),
            ("*::api", None),
        ] {
            assert_eq!(Pattern::parse(text).unwrap().root(), root, "{text}");
        }
    }

    #[test]
    fn a_malformed_pattern_says_where() {
        for (text, at, fault) in [
            ("", 0, Fault::Nothing),
            ("::", 0, Fault::Segment),
            ("::app", 0, Fault::Segment),
            ("app::", 5, Fault::Segment),
            ("app::::api", 5, Fault::Segment),
            ("app:api", 3, Fault::Colon),
            ("app:::api", 5, Fault::Colon),
            ("app::ext*", 8, Fault::Part),
            ("app::***", 5, Fault::Part),
            ("app::**::v1", 5, Fault::Subtree),
            ("**::v1", 0, Fault::Subtree),
            ("**::", 0, Fault::Subtree),
            ("crate::api", 0, Fault::Relative),
            ("app::self", 5, Fault::Relative),
            ("my-app::api", 2, Fault::Character('-')),
            ("app.api", 3, Fault::Character('.')),
            ("app:: api", 5, Fault::Character(' ')),
            ("app::2nd", 5, Fault::Character('2')),
            ("größe::?", 9, Fault::Character('?')),
            ("r#", 1, Fault::Character('#')),
        ] {
            assert_eq!(Pattern::parse(text).unwrap_err(), Flaw { at, fault }, "{text}");
        }
    }
}
