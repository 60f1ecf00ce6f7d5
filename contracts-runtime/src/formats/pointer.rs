//! The grammar of RFC 6901.

use super::{class::Class, octet};

/// Whether `text` is a JSON Pointer.
pub(super) fn is_pointer(text: &[u8]) -> bool {
    let mut rest = match text {
        [] => return true,
        [b'/', rest @ ..] => rest,
        _ => return false,
    };
    while let Some(at) = rest.iter().position(|byte| *byte == b'~') {
        match rest.get(at + 1..) {
            Some([b'0' | b'1', tail @ ..]) => rest = tail,
            _ => return false,
        }
    }
    true
}

/// Whether `text` is a JSON Pointer once its percent-encoded octets are decoded, and otherwise of what a fragment of
/// a URI may have.
pub(super) fn is_encoded_pointer(text: &[u8]) -> bool {
    let mut octets = Octets { rest: Some(text) };
    let first = octets.next();
    let mut is_escape = false;
    for octet in octets.by_ref() {
        if is_escape && !matches!(octet, b'0' | b'1') {
            return false;
        }
        is_escape = !is_escape && octet == b'~';
    }
    octets.rest.is_some() && matches!(first, None | Some(b'/')) && !is_escape
}

/// The octets of a fragment, decoded, up to one that it can't have; `rest` is `None` from there.
struct Octets<'a> {
    rest: Option<&'a [u8]>,
}

impl Iterator for Octets<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        let (octet, rest) = match self.rest? {
            [] => return None,
            [b'%', high, low, tail @ ..] => (octet::decoded(*high, *low), Some(tail)),
            [byte, tail @ ..] => (Class::QUERY.has(*byte).then_some(*byte), Some(tail)),
        };
        self.rest = octet.and(rest);
        octet
    }
}
