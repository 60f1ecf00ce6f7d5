//! The languages that documents are written in.

use std::fmt;
use std::path::Path;

/// A language that a document is written in. What the document says does not depend on it.
///
/// ```
/// use contracts_registry::Format;
/// use std::path::Path;
///
/// assert_eq!(Format::of_path(Path::new("contracts/order.yml")), Some(Format::Yaml));
/// assert_eq!(Format::of_path(Path::new("contracts/README.md")), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// JSON, RFC 8259.
    Json,
    /// YAML 1.2 in its core schema, as far as JSON can say the same: no tags, anchors and aliases, no keys but text.
    Yaml,
    /// TOML 1.1. Dates are text, as they are written.
    Toml,
}

impl Format {
    /// The format of files that are called like this, by the extension: `json`, `yaml` or `yml`, `toml`.
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "json" => Some(Format::Json),
            "yaml" | "yml" => Some(Format::Yaml),
            "toml" => Some(Format::Toml),
            _ => None,
        }
    }

    /// `JSON`, `YAML` or `TOML`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Format::Json => "JSON",
            Format::Yaml => "YAML",
            Format::Toml => "TOML",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
