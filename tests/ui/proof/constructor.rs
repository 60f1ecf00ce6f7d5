//! A proof is made by a check alone.

#[perimeter::external_contract]
#[derive(Default)]
struct Number {
    #[field(range = 1..=5)]
    number: u32,
}

fn main() {
    let _ = perimeter::Valid::proven(Number { number: 9 });
    let _: perimeter::Valid<Number> = Number { number: 9 }.into();
    let _: perimeter::Valid<Number> = Default::default();
}
