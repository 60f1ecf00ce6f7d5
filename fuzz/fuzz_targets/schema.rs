//! The compiled check beside the exported schema, which the `jsonschema` crate runs: the same verdict on any JSON, apart
//! from the exclusions that the tests name. The first byte selects the contract, the second whether the rest is the text,
//! or the choices of a generator of documents near the contract.

#![no_main]

#[path = "../../tests/schema/across.rs"]
#[allow(dead_code, reason = "the types are only read")]
mod across;
#[path = "../../tests/schema/agreement.rs"]
#[allow(dead_code, reason = "the tests say more")]
mod agreement;
#[path = "../../tests/differential/cases.rs"]
#[allow(dead_code, reason = "the types are only read")]
mod cases;
#[path = "../../tests/schema/contracts.rs"]
#[allow(dead_code, reason = "the types are only read")]
mod contracts;
#[path = "../../tests/differential/generator.rs"]
#[allow(dead_code, reason = "tests draw from seeds")]
mod generator;
#[path = "../../tests/differential/shared.rs"]
mod shared;
#[path = "../../tests/differential/twins.rs"]
mod twins;
#[path = "../../tests/schema/verdicts.rs"]
mod verdicts;

use std::borrow::Cow;
use std::sync::LazyLock;

use agreement::{Judge, Tally};
use generator::{Bytes, Generator};
use libfuzzer_sys::fuzz_target;

/// The schemas, compiled once.
static JUDGES: LazyLock<Vec<Judge>> = LazyLock::new(|| {
    let own = contracts::OWN.iter().map(|case| case.descriptor);
    let shapes = cases::CASES.iter().map(|case| case.descriptor);
    own.chain(shapes).map(Judge::new).collect()
});

fuzz_target!(|bytes: &[u8]| {
    let [first, second, rest @ ..] = bytes else {
        return;
    };
    let index = usize::from(*first) % JUDGES.len();
    let judge = &JUDGES[index];
    let own = contracts::OWN.get(index);
    let shape = || &cases::CASES[index - contracts::OWN.len()];
    let seeds = own.map_or_else(|| shape().seeds, |case| case.seeds);
    let text = match (second % 4, std::str::from_utf8(rest)) {
        (0, Ok(text)) => Cow::Borrowed(text),
        _ => Cow::Owned(Generator::by(seeds, Bytes(rest)).text()),
    };
    let mut tally = Tally::default();
    let difference = match own {
        Some(case) => verdicts::of_own(case, judge, &text, &mut tally),
        None => verdicts::of_shape(shape(), judge, &text, &mut tally),
    };
    if let Some(difference) = difference {
        panic!("{difference}\n{:#}", judge.schema);
    }
});
