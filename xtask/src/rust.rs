//! Rust source as tokens: enough to tell code from text and text from comments.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An identifier or keyword, without `r#`.
    Word,
    /// What is between the quotes of a string literal of any sort.
    Text,
    /// One character of punctuation.
    Mark,
    /// What follows `//` or is between `/*` and `*/`.
    Comment,
    /// The same of a documentation comment.
    Doc,
    /// A number, a character or a lifetime.
    Other,
}

/// A token and where it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) kind: Kind,
    pub(crate) text: &'a str,
    /// Counted from 1.
    pub(crate) line: usize,
}

impl Token<'_> {
    /// Whether it is this word or mark.
    pub(crate) fn is(&self, text: &str) -> bool {
        matches!(self.kind, Kind::Word | Kind::Mark) && self.text == text
    }
}

/// The tokens of a source, comments included.
pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let (mut rest, mut line) = (source, 1);
    while let Some(first) = rest.chars().next() {
        let (kind, text, length) = if first.is_whitespace() {
            (None, "", first.len_utf8())
        } else {
            let (kind, text, length) = next(rest, first);
            (Some(kind), text, length)
        };
        if let Some(kind) = kind {
            tokens.push(Token { kind, text, line });
        }
        let (token, behind) = rest.split_at(length);
        line += token.matches('\n').count();
        rest = behind;
    }
    tokens
}

/// The tokens of a source that make up the program: no comments, and no items that are `#[cfg(test)]`.
pub(crate) fn code(source: &str) -> Vec<Token<'_>> {
    let tokens: Vec<_> = tokens(source)
        .into_iter()
        .filter(|token| !matches!(token.kind, Kind::Comment | Kind::Doc))
        .collect();
    without(&tokens, |tokens| {
        const TEST: &[&str] = &["#", "[", "cfg", "(", "test", ")", "]"];
        if starts(tokens, TEST) {
            TEST.len() + item(skip(tokens, TEST.len()))
        } else {
            0
        }
    })
}

/// The tokens except those that `found` gives the number of, where it gives any.
pub(crate) fn without<'a>(tokens: &[Token<'a>], found: impl Fn(&[Token<'a>]) -> usize) -> Vec<Token<'a>> {
    let mut left = Vec::new();
    let mut rest = tokens;
    while let Some((first, behind)) = rest.split_first() {
        match found(rest) {
            0 => {
                left.push(*first);
                rest = behind;
            }
            length => rest = skip(rest, length),
        }
    }
    left
}

/// The tokens from each one on.
pub(crate) fn suffixes<'t, 'a>(tokens: &'t [Token<'a>]) -> impl Iterator<Item = &'t [Token<'a>]> {
    (0..tokens.len()).map(|at| skip(tokens, at))
}

/// Whether the tokens start with these words and marks.
pub(crate) fn starts(tokens: &[Token<'_>], words: &[&str]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.is(word))
}

/// All but so many tokens.
pub(crate) fn skip<'t, 'a>(tokens: &'t [Token<'a>], count: usize) -> &'t [Token<'a>] {
    tokens.get(count..).unwrap_or_default()
}

/// What is between the opening bracket that the tokens start with and the one that closes it.
pub(crate) fn group<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        depth = deeper(depth, token);
        if depth == 0 {
            return tokens.get(1..at).unwrap_or_default();
        }
    }
    skip(tokens, 1)
}

/// How many tokens the item has that the tokens start with: up to a `;` or the end of its body.
fn item(tokens: &[Token<'_>]) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        depth = deeper(depth, token);
        if depth == 0 && (token.is(";") || token.is("}")) {
            return at + 1;
        }
    }
    tokens.len()
}

fn deeper(depth: usize, token: &Token<'_>) -> usize {
    match (token.kind, token.text) {
        (Kind::Mark, "(" | "[" | "{") => depth + 1,
        (Kind::Mark, ")" | "]" | "}") => depth.saturating_sub(1),
        _ => depth,
    }
}

/// The kind and text of the token that `rest` starts with, and how many bytes it takes.
fn next(rest: &str, first: char) -> (Kind, &str, usize) {
    if let Some(comment) = rest.strip_prefix("//") {
        let length = comment.find('\n').unwrap_or(comment.len());
        let body = between(comment, 0, length);
        return (comment_kind(body, '/'), body, 2 + length);
    }
    if rest.starts_with("/*") {
        let length = block_comment(rest);
        let body = between(rest, 2, length.saturating_sub(2));
        return (comment_kind(body, '*'), body, length);
    }
    if let Some(text) = string(rest) {
        return text;
    }
    if let Some(length) = character(rest) {
        return (Kind::Other, between(rest, 0, length), length);
    }
    if first == '\'' {
        let length = 1 + word(skip_bytes(rest, 1));
        return (Kind::Other, between(rest, 0, length), length);
    }
    if first.is_alphanumeric() || first == '_' {
        let kind = if first.is_ascii_digit() {
            Kind::Other
        } else {
            Kind::Word
        };
        let raw = if rest.starts_with("r#") { 2 } else { 0 };
        let length = raw + word(skip_bytes(rest, raw));
        return (kind, between(rest, raw, length), length);
    }
    (Kind::Mark, between(rest, 0, first.len_utf8()), first.len_utf8())
}

