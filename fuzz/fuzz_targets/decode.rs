//! The decoder beside serde's derive: the first byte selects a type, the rest is the text.

#![no_main]

#[path = "../../tests/differential/deviations.rs"]
mod deviations;
#[path = "../../tests/differential/shared.rs"]
mod shared;
#[path = "../../tests/differential/twins.rs"]
mod twins;
#[path = "../../tests/differential/cases.rs"]
#[allow(dead_code, reason = "the types are only shown")]
mod cases;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(rest) else {
        return;
    };
    let case = &cases::CASES[usize::from(*first) % cases::CASES.len()];
    let (ours, theirs) = ((case.ours)(text), (case.theirs)(text));
    if ours.as_ref().ok() != theirs.as_ref().ok() && deviations::deviation(case, text, &ours, &theirs).is_none() {
        panic!("{}: {text}\n  ours:   {ours:?}\n  theirs: {theirs:?}", case.name);
    }
});
