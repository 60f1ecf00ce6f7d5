//! `language`: a language tag.

use super::Format;

/// A language tag that is well-formed by RFC 5646, section 2.1 (BCP 47): `de`, `zh-Hant-TW`, `sl-rozaj-biske`.
///
/// Letters may be of either case. The irregular tags of the grammar pass (`i-klingon`), and so do tags of private
/// use alone (`x-mine`). Whether subtags are registered or stand twice makes a tag valid (section 2.2.9), and is
/// not checked.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("language", "zh-Hant-TW"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("language", "zh_TW"), Some(false));
/// ```
#[must_use]
pub const fn language() -> Language {
    Language {}
}

/// The rule that [`language()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Language {}

impl Format for Language {
    const CODE: &'static str = "language";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a language tag (BCP 47)";
    const ACCEPTED: &[&str] = &["de", "ast", "de-CH", "es-419", "zh-Hant", "zh-Hant-TW"];
    const REJECTED: &[&str] = &["a", "abcdefghi", "de_DE", "de-", "de ", "de\n", ""];

    fn accepts(self, text: &str) -> bool {
        let is_subtag = |subtag: &[u8]| (1..=8).contains(&subtag.len()) && subtag.iter().all(u8::is_ascii_alphanumeric);
        text.as_bytes().split(|byte| *byte == b'-').all(is_subtag)
            && (is_language(text.as_bytes()) || IRREGULAR.iter().any(|tag| tag.eq_ignore_ascii_case(text)))
    }
}

/// Whether `text`, which consists of subtags, is a `langtag` or `privateuse`.
fn is_language(text: &[u8]) -> bool {
    let mut subtags = text.split(|byte| *byte == b'-').peekable();
    if !subtags.peek().is_some_and(|first| is_private(first)) {
        let Some(language) = subtags.next().filter(|language| language.len() >= 2 && is_alphabetic(language)) else {
            return false;
        };
        // Extended languages, of which there are three at most, follow short ones.
        for _ in 0..if language.len() < 4 { 3 } else { 0 } {
            subtags.next_if(|subtag| subtag.len() == 3 && is_alphabetic(subtag));
        }
        subtags.next_if(|subtag| subtag.len() == 4 && is_alphabetic(subtag));
        subtags.next_if(|subtag| is_region(subtag));
        while subtags.next_if(|subtag| is_variant(subtag)).is_some() {}
        while subtags.next_if(|subtag| subtag.len() == 1 && !is_private(subtag)).is_some() {
            let mut length = 0;
            while subtags.next_if(|subtag| subtag.len() >= 2).is_some() {
                length += 1;
            }
            if length == 0 {
                return false;
            }
        }
    }
    match subtags.next() {
        Some(subtag) => is_private(subtag) && subtags.next().is_some(),
        None => true,
    }
}

fn is_private(subtag: &[u8]) -> bool {
    matches!(subtag, b"x" | b"X")
}

fn is_alphabetic(subtag: &[u8]) -> bool {
    subtag.iter().all(u8::is_ascii_alphabetic)
}

fn is_region(subtag: &[u8]) -> bool {
    match subtag.len() {
        2 => is_alphabetic(subtag),
        3 => subtag.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

fn is_variant(subtag: &[u8]) -> bool {
    subtag.len() >= 5 || matches!(subtag, [b'0'..=b'9', _, _, _])
}

/// The tags that the grammar lists as they stand because they do not follow it.
static IRREGULAR: &[&str] = &[
    "en-GB-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo", "i-pwn",
    "i-tao", "i-tay", "i-tsu", "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE",
];
