//! `semver`: a version number.

use super::{Format, class::Class};

/// A version as Semantic Versioning 2.0.0, sections 2, 9 and 10 have it: `1.2.3-rc.1+build.5`.
///
/// Three numbers without leading zeros, of any length; then, if wanted, `-` and the pre-release, `+` and the build,
/// each of identifiers separated by dots, of letters, digits and hyphens. A pre-release's identifier of digits
/// alone has no leading zeros. A `v` in front, ranges and shortened versions do not pass.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("semver", "1.2.3-rc.1+build.5"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("semver", "1.2"), Some(false));
/// ```
#[must_use]
pub const fn semver() -> Semver {
    Semver {}
}

/// The rule that [`semver()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Semver {}

impl Format for Semver {
    const CODE: &'static str = "semver";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a version (semver)";
    const ACCEPTED: &[&str] = &[
        "0.0.0",
        "1.2.3",
        "99999999999999999999999.0.10",
        "1.0.0-alpha",
        "1.0.0-alpha.1.0",
        "1.0.0-0a",
    ];
    const REJECTED: &[&str] = &["1", "1.2", "1.2.3.4", "01.2.3", "-1.2.3", "1..3", ""];

    fn accepts(self, text: &str) -> bool {
        let Some(rest) = after_numbers(text.as_bytes()) else {
            return false;
        };
        let rest = match rest {
            [b'-', rest @ ..] => after_identifiers(rest, is_pre_release),
            _ => Some(rest),
        };
        let rest = match rest {
            Some([b'+', rest @ ..]) => after_identifiers(rest, |_| true),
            other => other,
        };
        rest == Some(&[])
    }
}

/// What follows three numbers with dots between them.
fn after_numbers(text: &[u8]) -> Option<&[u8]> {
    let rest = after_number(text)?.strip_prefix(b".")?;
    let rest = after_number(rest)?.strip_prefix(b".")?;
    after_number(rest)
}

/// What follows a number; leading zeros leave a digit over, which nothing takes.
fn after_number(text: &[u8]) -> Option<&[u8]> {
    match text {
        [b'0', rest @ ..] => Some(rest),
        [b'1'..=b'9', rest @ ..] => Some(Class::DIGIT.skip(rest).1),
        _ => None,
    }
}

/// What follows identifiers with dots between them, each of which is not empty and passes.
fn after_identifiers(text: &[u8], passes: impl Fn(&[u8]) -> bool) -> Option<&[u8]> {
    let mut rest = text;
    loop {
        let (length, tail) = Class::ALPHANUMERIC.or(Class::HYPHEN).skip(rest);
        let identifier = rest.get(..length)?;
        if identifier.is_empty() || !passes(identifier) {
            return None;
        }
        match tail {
            [b'.', tail @ ..] => rest = tail,
            _ => return Some(tail),
        }
    }
}

fn is_pre_release(identifier: &[u8]) -> bool {
    !matches!(identifier, [b'0', _, ..]) || !Class::DIGIT.has_all(identifier)
}
