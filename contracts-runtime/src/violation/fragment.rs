//! JSON Pointers as parts of URIs.

use std::fmt::Write as _;

/// A JSON Pointer as a URI fragment (RFC 6901, section 6): what RFC 3986, section 3.5 has in no fragment is encoded.
pub(super) fn fragment(pointer: &str) -> String {
    let mut fragment = String::with_capacity(pointer.len() + 1);
    fragment.push('#');
    for byte in pointer.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte) {
            fragment.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(fragment, "%{byte:02X}");
        }
    }
    fragment
}
