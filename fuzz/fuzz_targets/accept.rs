//! Every way to read any bytes, by contracts of every shape: they agree. The first byte selects the contract, the second
//! whether the rest is the text, or the choices of a generator of documents near the contract.

#![no_main]

#[path = "../../tests/hostile/agreement.rs"]
mod agreement;
#[path = "../../tests/hostile/contracts.rs"]
#[allow(dead_code, reason = "the types are only read")]
mod contracts;
#[path = "../../tests/differential/generator.rs"]
#[allow(dead_code, reason = "tests draw from seeds")]
mod generator;
#[path = "../../tests/positions/places.rs"]
#[allow(dead_code, reason = "the test says more")]
mod places;
#[path = "../../tests/differential/shared.rs"]
mod shared;
#[path = "../../tests/hostile/twins.rs"]
mod twins;
#[path = "../../tests/differential/cases.rs"]
#[allow(dead_code, reason = "the types are only read")]
mod cases;

use std::borrow::Cow;

use generator::{Bytes, Generator};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let [first, second, rest @ ..] = bytes else {
        return;
    };
    let all = contracts::CASES.len() + cases::CASES.len();
    let index = usize::from(*first) % all;
    let ways = match contracts::CASES.get(index) {
        Some(ways) => *ways,
        None => cases::CASES[index - contracts::CASES.len()],
    };
    let text = match second % 4 {
        0 => Cow::Borrowed(rest),
        _ => Cow::Owned(Generator::by(ways.seeds, Bytes(rest)).text().into_bytes()),
    };
    if let Some(flaw) = agreement::flaw(&ways, &text) {
        panic!("{}: {}\n{flaw}", ways.name, String::from_utf8_lossy(&text));
    }
});
