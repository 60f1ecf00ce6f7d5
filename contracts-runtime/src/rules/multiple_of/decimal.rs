//! Division without remainder of floats, taken as the shortest decimals that denote them.

use std::fmt::{LowerExp, Write};

/// Whether `value` is a whole multiple of `divisor`. Does not allocate.
pub(super) fn is_multiple<F: LowerExp>(value: F, divisor: F) -> bool {
    let (Some(value), Some(divisor)) = (Decimal::of(value), Decimal::of(divisor)) else { return false };
    if divisor.digits == 0 {
        return false;
    }
    if value.digits == 0 {
        return true;
    }
    let shift = value.exponent - divisor.exponent;
    if shift < 0 {
        // The value has more places: its digits must be a multiple of the divisor's, shifted.
        let Some(power) = u32::try_from(-shift).ok().and_then(|shift| 10_u128.checked_pow(shift)) else {
            return false;
        };
        return divisor.digits.checked_mul(power).is_some_and(|divisor| value.digits % divisor == 0);
    }
    // (digits * 10^shift) mod divisor, by repeated squaring; everything stays below 10^34.
    let modulus = divisor.digits;
    let (mut remainder, mut base, mut shift) = (value.digits % modulus, 10 % modulus, shift);
    while shift > 0 {
        if shift % 2 == 1 {
            remainder = remainder * base % modulus;
        }
        base = base * base % modulus;
        shift /= 2;
    }
    remainder == 0
}

/// `digits * 10^exponent`; the digits are at most 17.
struct Decimal {
    digits: u128,
    exponent: i32,
}

impl Decimal {
    /// The shortest decimal that denotes the float, without its sign; `None` for infinity and NaN.
    fn of<F: LowerExp>(value: F) -> Option<Self> {
        let mut text = Text { bytes: [0; 32], length: 0 };
        write!(text, "{value:e}").ok()?;
        let text = std::str::from_utf8(text.bytes.get(..text.length)?).ok()?;
        let (mantissa, exponent) = text.split_once('e')?;
        let mut digits = 0_u128;
        let mut places = 0;
        let mut behind = false;
        for byte in mantissa.trim_start_matches('-').bytes() {
            match byte {
                b'.' => behind = true,
                b'0'..=b'9' => {
                    digits = digits * 10 + u128::from(byte - b'0');
                    places += i32::from(behind);
                }
                _ => return None,
            }
        }
        Some(Decimal { digits, exponent: exponent.parse::<i32>().ok()? - places })
    }
}

/// Enough for any float: sign, 17 digits, point, `e`, sign, three digits.
struct Text {
    bytes: [u8; 32],
    length: usize,
}

impl Write for Text {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.length + text.len();
        self.bytes.get_mut(self.length..end).ok_or(std::fmt::Error)?.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::is_multiple;

    #[test]
    fn decimals_divide_as_on_paper() {
        for (value, divisor) in [(0.3, 0.1), (-0.3, 0.1), (19.99, 0.01), (1e300, 1e-5), (0.0, 0.7), (4.5, 1.5)] {
            assert!(is_multiple::<f64>(value, divisor), "{value} by {divisor}");
        }
        for (value, divisor) in [(0.35, 0.1), (1.0, 0.3), (1e-5, 1e300), (1.0, 0.0), (f64::NAN, 1.0)] {
            assert!(!is_multiple::<f64>(value, divisor), "{value} by {divisor}");
        }
        assert!(is_multiple(0.3_f32, 0.1_f32));
    }
}
