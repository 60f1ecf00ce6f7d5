//! `alphanumeric`: letters and digits.

use std::fmt;

use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A text consists of the letters and digits of ASCII: `alphanumeric`, or `alphanumeric(ascii)` to say so. With
/// `alphanumeric(unicode)` those of every script pass. Empty text passes.
///
/// The letters of Unicode are what its property `Alphabetic` says, the digits all of the general category `N`, by the
/// Unicode version of the standard library. Linear in the text.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::alphanumeric().accepts("abc123"));
/// assert!(!rules::alphanumeric().accepts("abc-123")); // must consist of ASCII letters and digits
/// assert!(!rules::alphanumeric().accepts("straße٣"));
/// assert!(rules::alphanumeric().unicode().accepts("straße٣"));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::alphanumeric().accepts(&1);
/// ```
#[must_use]
pub const fn alphanumeric() -> Alphanumeric {
    Alphanumeric { script: Script::Ascii }
}

/// The rule that [`alphanumeric()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Alphanumeric {
    script: Script,
}

#[derive(Debug, Clone, Copy)]
enum Script {
    Ascii,
    Unicode,
}

impl Alphanumeric {
    /// Letters and digits of ASCII pass. The default.
    #[must_use]
    pub const fn ascii(self) -> Self {
        let _ = self;
        Alphanumeric { script: Script::Ascii }
    }

    /// Letters and digits of every script pass.
    #[must_use]
    pub const fn unicode(self) -> Self {
        let _ = self;
        Alphanumeric { script: Script::Unicode }
    }
}

impl RuleInfo for Alphanumeric {
    fn code(&self) -> &'static str {
        "alphanumeric"
    }

    fn params(&self) -> Params {
        match self.script {
            Script::Ascii => Params::new(),
            Script::Unicode => Params::new().with("unicode", true),
        }
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.script {
            Script::Ascii => "must consist of ASCII letters and digits",
            Script::Unicode => "must consist of letters and digits",
        })
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        ecma::pattern(match self.script {
            Script::Ascii => "^[0-9A-Za-z]*$",
            Script::Unicode => r"^[\p{Alphabetic}\p{N}]*$",
        })
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::Samples::sorted(|text| self.accepts(text))
    }

    #[cfg(feature = "proptest")]
    fn mend(&self, value: Param) -> Param {
        super::samples::replaced(value, |char| self.accepts(char.encode_utf8(&mut [0; 4])))
    }
}

impl Rule<str> for Alphanumeric {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        match self.script {
            Script::Ascii => value.bytes().all(|byte| byte.is_ascii_alphanumeric()),
            Script::Unicode => value.chars().all(char::is_alphanumeric),
        }
    }
}
