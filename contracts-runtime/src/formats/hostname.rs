//! `hostname`: the name of a host.

use super::{Format, class::Class, idna};

/// A host name as RFC 1123, section 2.1 has it: labels of letters, digits and inner hyphens, separated by dots.
///
/// A label has 1 to 63 octets, the name at most 253 (RFC 1035, section 2.3.4, without the length octets). One label
/// passes, and so do labels of digits alone. Underscores, a final dot and characters outside ASCII do not. A label
/// that begins with `xn--` has to be an A-label of RFC 5890: it decodes to a label that RFC 5891, section 4.2 and
/// RFC 5892 allow, the rules for context and for right-to-left labels included. Whether it decodes to text in
/// normalization form C is checked for single characters only.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("hostname", "xn--bcher-kva.example"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("hostname", "-bad.example"), Some(false));
/// ```
#[must_use]
pub const fn hostname() -> Hostname {
    Hostname {}
}

/// The rule that [`hostname()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Hostname {}

impl Format for Hostname {
    const CODE: &'static str = "hostname";
    const SCHEMA: Option<&'static str> = Some("hostname");
    const WHAT: &'static str = "a host name";
    const ACCEPTED: &[&str] = &["example.com", "localhost", "a", "0", "a-b.c--d", "EXAMPLE.Com"];
    const REJECTED: &[&str] = &[
        ".",
        "example.com.",
        ".example.com",
        "a..b",
        "xn--4db612twft",
        "xn----zhc.x",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        is_hostname(text.as_bytes())
    }
}

/// Whether `text` is a name whose labels, where they say that they are A-labels, are some.
pub(super) fn is_hostname(text: &[u8]) -> bool {
    text.len() <= LONGEST
        && is_labels(text)
        && text.split(|byte| *byte == b'.').all(|label| match idna::encoded(label) {
            Some(encoded) => idna::is_encoded_label(encoded),
            None => true,
        })
}

/// The octets of a name, without the length octets.
pub(super) const LONGEST: usize = 253;
/// The octets of a label.
pub(super) const LONGEST_LABEL: usize = 63;

/// Whether `text` is one label or several with dots between them; the length of the whole is the caller's matter.
pub(super) fn is_labels(text: &[u8]) -> bool {
    let mut rest = text;
    loop {
        let (length, behind) = Class::ALPHANUMERIC.or(Class::HYPHEN).skip(rest);
        let first = rest.first();
        let last = length.checked_sub(1).and_then(|last| rest.get(last));
        if length > LONGEST_LABEL || last.is_none() || last == Some(&b'-') || first == Some(&b'-') {
            return false;
        }
        match behind {
            [] => return true,
            [b'.', tail @ ..] => rest = tail,
            _ => return false,
        }
    }
}
