//! Where in a short text something other than letters and digits stands, found eight bytes at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// A bit for each byte of `text` that is no ASCII letter or digit, the lowest for the first. Nothing for a text of fewer
/// than 8 or more than 64 bytes.
#[inline]
pub(super) fn others(text: &[u8]) -> Option<u64> {
    let first = text.first_chunk::<8>().filter(|_| text.len() <= 64)?;
    let mut found = 0;
    let mut rest = text;
    while let Some((before, chunk)) = rest.split_last_chunk::<8>() {
        found = found << 8 | alphanumeric(*chunk);
        rest = before;
    }
    // The start, with some bytes that were looked at already.
    found = found << rest.len() | alphanumeric(*first);
    Some(!found & u64::MAX >> (64 - text.len()))
}

/// A bit for each byte that is an ASCII letter or digit.
#[inline]
fn alphanumeric(bytes: [u8; 8]) -> u64 {
    let word = u64::from_le_bytes(bytes);
    // Without the high bits no sum carries into the next byte; a byte that had its own is no letter or digit.
    let low = word & !HIGHS;
    let letter = low | (ONES * 0x20);
    let letters = (letter + ONES * (0x80 - 0x61)) & !(letter + ONES * (0x80 - 0x7b));
    let digits = (low + ONES * (0x80 - 0x30)) & !(low + ONES * (0x80 - 0x3a));
    let found = (letters | digits) & !word & HIGHS;
    // The product gathers the lowest bit of each byte in the highest byte.
    (found >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::others;

    #[test]
    fn every_byte_is_judged_in_every_place() {
        for byte in 0..=u8::MAX {
            for at in 0..64 {
                for length in at.max(7) + 1..=64 {
                    let mut text = vec![b'a'; length];
                    text[at] = byte;
                    let expected = if byte.is_ascii_alphanumeric() { 0 } else { 1 << at };
                    assert_eq!(others(&text), Some(expected), "{byte} at {at} of {length}");
                }
            }
        }
        assert_eq!(others(b"-------"), None);
        assert_eq!(others(&[b'-'; 65]), None);
    }
}
