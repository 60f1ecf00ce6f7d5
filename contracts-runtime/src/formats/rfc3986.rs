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
        let (_, tail) = class.skip(rest);
        rest = match tail {
            [] => return Some(tail),
            [b'%', high, low, behind @ ..] if Class::HEX.has(*high) && Class::HEX.has(*low) => behind,
            [b'%', ..] => return None,
            _ => match rfc3987::after_character(tail, beyond) {
                Some(behind) => behind,
                None => return Some(tail),
            },
        };
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
    let beyond = syntax.beyond(Beyond::Letters);
    // What a host's name and a port consist of may be in a userinfo as well, so only an `@` tells which it was. A userinfo
    // has none, so a second one is wrong in the host.
    let host = match skip_with(rest, Class::USERINFO, beyond)? {
        [b'@', host @ ..] => host,
        _ => rest,
    };
    let after_host = if let [b'[', literal @ ..] = host {
        let end = literal.iter().position(|byte| *byte == b']')?;
        let (literal, rest) = literal.split_at_checked(end)?;
        is_literal(literal).then(|| rest.get(1..))??
    } else {
        skip_with(host, Class::REG_NAME, beyond)?
    };
    let rest = match after_host {
        [b':', port @ ..] => Class::DIGIT.skip(port).1,
        _ => after_host,
    };
    matches!(rest, [] | [b'/' | b'?' | b'#', ..]).then_some(rest)
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
