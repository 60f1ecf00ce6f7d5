//! The grammar of RFC 3986, section 3 and appendix A, and of RFC 3987, which allows more characters in it.

use super::{
    class::Class,
    ipv6,
    rfc3987::{self, Beyond},
};

/// The characters that identifiers are written in.
#[derive(Debug, Clone, Copy)]
pub(super) enum Syntax {
    /// A URI: RFC 3986.
    Ascii,
    /// An IRI: RFC 3987.
    Unicode,
}

impl Syntax {
    /// What may stand outside ASCII, if anything may.
    fn beyond(self, beyond: Beyond) -> Beyond {
        match self {
            Self::Ascii => Beyond::Nothing,
            Self::Unicode => beyond,
        }
    }
}

/// Whether `text` is a `URI` or `IRI`: a scheme, then what the scheme is for.
#[inline]
pub(super) fn is_absolute(text: &[u8], syntax: Syntax) -> bool {
    after_scheme(text).is_some_and(|rest| is_behind_scheme(rest, syntax))
}

/// Whether `text` is a `URI-reference` or `IRI-reference`: absolute, or relative to some base (section 4.1).
#[inline]
pub(super) fn is_reference(text: &[u8], syntax: Syntax) -> bool {
    match after_scheme(text) {
        Some(rest) => is_behind_scheme(rest, syntax),
        // A colon in the first segment would make it a scheme.
        None => {
            text.iter().find(|byte| matches!(byte, b'/' | b'?' | b'#' | b':')) != Some(&b':')
                && is_behind_scheme(text, syntax)
        }
    }
}

fn is_behind_scheme(text: &[u8], syntax: Syntax) -> bool {
    after_authority(text, syntax).is_some_and(|rest| is_path_and_rest(rest, syntax))
}

/// What follows the longest run of `class` and percent-encoded octets; `None` for a `%` without two digits.
pub(super) fn skip(text: &[u8], class: Class) -> Option<&[u8]> {
    skip_with(text, class, Beyond::Nothing)
}

/// As [`skip`], with characters outside ASCII.
fn skip_with(text: &[u8], class: Class, beyond: Beyond) -> Option<&[u8]> {
    let mut rest = text;
    loop {
        match rest {
            [byte, tail @ ..] if class.has(*byte) => rest = tail,
            [b'%', high, low, tail @ ..] if Class::HEX.has(*high) && Class::HEX.has(*low) => rest = tail,
            [b'%', ..] => return None,
            _ => match rfc3987::after_character(rest, beyond) {
                Some(tail) => rest = tail,
                None => return Some(rest),
            },
        }
    }
}

/// Whether `text` is of `class`, characters outside ASCII and percent-encoded octets throughout; it may be empty.
fn is_run(text: &[u8], class: Class, beyond: Beyond) -> bool {
    skip_with(text, class, beyond) == Some(&[])
}

/// What follows the scheme and its colon (section 3.1).
fn after_scheme(text: &[u8]) -> Option<&[u8]> {
    let [first, rest @ ..] = text else {
        return None;
    };
    if !Class::ALPHA.has(*first) {
        return None;
    }
    let is_inner = |byte: &u8| Class::ALPHANUMERIC.has(*byte) || matches!(byte, b'+' | b'-' | b'.');
    let end = rest.iter().position(|byte| !is_inner(byte))?;
    rest.split_at_checked(end)?.1.strip_prefix(b":")
}

/// What follows the authority, if there is one; `None` if it is wrong (section 3.2).
fn after_authority(text: &[u8], syntax: Syntax) -> Option<&[u8]> {
    let Some(rest) = text.strip_prefix(b"//") else {
        return Some(text);
    };
    let end = rest
        .iter()
        .position(|byte| matches!(byte, b'/' | b'?' | b'#'))
        .unwrap_or(rest.len());
    let (authority, rest) = rest.split_at_checked(end)?;
    is_authority(authority, syntax.beyond(Beyond::Letters)).then_some(rest)
}

fn is_authority(text: &[u8], beyond: Beyond) -> bool {
    // A userinfo has no `@`, so the first one ends it and a second one is wrong in the host.
    let mut parts = text.splitn(2, |byte| *byte == b'@');
    match (parts.next(), parts.next()) {
        (Some(userinfo), Some(host)) => {
            is_run(userinfo, Class::USERINFO, beyond) && is_host_and_port(host, beyond)
        }
        _ => is_host_and_port(text, beyond),
    }
}

fn is_host_and_port(text: &[u8], beyond: Beyond) -> bool {
    let after_host = if let [b'[', rest @ ..] = text {
        let mut parts = rest.splitn(2, |byte| *byte == b']');
        match (parts.next(), parts.next()) {
            (Some(literal), Some(rest)) if is_literal(literal) => Some(rest),
            _ => None,
        }
    } else {
        skip_with(text, Class::REG_NAME, beyond)
    };
    match after_host {
        Some([b':', port @ ..]) => port.iter().all(u8::is_ascii_digit),
        Some([]) => true,
        _ => false,
    }
}

/// Whether `text` is what brackets may hold: an IPv6 address without zone, or an `IPvFuture`.
fn is_literal(text: &[u8]) -> bool {
    let [b'v' | b'V', rest @ ..] = text else {
        return ipv6::is_address(text);
    };
    let mut parts = rest.splitn(2, |byte| *byte == b'.');
    match (parts.next(), parts.next()) {
        (Some(version), Some(address)) => Class::HEX.has_all(version) && Class::USERINFO.has_all(address),
        _ => false,
    }
}

/// Whether `text` is a path with an optional query and fragment (sections 3.3 to 3.5).
///
/// Behind an authority the path begins with a slash, as the authority ends nowhere else; without one it does not
/// begin with two, as they would have begun an authority.
fn is_path_and_rest(text: &[u8], syntax: Syntax) -> bool {
    let letters = syntax.beyond(Beyond::Letters);
    let after_query = match skip_with(text, Class::PATH, letters) {
        Some([b'?', query @ ..]) => skip_with(query, Class::QUERY, syntax.beyond(Beyond::LettersAndPrivate)),
        other => other,
    };
    match after_query {
        Some([b'#', fragment @ ..]) => is_run(fragment, Class::QUERY, letters),
        other => other == Some(&[]),
    }
}
