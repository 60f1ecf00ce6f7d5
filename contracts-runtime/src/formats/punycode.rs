//! Punycode, RFC 3492.

/// A decoded label. An encoded one has at most 59 octets in the DNS, and none decodes to more characters than that.
#[derive(Debug)]
pub(super) struct Decoded {
    characters: [char; CAPACITY],
    length: usize,
}

/// The characters that a label has at most.
pub(super) const CAPACITY: usize = 59;

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

/// How many octets the characters have once encoded (section 6.3); `None` for numbers that Punycode can't hold.
pub(super) fn encoded_length(characters: &[char]) -> Option<usize> {
    let basic = characters.iter().filter(|character| character.is_ascii()).count();
    let mut length = if basic > 0 { basic + 1 } else { 0 };
    let (mut code, mut delta, mut bias) = (128_u32, 0_u32, 72);
    let mut done = u32::try_from(basic).ok()?;
    while usize::try_from(done).ok()? < characters.len() {
        let codes = characters.iter().map(|character| u32::from(*character));
        let next = codes.clone().filter(|other| *other >= code).min()?;
        delta = delta.checked_add((next - code).checked_mul(done + 1)?)?;
        for other in codes {
            if other < next {
                delta = delta.checked_add(1)?;
            }
            if other == next {
                length += digits(delta, bias);
                bias = adapted(delta, done + 1, usize::try_from(done).ok()? == basic);
                delta = 0;
                done += 1;
            }
        }
        delta = delta.checked_add(1)?;
        code = next + 1;
    }
    Some(length)
}

/// How many digits a generalized variable-length integer has.
fn digits(number: u32, bias: u32) -> usize {
    let (mut rest, mut position, mut count) = (number, BASE, 1);
    loop {
        let threshold = threshold(position, bias);
        if rest < threshold {
            return count;
        }
        rest = (rest - threshold) / (BASE - threshold);
        position += BASE;
        count += 1;
    }
}

fn threshold(position: u32, bias: u32) -> u32 {
    position
        .saturating_sub(bias)
        .clamp(LEAST_THRESHOLD, GREATEST_THRESHOLD)
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
        let threshold = threshold(position, bias);
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
    fn encoded_lengths_are_those_of_what_decodes_to_the_label() {
        for encoded in [
            "egbpdaj6bu4bxfgehfvwxn",
            "ihqwcrb4cv8a8dqg056pqjye",
            "3B-ww4c5e180e575a65lsy2b",
            "bcher-kva",
        ] {
            let decoded = decode(encoded.as_bytes()).unwrap();
            assert_eq!(
                encoded_length(decoded.characters()),
                Some(encoded.len()),
                "{encoded}"
            );
        }
    }

    #[test]
    fn wrong_digits_and_overflow_are_no_punycode() {
        assert_eq!(text("a-_"), None);
        assert_eq!(text("99999999"), None);
        assert_eq!(text("-"), None);
    }
}
