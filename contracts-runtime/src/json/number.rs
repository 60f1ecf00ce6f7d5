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
    /// A number, which comes next (a minus sign or a digit).
    #[inline]
    pub(crate) fn number(&mut self) -> Result<Number<'de>, SyntaxError> {
        let start = self.at;
        let negative = self.peek() == b'-';
        if negative {
            self.at += 1;
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
            self.at += 1;
            integer = false;
            places = self.digits(&mut value)?;
            count += places;
        }
        let mut exact = count <= EXACT_DIGITS;
        if matches!(self.peek(), b'e' | b'E') {
            self.at += 1;
            integer = false;
            exact = false;
            if matches!(self.peek(), b'+' | b'-') {
                self.at += 1;
            }
            self.digits(&mut value)?;
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        Ok(Number {
            text,
            integer,
            negative,
            exact: exact.then_some((value, places)),
        })
    }

    /// A run of digits, at least one, appended to `value`, which wraps once there are too many.
    #[inline(always)]
    fn digits(&mut self, value: &mut u64) -> Result<usize, SyntaxError> {
        let start = self.at;
        loop {
            let digit = self.peek().wrapping_sub(b'0');
            if digit > 9 {
                break;
            }
            *value = value.wrapping_mul(10).wrapping_add(u64::from(digit));
            self.at += 1;
        }
        if self.at == start {
            let flaw = if self.at >= self.text.len() {
                Flaw::End
            } else {
                Flaw::Number
            };
            return Err(SyntaxError { at: self.at, flaw });
        }
        Ok(self.at - start)
    }
}
