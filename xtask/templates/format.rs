//! `{name}`: not empty.

use super::Format;

/// A text that is not empty.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("{name}", "a"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("{name}", ""), Some(false));
/// ```
#[must_use]
pub const fn {name}() -> {Name} {
    {Name} {}
}

/// The rule that [`{name}()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct {Name} {}

impl Format for {Name} {
    const CODE: &'static str = "{name}";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a text that is not empty";
    const ACCEPTED: &[&str] = &["a", "ab"];
    const REJECTED: &[&str] = &[""];

    fn accepts(self, text: &str) -> bool {
        !text.is_empty()
    }
}
