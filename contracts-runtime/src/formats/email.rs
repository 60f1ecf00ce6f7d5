//! `email`: an address that mail can be sent to.

use std::fmt;

use super::{
    Format,
    alphanumeric::others,
    class::Class,
    hostname, idn_hostname,
    ipv6::{self, Groups},
};
use crate::violation::Params;

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
/// [`html`](Email::html), [`deliverable`](Email::deliverable) and [`idn`](Email::idn) are other meanings.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("email", "ada.lovelace+notes@example.com"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("email", "Ada <ada@example.com>"), Some(false));
/// ```
#[must_use]
pub const fn email() -> Email {
    Email {
        meaning: Meaning::Mailbox,
    }
}

/// The rule that [`email()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Email {
    meaning: Meaning,
}

/// Which addresses are meant.
#[derive(Debug, Clone, Copy)]
enum Meaning {
    Mailbox,
    Html,
    Deliverable,
    Internationalized,
}

impl Email {
    /// An address as browsers take it in forms: what the HTML standard calls a valid e-mail address.
    ///
    /// Dots stand anywhere in the local part; there are no quotes, no address literals, and no limits but the 63
    /// characters of a label. In JSON Schema it is a `pattern`.
    ///
    /// ```
    /// use contracts_runtime::rules::{Rule, email};
    ///
    /// assert!(email().html().accepts(".a..b.@example.com"));
    /// assert!(!email().html().accepts("\"a b\"@example.com"));
    /// ```
    #[must_use]
    pub const fn html(self) -> Self {
        self.with(Meaning::Html)
    }

    /// An address that public mail servers could deliver to: no quotes, no address literal, and a domain of two labels
    /// or more, the last of which is not a number.
    ///
    /// Whether the domain exists is not checked.
    ///
    /// ```
    /// use contracts_runtime::rules::{Rule, email};
    ///
    /// assert!(email().deliverable().accepts("ada@example.com"));
    /// assert!(!email().deliverable().accepts("ada@localhost"));
    /// ```
    #[must_use]
    pub const fn deliverable(self) -> Self {
        self.with(Meaning::Deliverable)
    }

    /// An internationalized address: RFC 6531, section 3.3.
    ///
    /// Atoms and quoted text may have any characters outside ASCII; labels of the domain may be
    /// U-labels, as [`idn_hostname`](super::idn_hostname()) has them. Limits count octets of UTF-8.
    ///
    /// ```
    /// use contracts_runtime::rules::{Rule, email};
    ///
    /// assert!(email().idn().accepts("用户@例子.example"));
    /// assert!(!email().idn().accepts("用户@-例子.example"));
    /// ```
    #[must_use]
    pub const fn idn(self) -> Self {
        self.with(Meaning::Internationalized)
    }

    const fn with(self, meaning: Meaning) -> Self {
        assert!(
            matches!(self.meaning, Meaning::Mailbox),
            "an address has one meaning, name one or none"
        );
        Self { meaning }
    }
}

impl Format for Email {
    const CODE: &'static str = "email";
    const SCHEMA: Option<&'static str> = Some("email");
    const WHAT: &'static str = "an e-mail address";
    const ACCEPTED: &[&str] = &[
        "ada@example.com",
        "!#$%&'*+-/=?^_`{|}~@example.com",
        "a.b.c@example.com",
        "a@b",
        "ADA@EXAMPLE.COM",
        "1@1.1",
        "ada.lovelace@mail.example.com",
        "\"ada l\"@example.com",
        "ada@[192.0.2.1]",
    ];
    const REJECTED: &[&str] = &[
        "ada",
        "@example.com",
        "ada@",
        "a@b@c",
        "a@[x:a\\b]",
        "a@[x_y:z]",
        "",
        "ada@bücher.example",
    ];

    #[inline]
    fn accepts(self, text: &str) -> bool {
        // The meaning is known where the rule is a constant.
        match self.meaning {
            Meaning::Mailbox => is_address(text.as_bytes()),
            other => is_other(other, text.as_bytes()),
        }
    }

    fn describe(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.meaning {
            Meaning::Mailbox | Meaning::Html => Self::WHAT,
            Meaning::Deliverable => "an e-mail address with a public domain",
            Meaning::Internationalized => "an internationalized e-mail address",
        })
    }

    fn params(self) -> Params {
        match self.meaning {
            Meaning::Mailbox => Params::new(),
            Meaning::Html => Params::new().with("html", true),
            Meaning::Deliverable => Params::new().with("deliverable", true),
            Meaning::Internationalized => Params::new().with("idn", true),
        }
    }

    fn keyword(self) -> Option<(&'static str, &'static str)> {
        Some(match self.meaning {
            Meaning::Mailbox | Meaning::Deliverable => ("format", "email"),
            Meaning::Html => ("pattern", HTML),
            Meaning::Internationalized => ("format", "idn-email"),
        })
    }
}

