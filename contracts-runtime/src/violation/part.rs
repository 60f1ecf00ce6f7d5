//! From a pointer to the part of a value that it leads to.

use std::ops::Range;

use crate::json::{Reader, Token};

/// The span of the part of the value at `span` that `pointer` leads to, as far as there is one.
pub(super) fn descend(text: &str, span: Range<usize>, pointer: &str) -> Option<Range<usize>> {
    let mut reader = Reader::new(text, usize::MAX);
    reader.seek(span.start);
    for segment in pointer.split('/').skip(1) {
        let name = segment.replace("~1", "/").replace("~0", "~");
        match reader.token() {
            Token::Object => {
                reader.enter().ok()?;
                if reader.peek_token() == b'}' {
                    return None;
                }
                loop {
                    let (_, key) = reader.key().ok()?;
                    if *key == name {
                        break;
                    }
                    reader.skip().ok()?;
                    if !reader.more(b'}').ok()? {
                        return None;
                    }
                }
            }
            Token::Array => {
                reader.enter().ok()?;
                if reader.peek_token() == b']' {
                    return None;
                }
                for _ in 0..name.parse::<usize>().ok()? {
                    reader.skip().ok()?;
                    if !reader.more(b']').ok()? {
                        return None;
                    }
                }
            }
            _ => return None,
        }
    }
    reader.peek_token();
    let start = reader.at();
    reader.skip().ok()?;
    Some(start..reader.at())
}
