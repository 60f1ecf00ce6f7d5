//! What a hostile text may cost.

use std::hint::black_box;
use std::time::{Duration, Instant};

use allocation_counter::measure;
use perimeter::Violations;

use crate::hull::{Hull, boundary, report};

/// How much longer a hostile text may take than a good one of its size, and how much more memory than its size.
const GENEROUS: u32 = 30;

/// The same for alternatives, whose attempts may read a text 16 times, beside a good text of alternatives.
pub(crate) const ALTERNATIVES: u32 = 16 * 2;

/// How long a good text of that many bytes takes, made of so many of `member` as fill a megabyte.
fn usual(list: &str, member: &str, bytes: usize) -> Duration {
    let members = vec![member; (1 << 20) / (member.len() + 1)].join(",");
    let text = format!(r#"{{"{list}":[{members}]}}"#);
    let start = Instant::now();
    black_box(boundary().accept::<Hull>(&text).unwrap());
    let parts = u32::try_from((bytes >> 16) + 1).unwrap();
    start.elapsed() / 16 * parts
}

/// The same for a list of numbers.
pub(crate) fn usual_numbers(bytes: usize) -> Duration {
    usual("numbers", "12345", bytes)
}

/// The same for a list of alternatives, each inside another.
pub(crate) fn usual_choices(bytes: usize) -> Duration {
    usual("choices", r#"{"of":{"of":{"of":1,"x":1},"x":1},"x":1}"#, bytes)
}

/// How often a text is read before its time counts as too long.
const TRIES: usize = 10;

/// Reads a hostile text within bounds; `total` is how many faults it has.
pub(crate) fn bounded(name: &str, text: &str, total: Option<usize>) -> Violations {
    within(GENEROUS, usual_numbers, name, text, total)
}

/// The same within so many times the usual time.
pub(crate) fn within(
    times: u32,
    usual: fn(usize) -> Duration,
    name: &str,
    text: &str,
    total: Option<usize>,
) -> Violations {
    let mut found = None;
    let memory = measure(|| found = Some(report(text)));
    let found = found.unwrap();
    // The best of some tries: what the machine does beside this is not the text's doing.
    let allowed = usual(text.len()) * times;
    let mut best = Duration::MAX;
    for _ in 0..TRIES {
        if best > allowed {
            let start = Instant::now();
            black_box(report(text));
            best = best.min(start.elapsed());
        }
    }
    assert!(best <= allowed, "{name}: {best:?} where {allowed:?} is allowed");
    let allowed = (u64::from(GENEROUS) * text.len() as u64).max(1 << 21);
    assert!(memory.bytes_max <= allowed, "{name}: {} bytes", memory.bytes_max);
    assert!(found.len() <= 100, "{name}: {}", found.len());
    let pointers: usize = found.iter().map(|violation| violation.pointer().len()).sum();
    assert!(
        pointers <= (1 << 20) + text.len(),
        "{name}: pointers of {pointers} bytes"
    );
    if let Some(total) = total {
        assert_eq!(found.len() + found.truncated(), total, "{name}");
        assert!(found.truncated() == 0 || found.len() <= 100, "{name}");
    }
    found
}
