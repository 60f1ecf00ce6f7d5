//! `email`: an address that mail can be sent to.

use super::{
    Format,
    alphanumeric::others,
    class::Class,
    hostname,
    ipv6::{self, Groups},
};

/// An e-mail address as RFC 5321, section 4.1.2 has it in `Mailbox`: a local part, `@`, and a domain or an address
/// literal.
///
/// The local part is dot-separated atoms or one quoted string, at most 64 octets; the domain consists of labels of
/// letters, digits and inner hyphens, each at most 63; the address is at most 254 octets (section 4.5.3.1). One
/// label is enough: whether mail reaches the domain is not checked. Address literals are `[192.0.2.1]`,
/// `[IPv6:2001:db8::1]`, where `::` stands for two groups or more, and `[tag:text]` for other tags (section 4.1.3).
///
/// Comments, folding white space, display names, obsolete forms (RFC 5322), characters outside ASCII (RFC 6531) and
/// a final dot do not pass. Within quotes a tab passes as RFC 5322, section 3.2.4 has it, though RFC 5321 writes
/// only the space; CR and LF never pass.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("email", "ada.lovelace+notes@example.com"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("email", "Ada <ada@example.com>"), Some(false));
/// ```
#[must_use]
pub const fn email() -> Email {
    Email {}
}

/// The rule that [`email()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Email {}

impl Format for Email {
    const CODE: &'static str = "email";
    const SCHEMA: Option<&'static str> = Some("email");
    const WHAT: &'static str = "an e-mail address";

    fn accepts(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        if is_plain(bytes) {
            return true;
        }
        if bytes.len() > LONGEST {
            return false;
        }
        let domain = match bytes {
            [b'"', rest @ ..] => after_quoted(rest),
            _ => after_atoms(bytes),
        };
        // The `@` between the two is neither's.
        domain.is_some_and(|domain| {
            bytes.len() - domain.len() - 1 <= LONGEST_LOCAL_PART && is_domain_or_literal(domain)
        })
    }
}

/// Section 4.5.3.1.3 has 256 octets for a path, which are this and its angle brackets. The 255 octets for a domain
/// follow.
const LONGEST: usize = 254;
/// Section 4.5.3.1.1.
const LONGEST_LOCAL_PART: usize = 64;

/// Whether `text` is an address as most are, which takes a fraction of the time: what is no letter or digit stands
/// between two of them, and there are no more than 64 bytes, with which it keeps all limits. If not, it may still be
/// an address.
fn is_plain(text: &[u8]) -> bool {
    let Some(mut others) = others(text) else {
        return false;
    };
    // A letter or digit at the start and at the end, and no two others side by side.
    if others & (others << 1 | 1) != 0 || others >> (text.len() - 1) != 0 {
        return false;
    }
    let mut has_domain = false;
    while others != 0 {
        let at = others.trailing_zeros() as usize;
        others &= others - 1;
        match (text.get(at), has_domain) {
            (Some(b'.'), _) | (Some(b'-'), true) => {}
            (Some(b'@'), false) => has_domain = true,
            (Some(byte), false) if Class::ATEXT.has(*byte) => {}
            _ => return false,
        }
    }
    has_domain
}

/// What follows a `Dot-string` and its `@`.
fn after_atoms(text: &[u8]) -> Option<&[u8]> {
    let mut rest = text;
    loop {
        match Class::ATEXT.skip(rest) {
            (0, _) => return None,
            (_, [b'.', tail @ ..]) => rest = tail,
            (_, [b'@', tail @ ..]) => return Some(tail),
            _ => return None,
        }
    }
}

/// What follows a `Quoted-string`, whose first quote is already gone, and its `@`.
fn after_quoted(text: &[u8]) -> Option<&[u8]> {
    let mut rest = text;
    loop {
        rest = match rest {
            [b'"', b'@', tail @ ..] => return Some(tail),
            [b'\\', b' '..=b'~', tail @ ..] => tail,
            [byte, tail @ ..] if Class::QTEXT.has(*byte) => tail,
            _ => return None,
        };
    }
}

fn is_domain_or_literal(text: &[u8]) -> bool {
    match text {
        [b'[', literal @ .., b']'] => is_literal(literal),
        _ => hostname::is_labels(text),
    }
}

/// Whether `text` is the inside of an address literal.
fn is_literal(text: &[u8]) -> bool {
    let mut parts = text.splitn(2, |byte| *byte == b':');
    match (parts.next(), parts.next()) {
        (Some(tag), Some(address)) if tag.eq_ignore_ascii_case(b"IPv6") => is_ipv6(address),
        (Some(tag), Some(content)) => is_tag(tag) && Class::DCONTENT.has_all(content),
        _ => is_quad(text),
    }
}

/// Whether `text` is a `Standardized-tag`. Which tags are registered changes with time and is not checked.
fn is_tag(text: &[u8]) -> bool {
    Class::ALPHANUMERIC.or(Class::HYPHEN).has_all(text) && text.last() != Some(&b'-')
}

/// Whether `text` is an `IPv6-addr`: unlike in RFC 4291, `::` stands for two groups of zeros or more.
fn is_ipv6(text: &[u8]) -> bool {
    match ipv6::groups(text, is_quad) {
        Some(Groups::All(count)) => count == 8,
        Some(Groups::Compressed(count)) => count <= 6,
        None => false,
    }
}

/// Whether `text` is an `IPv4-address-literal`, whose numbers may have leading zeros, up to three digits.
fn is_quad(text: &[u8]) -> bool {
    let is_number = |part: &[u8]| {
        matches!(
            part,
            [b'0'..=b'9']
                | [b'0'..=b'9', b'0'..=b'9']
                | [b'0' | b'1', b'0'..=b'9', b'0'..=b'9']
                | [b'2', b'0'..=b'4', b'0'..=b'9']
                | [b'2', b'5', b'0'..=b'5']
        )
    };
    let mut parts = text.split(|byte| *byte == b'.');
    parts.by_ref().take(4).filter(|part| is_number(part)).count() == 4 && parts.next().is_none()
}
