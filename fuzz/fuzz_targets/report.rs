//! The report on any bytes: no panic, places that agree. The first byte selects a contract.

#![no_main]

#[path = "../../tests/hostile/agreement.rs"]
mod agreement;
#[path = "../../tests/positions/contracts.rs"]
#[allow(dead_code, reason = "the types are only read")]
mod contracts;
#[path = "../../tests/positions/places.rs"]
#[allow(dead_code, reason = "the test says more")]
mod places;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let case = &contracts::CASES[usize::from(*first) % contracts::CASES.len()];
    if let Some(flaw) = agreement::flaw(case, rest) {
        panic!("{}: {}\n{flaw}", case.name, String::from_utf8_lossy(rest));
    }
});
