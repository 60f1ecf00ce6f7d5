//! What tells contracts apart, and the order in which they are shown.

use std::cmp::Ordering;
use std::fmt;
#[cfg(feature = "documents")]
use std::sync::Arc;

/// Module, name and version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key<'a> {
    pub(crate) path: Path<'a>,
    pub(crate) version: Version<'a>,
}

/// The same, owned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeyBuf {
    module: String,
    name: String,
    version: String,
}

/// Module and name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Path<'a> {
    pub(crate) module: Module<'a>,
    pub(crate) name: &'a str,
}

/// A module or name that a registry keeps: one of the program, or one of its own.
#[derive(Debug, Clone)]
pub(crate) enum Text {
    Program(&'static str),
    #[cfg(feature = "documents")]
    Own(Arc<str>),
}

/// The path of a module. Ordered by its segments, so that a module comes right before all that it contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Module<'a>(pub(crate) &'a str);

/// A version. Ordered by what stands between its dots, numbers as numbers; without one comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Version<'a>(pub(crate) &'a str);

impl<'a> Key<'a> {
    pub(crate) const fn new(module: &'a str, name: &'a str, version: &'a str) -> Self {
        Key {
            path: Path::new(module, name),
            version: Version(version),
        }
    }
}

impl Text {
    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Text::Program(text) => text,
            #[cfg(feature = "documents")]
            Text::Own(text) => text,
        }
    }
}

impl KeyBuf {
    pub(crate) fn of(key: Key<'_>) -> Self {
        KeyBuf {
            module: key.path.module.0.to_owned(),
            name: key.path.name.to_owned(),
            version: key.version.0.to_owned(),
        }
    }

    pub(crate) fn key(&self) -> Key<'_> {
        Key::new(&self.module, &self.name, &self.version)
    }
}

impl Ord for KeyBuf {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for KeyBuf {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<'a> Path<'a> {
    pub(crate) const fn new(module: &'a str, name: &'a str) -> Self {
        let module = Module(module);
        Path { module, name }
    }
}

impl<'a> Module<'a> {
    pub(crate) fn segments(self) -> impl Iterator<Item = &'a str> {
        self.0.split("::")
    }

    /// Whether it is `outer` or somewhere inside it.
    pub(crate) fn is_within(self, outer: &str) -> bool {
        self.0
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    }
}

/// What separates segments comes before all that they consist of.
impl Ord for Module<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let (a, b) = (self.0.as_bytes(), other.0.as_bytes());
        let differs = a.iter().zip(b).find(|(a, b)| a != b);
        match differs {
            None => a.len().cmp(&b.len()),
            Some((b':', _)) => Ordering::Less,
            Some((_, b':')) => Ordering::Greater,
            Some((a, b)) => a.cmp(b),
        }
    }
}

impl PartialOrd for Module<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let parts = self.0.split('.').map(rank);
        // `1` and `01` rank the same, but are two versions.
        parts
            .cmp(other.0.split('.').map(rank))
            .then_with(|| self.0.cmp(other.0))
    }
}

impl PartialOrd for Version<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Orders the parts of versions: numbers by their size, however long, then text.
fn rank(part: &str) -> (bool, usize, &str) {
    if part.bytes().all(|byte| byte.is_ascii_digit()) {
        let digits = part.trim_start_matches('0');
        (false, digits.len(), digits)
    } else {
        (true, 0, part)
    }
}

/// Module and name as one path, and the version behind an `@` if there is one. What could break a line or hide in it is
/// escaped, since it may be a sender's.
impl fmt::Display for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Path { module, name } = self.path;
        if !module.0.is_empty() {
            write!(f, "{}::", module.0.escape_debug())?;
        }
        write!(f, "{}", name.escape_debug())?;
        if !self.version.0.is_empty() {
            write!(f, "@{}", self.version.0.escape_debug())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_comes_right_before_what_it_contains() {
        let ordered = [
            "",
            "app",
            "app::api",
            "app::api::v1",
            "app::core",
            "app2",
            "app_core",
        ];
        let mut modules: Vec<_> = ordered.iter().rev().copied().map(Module).collect();
        modules.sort();
        assert_eq!(modules, ordered.map(Module));
    }

    #[test]
    fn a_module_is_within_those_around_it() {
        let module = Module("app::api");
        assert!(module.is_within("app"));
        assert!(module.is_within("app::api"));
        assert!(!module.is_within("app::ap"));
        assert!(!module.is_within("app::api::v1"));
    }

    #[test]
    fn versions_are_ordered_as_numbers() {
        let ordered = [
            "",
            "01",
            "1",
            "1.2",
            "1.10",
            "1.rc",
            "2",
            "10",
            "99999999999999999999999",
            "next",
        ];
        let mut versions: Vec<_> = ordered.iter().rev().copied().map(Version).collect();
        versions.sort();
        assert_eq!(versions, ordered.map(Version));
    }

    #[test]
    fn a_key_is_shown_as_path_and_version() {
        let shown = |module, name, version| Key::new(module, name, version).to_string();
        assert_eq!(shown("app::api", "order", ""), "app::api::order");
        assert_eq!(shown("app::api", "order", "2"), "app::api::order@2");
        assert_eq!(shown("", "order\n", ""), "order\\n");
    }
}
