//! `slug`: a readable part of an address.

use super::Format;

/// A part of an address that people read: words of small ASCII letters and digits, with one hyphen or underscore
/// between two of them.
///
/// No standard defines it; this is what content management systems make of titles.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("slug", "my-first-post"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("slug", "My first post"), Some(false));
/// ```
#[must_use]
pub const fn slug() -> Slug {
    Slug {}
}

/// The rule that [`slug()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Slug {}

impl Format for Slug {
    const CODE: &'static str = "slug";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a slug (small letters, digits, - and _)";
    const ACCEPTED: &[&str] = &["a", "0", "my-first-post", "my_first_post", "a1-b2_c3"];
    const REJECTED: &[&str] = &["-", "-a", "a-", "_a", "é", "a\n", ""];

    fn accepts(self, text: &str) -> bool {
        let is_word = |word: &[u8]| {
            !word.is_empty() && word.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        text.as_bytes().split(|byte| matches!(byte, b'-' | b'_')).all(is_word)
    }
}
