//! Numbers: the grammar in one pass, the value where it is exact, the text where it is not.

use super::{Flaw, Reader, SyntaxError};

/// Powers of ten that an `f64` holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

/// A number as it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number<'de> {
    /// The characters.
    pub(crate) text: &'de str,
    /// Whether there is neither a fraction nor an exponent.
    pub(crate) integer: bool,
    negative: bool,
    /// All digits as one number, and how many of them stand behind the point; `None` where they overflow or an
    /// exponent follows.
    exact: Option<(u64, usize)>,
}

impl Number<'_> {
    /// The integer, if it is one within 64 bits. `-0` is none: it is a float, as in `serde_json`.
    #[inline]
    pub(crate) fn as_i128(&self) -> Option<i128> {
        if !self.integer {
            return None;
        }
        let Some((digits, _)) = self.exact else {
            return self.text.parse().ok();
        };
        match (self.negative, digits) {
            (false, digits) => Some(i128::from(digits)),
            (true, 0) => None,
            (true, digits) => Some(-i128::from(digits)),
        }
    }

    /// The integer, if it is one of a type of 128 bits.
    pub(crate) fn parse<T: std::str::FromStr>(&self) -> Option<T> {
        if self.integer {
            self.text.parse().ok()
        } else {
            None
        }
    }

    /// The nearest `f64`.
    #[inline]
    pub(crate) fn as_f64(&self) -> f64 {
        if let Some((digits, places)) = self.exact {
            if digits < 1 << 53 {
                if let Some(power) = POWERS.get(places) {
                    // Both operands are exact, so the quotient is rounded once, as IEEE 754 asks.
                    #[allow(clippy::cast_precision_loss, reason = "below 2^53 nothing is lost")]
                    let value = digits as f64 / power;
                    return if self.negative { -value } else { value };
                }
            }
        }
        // The grammar of JSON is a subset of what `parse` takes.
        self.text.parse().unwrap_or(f64::NAN)
    }
}

/// So many digits always fit an `u64`.
const EXACT_DIGITS: usize = 19;

impl<'de> Reader<'de> {
    /// The integer that comes next, if it is of the common kind: no sign, up to 19 digits, nothing behind them. If it
    /// is not, nothing is consumed.
    #[inline]
    pub(crate) fn plain_integer(&mut self) -> Option<u64> {
        let (value, rest) = run(self.rest, 0);
        let count = self.rest.len() - rest.len();
        let zeros = count > 1 && self.peek() == b'0';
        if count == 0 || count > EXACT_DIGITS || zeros || matches!(rest, [b'.' | b'e' | b'E', ..]) {
            return None;
        }
        self.rest = rest;
        Some(value)
    }

    /// The number that comes next, if it is of the common kind: no sign, no exponent, few enough digits to be exact.
    /// If it is not, nothing is consumed.
    #[inline]
    pub(crate) fn plain_decimal(&mut self) -> Option<f64> {
        let (value, rest) = run(self.rest, 0);
        let whole = self.rest.len() - rest.len();
        let [b'.', fraction @ ..] = rest else { return None };
        let (value, rest) = run(fraction, value);
        let places = fraction.len() - rest.len();
        let power = POWERS.get(places)?;
        let zeros = whole > 1 && self.peek() == b'0';
        let exponent = matches!(rest, [b'e' | b'E', ..]);
        if whole == 0 || places == 0 || zeros || exponent || whole + places > EXACT_DIGITS || value >= 1 << 53
        {
            return None;
        }
        self.rest = rest;
        // Both operands are exact, so the quotient is rounded once, as IEEE 754 asks.
        #[allow(clippy::cast_precision_loss, reason = "below 2^53 nothing is lost")]
        Some(value as f64 / power)
    }

    /// A number, which comes next (a minus sign or a digit).
    #[inline]
    pub(crate) fn number(&mut self) -> Result<Number<'de>, SyntaxError> {
        let start = self.at();
        let negative = self.peek() == b'-';
        if negative {
            self.bump();
        }
        let leading = self.peek();
        let mut value = 0;
        let mut count = self.digits(&mut value)?;
        if leading == b'0' && count > 1 {
            return Err(SyntaxError {
                at: start,
                flaw: Flaw::Number,
            });
        }
        let mut places = 0;
        let mut integer = true;
        if self.peek() == b'.' {
            self.bump();
            integer = false;
            places = self.digits(&mut value)?;
            count += places;
        }
        let mut exact = count <= EXACT_DIGITS;
        if matches!(self.peek(), b'e' | b'E') {
            self.bump();
            integer = false;
            exact = false;
            if matches!(self.peek(), b'+' | b'-') {
                self.bump();
            }
            self.digits(&mut value)?;
        }
        let text = self.text.get(start..self.at()).unwrap_or_default();
        Ok(Number {
            text,
            integer,
            negative,
            exact: exact.then_some((value, places)),
        })
    }

    /// A run of digits, at least one, appended to `value`, which wraps once there are too many.
    #[inline]
    fn digits(&mut self, value: &mut u64) -> Result<usize, SyntaxError> {
        let (appended, rest) = run(self.rest, *value);
        let count = self.rest.len() - rest.len();
        *value = appended;
        self.rest = rest;
        if count == 0 {
            let flaw = if rest.is_empty() { Flaw::End } else { Flaw::Number };
            return Err(SyntaxError { at: self.at(), flaw });
        }
        Ok(count)
    }
}

/// The digits that `bytes` starts with, appended to `value`, which wraps once there are too many; and what follows.
#[inline(always)]
#[allow(clippy::inline_always, reason = "a loop of five instructions")]
fn run(mut bytes: &[u8], mut value: u64) -> (u64, &[u8]) {
    while let [byte @ b'0'..=b'9', rest @ ..] = bytes {
        value = value.wrapping_mul(10).wrapping_add(u64::from(byte - b'0'));
        bytes = rest;
    }
    (value, bytes)
}