/// What [`is_html`] takes, as the HTML standard's section on the state E-mail of `input` describes it.
const HTML: &str = "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\
    (?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$";

fn is_html(text: &[u8]) -> bool {
    let at = text.iter().position(|byte| *byte != b'.' && !Class::ATEXT.has(*byte));
    match at.filter(|at| *at > 0).and_then(|at| text.get(at..)) {
        Some([b'@', domain @ ..]) => hostname::is_labels(domain),
        _ => false,
    }
}

/// Whether `text` is a `Mailbox` with a domain that passes.
fn is_mailbox(text: &[u8], characters: Characters, is_domain: impl Fn(&[u8]) -> bool) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let domain = match text {
        [b'"', rest @ ..] => after_quoted(rest, characters),
        _ => after_atoms(text, characters),
    };
    // The `@` between the two is neither's.
    domain.is_some_and(|domain| text.len() - domain.len() - 1 <= LONGEST_LOCAL_PART && is_domain(domain))
}

/// The characters of a local part.
#[derive(Debug, Clone, Copy)]
enum Characters {
    Ascii,
    Unicode,
}

impl Characters {
    /// What follows an octet of a character outside ASCII, if one may stand here. The text is UTF-8, so whatever follows
    /// is the rest of the character.
    fn after_character(self, text: &[u8]) -> Option<&[u8]> {
        match (self, text) {
            (Self::Unicode, [0x80..=0xff, rest @ ..]) => Some(rest),
            (Self::Ascii | Self::Unicode, _) => None,
        }
    }
}

/// Section 4.5.3.1.3 has 256 octets for a path, which are this and its angle brackets. The 255 octets for a domain
/// follow.
const LONGEST: usize = 254;
/// Section 4.5.3.1.1.
const LONGEST_LOCAL_PART: usize = 64;

/// Whether `text` is a mailbox.
fn is_address(text: &[u8]) -> bool {
    is_plain(text) || is_mailbox(text, Characters::Ascii, is_domain_or_literal)
}

/// Whether `text` is an address in another meaning.
fn is_other(meaning: Meaning, bytes: &[u8]) -> bool {
    match meaning {
        Meaning::Mailbox => is_address(bytes),
            Meaning::Html => is_html(bytes),
            Meaning::Deliverable => is_mailbox(bytes, Characters::Ascii, is_public) && bytes.first() != Some(&b'"'),
            Meaning::Internationalized => is_mailbox(bytes, Characters::Unicode, |domain| {
                is_domain_or_literal(domain) || idn_hostname::is_domain(domain)
            }),
    }
}

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
fn after_atoms(text: &[u8], characters: Characters) -> Option<&[u8]> {
    let mut rest = text;
    loop {
        let tail = after_atom(rest, characters);
        if tail.len() == rest.len() {
            return None;
        }
        match tail {
            [b'.', tail @ ..] => rest = tail,
            [b'@', tail @ ..] => return Some(tail),
            _ => return None,
        }
    }
}

fn after_atom(text: &[u8], characters: Characters) -> &[u8] {
    let (_, mut rest) = Class::ATEXT.skip(text);
    while let Some(tail) = characters.after_character(rest) {
        (_, rest) = Class::ATEXT.skip(tail);
    }
    rest
}

/// What follows a `Quoted-string`, whose first quote is already gone, and its `@`.
fn after_quoted(text: &[u8], characters: Characters) -> Option<&[u8]> {
    let mut rest = text;
    loop {
        rest = match rest {
            [b'"', b'@', tail @ ..] => return Some(tail),
            [b'\\', b' '..=b'~', tail @ ..] => tail,
            [byte, tail @ ..] if Class::QTEXT.has(*byte) => tail,
            _ => characters.after_character(rest)?,
        };
    }
}

/// Whether `text` is a domain that the public can have.
fn is_public(text: &[u8]) -> bool {
    let mut labels = text.rsplit(|byte| *byte == b'.');
    let is_number = labels.next().is_none_or(|last| Class::DIGIT.has_all(last));
    !is_number && labels.next().is_some() && hostname::is_labels(text)
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
