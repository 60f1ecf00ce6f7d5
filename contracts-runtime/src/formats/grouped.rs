//! Digits in groups, as they are printed on cards and books.

/// The characters of `text` without the spaces or hyphens between them. The separator is one character, the same throughout,
/// and stands neither at an end nor twice in a row; `None` if it does.
pub(super) fn ungrouped(text: &[u8]) -> Option<impl DoubleEndedIterator<Item = u8> + Clone> {
    let is_separator = |byte: &u8| matches!(byte, b' ' | b'-');
    let separator = text.iter().copied().find(is_separator);
    let is_broken = |pair: &[u8]| pair.iter().all(is_separator);
    let is_other = |byte: &u8| is_separator(byte) && Some(*byte) != separator;
    let is_at_an_end = text.first().is_some_and(is_separator) || text.last().is_some_and(is_separator);
    if is_at_an_end || text.windows(2).any(is_broken) || text.iter().any(is_other) {
        return None;
    }
    Some(text.iter().copied().filter(move |byte| !is_separator(byte)))
}

/// Whether the digits keep the check of ISO/IEC 7812-1, annex B: from the last one on, every second digit is doubled, and
/// the sum of all digits is a multiple of ten. `None` for what is no digit.
pub(super) fn keeps_luhn(digits: impl DoubleEndedIterator<Item = u8>) -> Option<bool> {
    let mut sum = 0_u8;
    let mut is_doubled = false;
    for byte in digits.rev() {
        let digit = byte.is_ascii_digit().then(|| byte - b'0')?;
        let addend = match (is_doubled, digit) {
            (false, _) => digit,
            (true, 0..=4) => 2 * digit,
            (true, _) => 2 * digit - 9,
        };
        sum = (sum + addend) % 10;
        is_doubled = !is_doubled;
    }
    Some(sum == 0)
}
