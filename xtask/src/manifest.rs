//! Cargo's manifests, line by line: as much of TOML as ours use.

/// An entry of a manifest: `key = ...` at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry<'a> {
    /// The header above it, without brackets.
    pub(crate) section: &'a str,
    /// What is left of the `=`: `serde`, `serde.workspace`.
    pub(crate) key: &'a str,
    /// What is right of it, as far as the line goes.
    pub(crate) value: &'a str,
    /// Counted from 1.
    pub(crate) line: usize,
}

/// The entries in their order. Lines that carry on a value are indented, or closing brackets, and are none.
pub(crate) fn entries(text: &str) -> impl Iterator<Item = Entry<'_>> {
    let mut section = "";
    text.lines().zip(1..).filter_map(move |(text, line)| {
        if let Some(header) = header(text) {
            section = header;
        }
        if !text.starts_with(|first: char| first.is_alphanumeric()) {
            return None;
        }
        let (key, value) = text.split_once('=')?;
        Some(Entry {
            section,
            key: key.trim(),
            value: value.trim(),
            line,
        })
    })
}

/// What a header names, without its brackets.
pub(crate) fn header(line: &str) -> Option<&str> {
    let line = line.trim_end().strip_prefix('[')?.strip_suffix(']')?;
    Some(
        line.strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
            .unwrap_or(line),
    )
}

/// The text value of the first entry with this key in this section.
pub(crate) fn text_of<'a>(text: &'a str, section: &str, key: &str) -> Option<&'a str> {
    entries(text)
        .find(|entry| entry.section == section && entry.key == key)
        .and_then(|entry| entry.value.split('"').nth(1))
}

/// The features that the manifest declares, without `default`.
pub(crate) fn features(text: &str) -> Vec<&str> {
    entries(text)
        .filter(|entry| entry.section == "features" && entry.key != "default")
        .map(|entry| entry.key)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = r#"[package]
name = "a" # name
rust-version = "1.85"

[features]
default = ["json"]
# Why.
json = [
    "x",
]
pattern = []

[[bin]]
name = "b"
"#;

    #[test]
    fn entries_know_their_section_and_line() {
        let keys: Vec<_> = entries(MANIFEST)
            .map(|entry| (entry.section, entry.key, entry.line))
            .collect();
        assert_eq!(
            keys,
            [
                ("package", "name", 2),
                ("package", "rust-version", 3),
                ("features", "default", 6),
                ("features", "json", 8),
                ("features", "pattern", 11),
                ("bin", "name", 14),
            ]
        );
    }

    #[test]
    fn features_are_those_one_can_switch() {
        assert_eq!(features(MANIFEST), ["json", "pattern"]);
    }

    #[test]
    fn a_text_is_found_by_section_and_key() {
        assert_eq!(text_of(MANIFEST, "package", "rust-version"), Some("1.85"));
        assert_eq!(text_of(MANIFEST, "bin", "name"), Some("b"));
        assert_eq!(text_of(MANIFEST, "lib", "name"), None);
    }
}
