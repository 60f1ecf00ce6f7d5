//! Where in the batch reading is.

/// A place in the batch.
///
/// Counted in 64 bits on every target, which no reader exhausts: ten gigabytes a second take more than fifty years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    /// Bytes before it.
    pub(super) bytes: u64,
    /// Counted from 1.
    pub(super) line: u64,
    /// Unicode scalar values from the start of the line, counted from 1.
    pub(super) column: u64,
}

impl Position {
    pub(super) const START: Position = Position {
        bytes: 0,
        line: 1,
        column: 1,
    };

    /// Steps over these bytes, whatever is in them.
    pub(super) fn advance(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        let line = match bytes.iter().rposition(|byte| *byte == b'\n') {
            None => bytes,
            Some(last) => {
                self.line += count(bytes, |byte| byte == b'\n');
                self.column = 1;
                bytes.get(last + 1..).unwrap_or_default()
            }
        };
        // Every scalar value has one byte that does not continue another.
        self.column += count(line, |byte| byte & 0xc0 != 0x80);
    }

    /// Steps over so many bytes, which are a line with its end.
    pub(super) fn advance_line(&mut self, bytes: u64) {
        self.bytes += bytes;
        self.line += 1;
    }
}

/// How many of the bytes are such. Sums of a byte are what the compiler turns into instructions on many bytes at once.
fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> u64 {
    bytes
        .chunks(255)
        .map(|chunk| u64::from(chunk.iter().map(|byte| u8::from(is(*byte))).sum::<u8>()))
        .sum()
}

/// The number as far as it fits, with room for `more` to be added.
pub(super) fn fit(number: u64, more: usize) -> usize {
    usize::try_from(number)
        .unwrap_or(usize::MAX)
        .min(usize::MAX - more)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(parts: &[&[u8]]) -> (u64, u64, u64) {
        let mut position = Position::START;
        for part in parts {
            position.advance(part);
        }
        (position.bytes, position.line, position.column)
    }

    #[test]
    fn columns_are_scalar_values_of_the_last_line() {
        assert_eq!(after(&[b""]), (0, 1, 1));
        assert_eq!(after(&[b"abc"]), (3, 1, 4));
        assert_eq!(after(&[b"a\n\nbc"]), (5, 3, 3));
        assert_eq!(after(&["a\n\u{e9}\u{1f600}".as_bytes()]), (8, 2, 3));
    }

    #[test]
    fn parts_make_no_difference() {
        let text = "one\n\u{e9}tw\u{20ac}o\nthree \u{1f600}".repeat(60);
        let whole = after(&[text.as_bytes()]);
        for at in 0..text.len() {
            let (head, tail) = text.as_bytes().split_at(at);
            assert_eq!(after(&[head, tail]), whole, "{at}");
        }
    }

    #[test]
    fn what_does_not_fit_leaves_room() {
        assert_eq!(fit(7, 3), 7);
        assert_eq!(fit(u64::MAX, 3), usize::MAX - 3);
    }
}
