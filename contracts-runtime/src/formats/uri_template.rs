//! `uri_template`: a URI with variables to fill in.

use super::{Format, class::Class, rfc3986};

/// A URI template as RFC 6570, section 2 has it, of any level: `/users{/id}{?fields*}`.
///
/// The empty text passes, as does text without an expression. In literals, the characters that no URI may contain
/// even encoded do not pass (erratum 6937 allows the apostrophe); others outside ASCII do, as `ucschar` and
/// `iprivate` of RFC 3987 have them. The operators `=`, `,`, `!`, `@` and `|` do not pass: section 2.2 reserves
/// them, and a processor must fail on them.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("uri_template", "/search{?q,page}"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("uri_template", "/search{?q"), Some(false));
/// ```
#[must_use]
pub const fn uri_template() -> UriTemplate {
    UriTemplate {}
}

/// The rule that [`uri_template()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct UriTemplate {}

impl Format for UriTemplate {
    const CODE: &'static str = "uri_template";
    const SCHEMA: Option<&'static str> = Some("uri-template");
    const WHAT: &'static str = "a URI template";
    const ACCEPTED: &[&str] = &[
        "a/b?c=d#e",
        "{a}",
        "{+a}{#b}{.c}{/d}{;e}{?f}{&g}",
        "{a,b,c}",
        "{a*}",
        "{a:1}",
    ];
    const REJECTED: &[&str] = &["{", "}", "{}", "{a", "\u{1fffe}", "\u{e0fff}"];

    fn accepts(self, text: &str) -> bool {
        let mut rest = text.chars();
        while let Some(next) = rest.next() {
            match next {
                '{' => {
                    let text = rest.as_str();
                    let tail = after_expression(text.as_bytes());
                    // An expression is ASCII, so its end is no character's middle.
                    match tail.and_then(|tail| text.get(text.len() - tail.len()..)) {
                        Some(tail) => rest = tail.chars(),
                        None => return false,
                    }
                }
                '%' => {
                    let is_digit = |digit: Option<char>| digit.is_some_and(|digit| digit.is_ascii_hexdigit());
                    if !is_digit(rest.next()) || !is_digit(rest.next()) {
                        return false;
                    }
                }
                _ if is_literal(next) => {}
                _ => return false,
            }
        }
        true
    }
}

/// Whether `next` may stand for itself (section 2.1).
fn is_literal(next: char) -> bool {
    if let Ok(byte) = u8::try_from(next) {
        return Class::TEMPLATE_LITERAL.has(byte) || byte >= 0xa0;
    }
    match u32::from(next) {
        // U+E000 to U+F8FF is `iprivate`; the gap behind U+FDCF holds noncharacters.
        0x100..=0xd7ff | 0xe000..=0xfdcf | 0xfdf0..=0xffef => true,
        0xe_0000..=0xe_0fff => false,
        // Above the first plane all but each plane's last two, which are noncharacters.
        other => other >= 0x1_0000 && other & 0xffff <= 0xfffd,
    }
}

/// What follows the expression that `text` is inside of, and its brace (section 2.2).
fn after_expression(text: &[u8]) -> Option<&[u8]> {
    let mut rest = text;
    if let [b'+' | b'#' | b'.' | b'/' | b';' | b'?' | b'&', variables @ ..] = text {
        rest = variables;
    }
    loop {
        match after_modifier(after_name(rest)?) {
            [b',', tail @ ..] => rest = tail,
            [b'}', tail @ ..] => return Some(tail),
            _ => return None,
        }
    }
}

/// What follows a variable's name: parts that are not empty, with dots between them (section 2.3).
fn after_name(text: &[u8]) -> Option<&[u8]> {
    let mut rest = text;
    loop {
        let tail = rfc3986::skip(rest, Class::VARCHAR)?;
        if tail.len() == rest.len() {
            return None;
        }
        match tail {
            [b'.', tail @ ..] => rest = tail,
            _ => return Some(tail),
        }
    }
}

/// What follows `*`, or `:` and a `max-length` of 1 to 9999 without leading zeros (section 2.4); with neither, all of
/// `text`.
fn after_modifier(text: &[u8]) -> &[u8] {
    match text {
        [b'*', rest @ ..] => rest,
        [b':', b'1'..=b'9', digits @ ..] => {
            let more = digits.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
            digits.get(more..).unwrap_or_default()
        }
        _ => text,
    }
}
