//! Documents in JSON, read by the same reader as what they judge.

use contracts_runtime::private::{Judged, Layout};
use contracts_runtime::{Boundary, Limits, Source, Zone};
use serde_json::Value;

use super::{Fault, Parsed};

pub(super) fn parse(text: &str) -> Result<Parsed, Vec<Fault>> {
    let mut read = Value::Null;
    let mut take = |value: &Value, _| {
        read = value.clone();
        Judged::default()
    };
    let outcome = Boundary::new().judge((Zone::Core, Limits::NONE), Source::from(text), &mut take);
    match outcome {
        Ok(()) => Ok(Parsed {
            value: read,
            layout: Layout::of(text, None),
        }),
        Err(violations) => Err(violations
            .iter()
            .map(|violation| Fault {
                at: violation.span().map_or(0, |span| span.start),
                pointer: violation.pointer().to_owned(),
                message: violation.message(),
            })
            .collect()),
    }
}
