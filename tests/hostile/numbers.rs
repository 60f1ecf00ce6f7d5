//! Numbers at the edges of every type and beyond, and of every length.

use perimeter::Contract;

use crate::hull::report;

/// A number alone.
#[derive(Debug, Contract)]
#[contract(zone = strategic)]
struct One<T>(T);

/// Beyond the range of some type, below the precision of another, or written in an unusual way.
const NUMBERS: [&str; 44] = [
    "0",
    "-0",
    "-0.0",
    "1",
    "-1",
    "1.0",
    "1e0",
    "1E+2",
    "127",
    "128",
    "-128",
    "-129",
    "255",
    "256",
    "32768",
    "-32769",
    "65536",
    "2147483648",
    "-2147483649",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "170141183460469231731687303715884105727",
    "170141183460469231731687303715884105728",
    "-170141183460469231731687303715884105728",
    "-170141183460469231731687303715884105729",
    "340282366920938463463374607431768211455",
    "340282366920938463463374607431768211456",
    "99999999999999999999999999999999999999999999",
    "1e400",
    "-1e400",
    "1e-400",
    "-1e-400",
    "0e999999999999",
    "1e999999999999999999999999",
    "1e-999999999999999999999999",
    "3.4028236e38",
    "1.7976931348623159e308",
    "5e-324",
];

/// What a contract takes the number as.
macro_rules! accepted {
    ($type:ty, $number:expr) => {
        match perimeter::accept::<One<$type>>($number) {
            Ok(one) => Some(one.0),
            Err(report) => {
                assert_eq!(
                    (report.len(), report.first().code()),
                    (1, "type"),
                    "{:.60}",
                    $number
                );
                None
            }
        }
    };
}

/// The integer, if it is written as one. `-0` is none of 64 bits or less, as `serde_json` has it.
fn integer<T: std::str::FromStr>(number: &str) -> Option<T> {
    let negative_zero = number == "-0" && size_of::<T>() <= 8;
    if number.contains(['.', 'e', 'E']) || negative_zero {
        None
    } else {
        number.parse().ok()
    }
}

macro_rules! integers {
    ($($test:ident $type:ty;)+) => {$(
        #[test]
        fn $test() {
            for number in NUMBERS {
                assert_eq!(accepted!($type, number), integer::<$type>(number), "{number}");
            }
        }
    )+};
}

integers! {
    an_i8_takes_what_it_holds i8;
    an_i16_takes_what_it_holds i16;
    an_i32_takes_what_it_holds i32;
    an_i64_takes_what_it_holds i64;
    an_i128_takes_what_it_holds i128;
    an_isize_takes_what_it_holds isize;
    a_u8_takes_what_it_holds u8;
    a_u16_takes_what_it_holds u16;
    a_u32_takes_what_it_holds u32;
    a_u64_takes_what_it_holds u64;
    a_u128_takes_what_it_holds u128;
    a_usize_takes_what_it_holds usize;
}

macro_rules! floats {
    ($($test:ident $type:ty;)+) => {$(
        #[test]
        fn $test() {
            let long = long();
            for number in NUMBERS.into_iter().chain(long.iter().map(String::as_str)) {
                let expected: $type = number.parse().unwrap();
                let expected = expected.is_finite().then_some(expected.to_bits());
                assert_eq!(accepted!($type, number).map(<$type>::to_bits), expected, "{number:.60}");
            }
        }
    )+};
}

floats! {
    an_f32_is_the_nearest_or_refused f32;
    an_f64_is_the_nearest_or_refused f64;
}

/// Numbers of a million digits.
fn long() -> [String; 8] {
    const DIGITS: usize = 1_000_000;
    let (ones, zeros, nines) = ("1".repeat(DIGITS), "0".repeat(DIGITS), "9".repeat(DIGITS));
    [
        ones.clone(),
        format!("0.{ones}"),
        format!("0.{zeros}1"),
        format!("1{zeros}e-{DIGITS}"),
        format!("0.{zeros}1e{DIGITS}"),
        format!("1e{nines}"),
        format!("1e-{nines}"),
        format!("0e{nines}"),
    ]
}

#[test]
fn no_integer_has_a_million_digits() {
    for number in long() {
        assert_eq!(accepted!(u8, &number), None);
        assert_eq!(accepted!(i64, &number), None);
        assert_eq!(accepted!(u128, &number), None);
    }
}

#[test]
fn what_is_no_number_of_the_type_is_told_once() {
    for number in ["1e400", "-1e400", "4294967296", "-1", "1.5", "1e0", "-0"] {
        let found = report(&format!(r#"{{"numbers":[{number}]}}"#));
        assert_eq!(
            (found.len(), found.first().code(), found.first().pointer()),
            (1, "type", "/numbers/0")
        );
    }
}
