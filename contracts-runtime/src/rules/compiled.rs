//! The regular expressions that the program's patterns need, each compiled once.
//!
//! A rule is a constant and can't hold what is built at run time, so that stands here, found by the address of the
//! constant's text: two comparisons and no lock once it is there. Entries are never removed; there are as many as
//! the program has patterns.

use std::sync::OnceLock;

use regex::Regex;

/// Buckets of the table; beyond as many patterns the chains grow, nothing else.
const BUCKETS: usize = 256;

static TABLE: [Chain; BUCKETS] = [const {
    Chain {
        first: OnceLock::new(),
    }
}; BUCKETS];

struct Chain {
    first: OnceLock<Box<Entry>>,
}

struct Entry {
    source: &'static str,
    whole: bool,
    regex: Option<Regex>,
    next: Chain,
}

/// The compiled form of `source`; `None` if it is no regular expression. `whole` anchors it at both ends.
pub(super) fn compiled(source: &'static str, whole: bool) -> Option<&'static Regex> {
    let address = source.as_ptr().addr();
    let mut chain = TABLE.get((address >> 3 ^ address >> 11 ^ usize::from(whole)) % BUCKETS)?;
    loop {
        let entry = chain.first.get_or_init(|| Box::new(Entry::new(source, whole)));
        if std::ptr::eq(entry.source, source) && entry.whole == whole {
            return entry.regex.as_ref();
        }
        chain = &entry.next;
    }
}

impl Entry {
    fn new(source: &'static str, whole: bool) -> Self {
        // Compiled alone first: `a)|(b` must not become valid by the brackets around it.
        let regex = Regex::new(source).ok().and_then(|regex| match whole {
            true => Regex::new(&format!(r"\A(?:{source})\z")).ok(),
            false => Some(regex),
        });
        Entry {
            source,
            whole,
            regex,
            next: Chain {
                first: OnceLock::new(),
            },
        }
    }
}
