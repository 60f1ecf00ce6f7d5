//! `iri_reference`: an identifier in any script, absolute or relative.

use super::{
    Format,
    rfc3986::{self, Syntax},
};

/// An IRI or a relative reference as RFC 3987, section 2.2 has it: a [`uri_reference`](super::uri_reference()) that
/// may have the characters outside ASCII of an [`iri`](super::iri()).
///
/// The empty text passes: it refers to the base itself.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("iri_reference", "../straße?é"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("iri_reference", "a b"), Some(false));
/// ```
#[must_use]
pub const fn iri_reference() -> IriReference {
    IriReference {}
}

/// The rule that [`iri_reference()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct IriReference {}

impl Format for IriReference {
    const CODE: &'static str = "iri_reference";
    const SCHEMA: Option<&'static str> = Some("iri-reference");
    const WHAT: &'static str = "an IRI or relative reference";
    const ACCEPTED: &[&str] = &["https://bücher.example/é", "é", "//é/", "?\u{e000}", "#é", "./é:b"];
    const REJECTED: &[&str] = &["é:a", "\u{e000}", "#\u{e000}", "é ", "%é", "é\n"];

    fn accepts(self, text: &str) -> bool {
        rfc3986::is_reference(text.as_bytes(), Syntax::Unicode)
    }
}
