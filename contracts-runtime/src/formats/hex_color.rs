//! `hex_color`: a colour in hexadecimal.

use super::{Format, class::Class};

/// A colour in the hexadecimal notation of CSS Color Level 4, section 5.2: `#` and 3, 4, 6 or 8 hexadecimal digits
/// of either case.
///
/// With 4 and 8 digits the last ones are the opacity. Names, functions and digits without `#` do not pass.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("hex_color", "#00ff00"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("hex_color", "00ff00"), Some(false));
/// ```
#[must_use]
pub const fn hex_color() -> HexColor {
    HexColor {}
}

/// The rule that [`hex_color()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct HexColor {}

impl Format for HexColor {
    const CODE: &'static str = "hex_color";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a colour (# and hexadecimal digits)";
    const ACCEPTED: &[&str] = &["#000", "#FFF8", "#00ff7F", "#00ff7f80"];
    const REJECTED: &[&str] = &["#", "000", "#0", "#00", "#000\n", "#0é", ""];

    fn accepts(self, text: &str) -> bool {
        match text.as_bytes() {
            [b'#', digits @ ..] => matches!(digits.len(), 3 | 4 | 6 | 8) && Class::HEX.has_all(digits),
            _ => false,
        }
    }
}
