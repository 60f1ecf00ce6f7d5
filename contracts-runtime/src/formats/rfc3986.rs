//! The grammar of RFC 3986, section 3 and appendix A.

use super::{class::Class, ipv6};

/// Whether `text` is a `URI`: a scheme, then what the scheme is for.
pub(super) fn is_uri(text: &[u8]) -> bool {
    after_scheme(text)
        .and_then(after_authority)
        .is_some_and(is_path_and_rest)
}

/// What follows the longest run of `class` and percent-encoded octets; `None` for a `%` without two digits.
pub(super) fn skip(text: &[u8], class: Class) -> Option<&[u8]> {
    let mut rest = text;
    loop {
        match rest {
            [byte, tail @ ..] if class.has(*byte) => rest = tail,
            [b'%', high, low, tail @ ..] if Class::HEX.has(*high) && Class::HEX.has(*low) => rest = tail,
            [b'%', ..] => return None,
            _ => return Some(rest),
        }
    }
}

/// Whether `text` is of `class` and percent-encoded octets throughout; it may be empty.
pub(super) fn is_run(text: &[u8], class: Class) -> bool {
    skip(text, class) == Some(&[])
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
fn after_authority(text: &[u8]) -> Option<&[u8]> {
    let Some(rest) = text.strip_prefix(b"//") else {
        return Some(text);
    };
    let end = rest
        .iter()
        .position(|byte| matches!(byte, b'/' | b'?' | b'#'))
        .unwrap_or(rest.len());
    let (authority, rest) = rest.split_at_checked(end)?;
    is_authority(authority).then_some(rest)
}

fn is_authority(text: &[u8]) -> bool {
    // A userinfo has no `@`, so the first one ends it and a second one is wrong in the host.
    let mut parts = text.splitn(2, |byte| *byte == b'@');
    match (parts.next(), parts.next()) {
        (Some(userinfo), Some(host)) => is_run(userinfo, Class::USERINFO) && is_host_and_port(host),
        _ => is_host_and_port(text),
    }
}

fn is_host_and_port(text: &[u8]) -> bool {
    let after_host = if let [b'[', rest @ ..] = text {
        let mut parts = rest.splitn(2, |byte| *byte == b']');
        match (parts.next(), parts.next()) {
            (Some(literal), Some(rest)) if is_literal(literal) => Some(rest),
            _ => None,
        }
    } else {
        skip(text, Class::REG_NAME)
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
fn is_path_and_rest(text: &[u8]) -> bool {
    let after_query = match skip(text, Class::PATH) {
        Some([b'?', query @ ..]) => skip(query, Class::QUERY),
        other => other,
    };
    match after_query {
        Some([b'#', fragment @ ..]) => is_run(fragment, Class::QUERY),
        other => other == Some(&[]),
    }
}
