//! `iri`: an absolute identifier in any script.

use super::{
    Format,
    rfc3986::{self, Syntax},
};

/// An IRI as RFC 3987, section 2.2 has it: a URI that may have characters outside ASCII.
///
/// These are `ucschar` everywhere but in scheme, port and address, and in the query `iprivate` too; not surrogates,
/// noncharacters and tags, nor what only changes the direction of text (section 4.1). What applies to
/// [`uri`](super::uri()) applies here.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("iri", "https://bücher.example/straße"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("iri", "/relative"), Some(false));
/// ```
#[must_use]
pub const fn iri() -> Iri {
    Iri {}
}

/// The rule that [`iri()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Iri {}

impl Format for Iri {
    const CODE: &'static str = "iri";
    const SCHEMA: Option<&'static str> = Some("iri");
    const WHAT: &'static str = "an IRI";
    const ACCEPTED: &[&str] = &[
        "https://example.com/a?b#c",
        "https://bücher.example/é?é#é",
        "https://é@a",
        "urn:日本",
        "https://a/𐌀",
        "https://a/?\u{e000}",
    ];
    const REJECTED: &[&str] = &["/a", "é", "é:a", "https://a/\u{e000}", "https://a/ ", "https://a/%é", ""];

    fn accepts(self, text: &str) -> bool {
        rfc3986::is_absolute(text.as_bytes(), Syntax::Unicode)
    }
}
