//! Decimal numbers of any size, for cases that no type of Rust holds.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// A number as it is written.
#[derive(Debug, Clone)]
pub struct Decimal {
    written: String,
    is_negative: bool,
    /// Its digits without zeros in front and behind; none for 0.
    digits: Vec<u8>,
    /// The power of ten that the last digit counts.
    exponent: i64,
}

/// The greatest exponent that is reckoned with: a number has that many digits in memory.
const GREATEST_EXPONENT: u64 = 10_000_000;

impl Decimal {
    /// As it is written, for types that read numbers themselves.
    pub(crate) fn written(&self) -> &str {
        &self.written
    }

    /// Whether it is a whole multiple of the other, which is not 0.
    pub(crate) fn is_multiple_of(&self, divisor: &Self) -> bool {
        if divisor.digits.is_empty() {
            return false;
        }
        let least = self.exponent.min(divisor.exponent);
        let divisor = divisor.scaled(least);
        let mut rest: Vec<u8> = Vec::new();
        for digit in self.scaled(least) {
            if !(rest.is_empty() && digit == 0) {
                rest.push(digit);
            }
            while compare(&rest, &divisor) != Ordering::Less {
                subtract(&mut rest, &divisor);
            }
        }
        rest.is_empty()
    }

    /// The digits of the number counted in this power of ten, which is not above its own.
    fn scaled(&self, exponent: i64) -> Vec<u8> {
        let zeros = usize::try_from(self.exponent - exponent).unwrap_or_default();
        let mut digits = self.digits.clone();
        if !digits.is_empty() {
            digits.resize(digits.len() + zeros, 0);
        }
        digits
    }

    /// The power of ten above the first digit.
    fn magnitude(&self) -> i64 {
        i64::try_from(self.digits.len()).map_or(i64::MAX, |length| length + self.exponent)
    }

    fn compare_size(&self, other: &Self) -> Ordering {
        match (self.digits.is_empty(), other.digits.is_empty()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            // Without zeros at either end, digits of equal magnitude compare as text does.
            (false, false) => self
                .magnitude()
                .cmp(&other.magnitude())
                .then_with(|| self.digits.cmp(&other.digits)),
        }
    }
}

/// Compares whole numbers without zeros in front.
fn compare(a: &[u8], b: &[u8]) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

/// Takes `b` from `a`, which is not less.
fn subtract(a: &mut Vec<u8>, b: &[u8]) {
    let mut borrow = 0;
    let others = b.iter().rev().copied().chain(std::iter::repeat(0));
    for (digit, other) in a.iter_mut().rev().zip(others) {
        let other = other + borrow;
        borrow = u8::from(*digit < other);
        *digit = *digit + 10 * borrow - other;
    }
    let zeros = a.iter().take_while(|digit| **digit == 0).count();
    a.drain(..zeros);
}

impl FromStr for Decimal {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no number");
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let mut exponent: i64 = exponent.parse().map_err(|_| wrong())?;
        if exponent.unsigned_abs() > GREATEST_EXPONENT {
            return Err(format!(
                "the exponent of `{text}` is beyond what is reckoned with"
            ));
        }
        let (is_negative, mantissa) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        exponent -= i64::try_from(fraction.len()).map_err(|_| wrong())?;
        let mut digits = Vec::new();
        for byte in whole.bytes().chain(fraction.bytes()) {
            let digit = byte.is_ascii_digit().then(|| byte - b'0').ok_or_else(wrong)?;
            if !(digits.is_empty() && digit == 0) {
                digits.push(digit);
            }
        }
        if whole.is_empty() {
            return Err(wrong());
        }
        while digits.last() == Some(&0) {
            digits.pop();
            exponent += 1;
        }
        if digits.is_empty() {
            exponent = 0;
        }
        Ok(Self {
            written: text.to_owned(),
            is_negative: is_negative && !digits.is_empty(),
            digits,
            exponent,
        })
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.is_negative, other.is_negative) {
            (false, false) => self.compare_size(other),
            (true, true) => other.compare_size(self),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self {
            written: _,
            is_negative,
            digits,
            exponent,
        } = self;
        (is_negative, digits, exponent).hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_are_ordered_by_value() {
        let ordered = [
            "-1e1000", "-10", "-1.5", "-0.1", "0", "1e-1000", "0.09", "0.1", "1", "9.99", "10", "1e1000",
        ];
        for pair in ordered.windows(2) {
            assert!(number(pair[0]) < number(pair[1]), "{pair:?}");
        }
        for (a, b) in [
            ("0", "-0.0"),
            ("1", "1.0"),
            ("100", "1e2"),
            ("0.010", "1E-2"),
            ("-5e+1", "-50"),
        ] {
            assert_eq!(number(a), number(b));
        }
    }

    #[test]
    fn multiples_are_exact() {
        for (value, divisor, expected) in [
            ("0", "3", true),
            ("9", "3", true),
            ("10", "3", false),
            ("0.3", "0.1", true),
            ("0.35", "0.1", false),
            ("-9", "3", true),
            ("1e1000", "7", false),
            ("1e1000", "0.0016", true),
            ("36893488147419103232", "18446744073709551616", true),
            ("36893488147419103233", "18446744073709551616", false),
            ("1", "0", false),
        ] {
            assert_eq!(
                number(value).is_multiple_of(&number(divisor)),
                expected,
                "{value} {divisor}"
            );
        }
    }

    #[test]
    fn other_text_is_no_number() {
        for text in ["", "-", "a", "1e", "1e99999999", ".5", "1a"] {
            assert!(text.parse::<Decimal>().is_err(), "{text}");
        }
    }
}