/// `body` is behind `//` or `/*`; a third `mark` makes documentation of it, a fourth does not.
fn comment_kind(body: &str, mark: char) -> Kind {
    let mut body = body.chars();
    match (body.next(), body.next()) {
        (Some('!'), _) => Kind::Doc,
        (Some(first), second) if first == mark && second != Some(mark) => Kind::Doc,
        _ => Kind::Comment,
    }
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        let behind = skip_bytes(rest, at);
        if behind.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if behind.starts_with("*/") {
            depth -= 1;
            at += 2;
        } else {
            at += behind.chars().next().map_or(1, char::len_utf8);
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// A string literal: plain, raw, of bytes or of C.
fn string(rest: &str) -> Option<(Kind, &str, usize)> {
    let prefix = rest.find(|letter: char| !"bcr".contains(letter))?;
    let raw = between(rest, 0, prefix).contains('r');
    let hashes = if raw {
        skip_bytes(rest, prefix).find(|mark| mark != '#')?
    } else {
        0
    };
    let start = prefix + hashes + 1;
    if prefix > 2 || !skip_bytes(rest, prefix + hashes).starts_with('"') {
        return None;
    }
    let body = skip_bytes(rest, start);
    let length = if raw {
        body.find(&format!("\"{}", "#".repeat(hashes)))
    } else {
        unescaped(body, '"')
    }
    .unwrap_or(body.len());
    Some((
        Kind::Text,
        between(body, 0, length),
        rest.len().min(start + length + 1 + hashes),
    ))
}

/// How many bytes the character literal takes that `rest` starts with. A lifetime is none: no `'` closes it.
fn character(rest: &str) -> Option<usize> {
    let start = if rest.starts_with("b'") { 2 } else { 1 };
    let body = between(rest, 0, start)
        .ends_with('\'')
        .then(|| skip_bytes(rest, start))?;
    if body.starts_with('\\') {
        return Some(start + unescaped(body, '\'')? + 1);
    }
    let first = body.chars().next()?.len_utf8();
    skip_bytes(body, first)
        .starts_with('\'')
        .then_some(start + first + 1)
}

/// Where `end` is first, not behind a backslash.
fn unescaped(body: &str, end: char) -> Option<usize> {
    let mut escaped = false;
    body.char_indices().find_map(|(at, letter)| {
        let found = !escaped && letter == end;
        escaped = !escaped && letter == '\\';
        found.then_some(at)
    })
}

fn word(rest: &str) -> usize {
    rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .unwrap_or(rest.len())
}

fn between(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

fn skip_bytes(text: &str, count: usize) -> &str {
    text.get(count..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(source: &str) -> Vec<(Kind, &str)> {
        tokens(source)
            .into_iter()
            .map(|token| (token.kind, token.text))
            .collect()
    }

    fn words<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
        tokens.iter().map(|token| token.text).collect()
    }

    #[test]
    fn strings_of_every_sort_are_text() {
        let source = r###"a "b\"c" r"d\" r#"e"f"# b"g" br##"h"# i"## c"j" """###;
        let texts: Vec<_> = kinds(source)
            .into_iter()
            .filter(|(kind, _)| *kind == Kind::Text)
            .collect();
        let expected = ["b\\\"c", "d\\", "e\"f", "g", "h\"# i", "j", ""];
        assert_eq!(texts, expected.map(|text| (Kind::Text, text)));
    }

    #[test]
    fn characters_and_lifetimes_are_told_apart() {
        let source = r"'a' 'b '\'' b'\\' '\u{1F}' '_ 'static '日'";
        let expected = [
            "'a'",
            "'b",
            r"'\''",
            r"b'\\'",
            r"'\u{1F}'",
            "'_",
            "'static",
            "'日'",
        ];
        assert_eq!(kinds(source), expected.map(|text| (Kind::Other, text)));
    }

    #[test]
    fn comments_and_documentation_are_told_apart() {
        let source = "// a\n/// b\n//! c\n//// d\n/* e /* f */ */ /** g */ /**/ x";
        let expected = [
            (Kind::Comment, " a"),
            (Kind::Doc, "/ b"),
            (Kind::Doc, "! c"),
            (Kind::Comment, "// d"),
            (Kind::Comment, " e /* f */ "),
            (Kind::Doc, "* g "),
            (Kind::Comment, ""),
            (Kind::Word, "x"),
        ];
        assert_eq!(kinds(source), expected);
    }

    #[test]
    fn words_numbers_and_marks_are_told_apart() {
        assert_eq!(
            kinds("r#type = b1 + 1_u8;"),
            [
                (Kind::Word, "type"),
                (Kind::Mark, "="),
                (Kind::Word, "b1"),
                (Kind::Mark, "+"),
                (Kind::Other, "1_u8"),
                (Kind::Mark, ";"),
            ]
        );
    }

    #[test]
    fn tokens_know_their_line() {
        let lines: Vec<_> = tokens("a\n\"b\nc\"\n/*\n*/ d")
            .iter()
            .map(|token| token.line)
            .collect();
        assert_eq!(lines, [1, 2, 4, 5]);
    }

    #[test]
    fn code_is_without_comments_and_tests() {
        let source = "fn a() {} // b\n#[cfg(test)]\n#[allow(x)]\nmod tests { fn c() { ; } }\nfn d() {}";
        assert_eq!(words(&code(source)).join(""), "fna(){}fnd(){}");
        assert_eq!(words(&code("#[cfg(test)] use a; b")), ["b"]);
    }

    #[test]
    fn a_group_ends_where_its_bracket_closes() {
        assert_eq!(
            words(group(&tokens("(a, [b], c) d"))),
            ["a", ",", "[", "b", "]", ",", "c"]
        );
        assert_eq!(words(group(&tokens("{ a"))), ["a"]);
    }

    #[test]
    fn broken_source_ends() {
        for source in [
            "\"a", "r#\"a", "/* a", "'", "b'", "r#", "'\\", "br##", "\u{301}", "'日",
        ] {
            assert!(tokens(source).len() <= 3, "{source}");
        }
    }
}
