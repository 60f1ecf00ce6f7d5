//! Numbers as the keys of maps: text that matches a regular expression.

use super::tree::Object;

/// A number of JSON.
pub(super) const NUMBER: &str = r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$";

/// The integers of so many bits.
pub(super) fn integer(signed: bool, bits: u32) -> Object {
    let most = match (signed, bits) {
        (false, 128..) => u128::MAX,
        (false, _) => (1 << bits) - 1,
        (true, 128..) => i128::MAX.unsigned_abs(),
        (true, _) => (1 << (bits - 1)) - 1,
    };
    let positive = up_to(most);
    // -0 is an integer of 128 bits, and of no other number of them.
    let zero = if signed && bits >= 128 { "|-0" } else { "" };
    let negative = match signed {
        true => format!("|-(?:{})", up_to(most + 1)),
        false => String::new(),
    };
    Object::new().with("pattern", format!("^(?:0{zero}|{positive}{negative})$"))
}

/// The integers from 1 to `most`, as alternatives: those with fewer digits, and for each digit those that are below it
/// there and like `most` before.
fn up_to(most: u128) -> String {
    let digits = most.to_string();
    let mut alternatives = Vec::new();
    let first = '1';
    if digits.len() > 1 {
        alternatives.push(match digits.len() {
            2 => "[1-9]".to_owned(),
            length => format!("[1-9][0-9]{{0,{}}}", length - 2),
        });
    }
    for (at, digit) in digits.char_indices() {
        let least = if at == 0 { first } else { '0' };
        let (before, after) = (digits.get(..at).unwrap_or_default(), digits.len() - at - 1);
        let below = char::from_u32(u32::from(digit).saturating_sub(1)).unwrap_or(digit);
        if below >= least && digit > '0' {
            let class = match below == least {
                true => below.to_string(),
                false => format!("[{least}-{below}]"),
            };
            let rest = match after {
                0 => String::new(),
                1 => "[0-9]".to_owned(),
                after => format!("[0-9]{{{after}}}"),
            };
            alternatives.push(format!("{before}{class}{rest}"));
        }
    }
    alternatives.push(digits);
    alternatives.join("|")
}

#[cfg(test)]
mod tests {
    use super::up_to;

    #[test]
    fn numbers_are_told_by_their_digits() {
        assert_eq!(up_to(127), "[1-9][0-9]{0,1}|1[0-1][0-9]|12[0-6]|127");
        assert_eq!(up_to(255), "[1-9][0-9]{0,1}|1[0-9]{2}|2[0-4][0-9]|25[0-4]|255");
        assert_eq!(up_to(9), "[1-8]|9");
    }
}
