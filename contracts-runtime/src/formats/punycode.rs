//! Decoding of Punycode, RFC 3492.

/// A decoded label. An encoded one has at most 59 octets in the DNS, and none decodes to more characters than that.
#[derive(Debug)]
pub(super) struct Decoded {
    characters: [char; CAPACITY],
    length: usize,
}

const CAPACITY: usize = 59;

impl Decoded {
    /// The characters in their order.
    pub(super) fn characters(&self) -> &[char] {
        self.characters.get(..self.length).unwrap_or_default()
    }

    fn insert(&mut self, at: usize, character: char) -> Option<()> {
        let tail = self.characters.get_mut(at..=self.length)?;
        tail.rotate_right(1);
        *tail.first_mut()? = character;
        self.length += 1;
        Some(())
    }
}

/// Decodes what follows `xn--`, with its ASCII in lower case; `None` if it is no Punycode, or too long for a label.
///
/// The time is bounded, as the length is.
pub(super) fn decode(encoded: &[u8]) -> Option<Decoded> {
    let mut decoded = Decoded {
        characters: ['\0'; CAPACITY],
        length: 0,
    };
    let delimiter = encoded
        .iter()
        .rposition(|byte| *byte == b'-')
        .filter(|at| *at > 0);
    let (basic, mut rest) = match delimiter {
        Some(at) => (encoded.get(..at)?, encoded.get(at + 1..)?),
        None => (&[][..], encoded),
    };
    for byte in basic {
        let character = byte.is_ascii().then(|| char::from(byte.to_ascii_lowercase()))?;
        decoded.insert(decoded.length, character)?;
    }
    let (mut code, mut at, mut bias, mut first) = (128_u32, 0_u32, 72, true);
    while !rest.is_empty() {
        let (delta, tail) = number(rest, bias)?;
        rest = tail;
        let count = u32::try_from(decoded.length).ok()? + 1;
        bias = adapted(delta, count, first);
        first = false;
        at = at.checked_add(delta)?;
        code = code.checked_add(at / count)?;
        at %= count;
        decoded.insert(usize::try_from(at).ok()?, char::from_u32(code)?)?;
        at += 1;
    }
    Some(decoded)
}

const BASE: u32 = 36;
const LEAST_THRESHOLD: u32 = 1;
const GREATEST_THRESHOLD: u32 = 26;

/// Reads a generalized variable-length integer (section 3.3).
fn number(text: &[u8], bias: u32) -> Option<(u32, &[u8])> {
    let (mut value, mut weight, mut position) = (0_u32, 1_u32, BASE);
    let mut rest = text;
    loop {
        let (byte, tail) = rest.split_first()?;
        rest = tail;
        let digit = match byte {
            b'a'..=b'z' => u32::from(byte - b'a'),
            b'A'..=b'Z' => u32::from(byte - b'A'),
            b'0'..=b'9' => u32::from(byte - b'0') + 26,
            _ => return None,
        };
        value = value.checked_add(digit.checked_mul(weight)?)?;
        let threshold = position
            .saturating_sub(bias)
            .clamp(LEAST_THRESHOLD, GREATEST_THRESHOLD);
        if digit < threshold {
            return Some((value, rest));
        }
        weight = weight.checked_mul(BASE - threshold)?;
        position += BASE;
    }
}

/// The bias for the next number (section 6.1).
fn adapted(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut position = 0;
    while delta > (BASE - LEAST_THRESHOLD) * GREATEST_THRESHOLD / 2 {
        delta /= BASE - LEAST_THRESHOLD;
        position += BASE;
    }
    position + (BASE - LEAST_THRESHOLD + 1) * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(encoded: &str) -> Option<String> {
        decode(encoded.as_bytes()).map(|decoded| decoded.characters().iter().collect())
    }

    #[test]
    fn samples_of_the_standard_decode() {
        // RFC 3492, section 7.1: (A), (B) and (L).
        assert_eq!(
            text("egbpdaj6bu4bxfgehfvwxn").as_deref(),
            Some("ليهمابتكلموشعربي؟")
        );
        assert_eq!(
            text("ihqwcrb4cv8a8dqg056pqjye").as_deref(),
            Some("他们为什么不说中文")
        );
        assert_eq!(
            text("3B-ww4c5e180e575a65lsy2b").as_deref(),
            Some("3年b組金八先生")
        );
    }

    #[test]
    fn wrong_digits_and_overflow_are_no_punycode() {
        assert_eq!(text("a-_"), None);
        assert_eq!(text("99999999"), None);
        assert_eq!(text("-"), None);
    }
}
