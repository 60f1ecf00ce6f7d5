//! `idn_hostname`: the name of a host in any script.

use super::{Format, hostname, idna};

/// An internationalized host name: labels that are A-labels, U-labels (RFC 5890, section 2.3.2.1) or plain letters,
/// digits and hyphens, as [`hostname`](super::hostname()) has them.
///
/// U-labels are those that RFC 5891, section 4.2, RFC 5892 and RFC 5893 allow, in Unicode 17; that their letters
/// are small is part of it. Beside the full stop, U+3002, U+FF0E and U+FF61 separate labels (RFC 3490, section
/// 3.1). Lengths count the A-label of each U-label: at most 63 octets a label, 253 in all. Whether a U-label is in
/// normalization form C is checked for single characters only. Nothing is allocated.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("idn_hostname", "例子.example"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("idn_hostname", "-例子.example"), Some(false));
/// ```
#[must_use]
pub const fn idn_hostname() -> IdnHostname {
    IdnHostname {}
}

/// The rule that [`idn_hostname()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct IdnHostname {}

impl Format for IdnHostname {
    const CODE: &'static str = "idn_hostname";
    const SCHEMA: Option<&'static str> = Some("idn-hostname");
    const WHAT: &'static str = "an internationalized host name";
    const ACCEPTED: &[&str] = &[
        "example.com",
        "bücher.example",
        "xn--bcher-kva.example",
        "例子",
        "例子\u{3002}example",
        "a\u{ff0e}b",
    ];
    const REJECTED: &[&str] = &[".", "example.", "\u{3002}example", "a..b", "\u{2603}.example", "ü\n", ""];

    fn accepts(self, text: &str) -> bool {
        is_domain(text.as_bytes())
    }
}

/// Whether `text`, which is UTF-8, is an internationalized host name.
pub(super) fn is_domain(text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok_and(is_name)
}

fn is_name(text: &str) -> bool {
    let is_dot = |character| matches!(character, '.' | '\u{3002}' | '\u{ff0e}' | '\u{ff61}');
    let mut lengths = text.split(is_dot).map(encoded_length);
    // The dots count too: one behind each label but the last.
    let total = lengths.try_fold(0_usize, |total, length| Some(total + length? + 1));
    total.is_some_and(|total| total <= hostname::LONGEST + 1)
}

/// How long the label is in ASCII; `None` if it is no label.
fn encoded_length(label: &str) -> Option<usize> {
    if label.is_ascii() {
        hostname::is_hostname(label.as_bytes()).then_some(label.len())
    } else {
        idna::encoded_length(label).filter(|length| *length <= hostname::LONGEST_LABEL)
    }
}
