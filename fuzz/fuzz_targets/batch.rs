//! Batches of any bytes: arrays are split as `serde_json` reads them, lines where they end, items stand where they say, and
//! memory is bounded by an item. The first byte selects the form, the next two the parts in which the rest comes and how
//! long an item may be.

#![no_main]

#[path = "../../tests/batches/agreement.rs"]
mod agreement;
#[path = "../../tests/batches/reader.rs"]
#[allow(dead_code, reason = "the tests read in more ways")]
mod reader;

use agreement::Form;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let [form, part, max, rest @ ..] = bytes else {
        return;
    };
    let form = if form % 2 == 0 { Form::Array } else { Form::Lines };
    let (part, max) = (usize::from(*part).max(1), usize::from(*max));
    if let Some(flaw) = agreement::flaw(form, rest, part, max) {
        panic!(
            "{form:?} in parts of {part}, items of {max}: {}\n{flaw}",
            rest.escape_ascii()
        );
    }
});
