//! A proof is one for a zone.

#[perimeter::external_contract]
#[derive(Default)]
struct Number {
    #[field(range = 1..=5)]
    number: u32,
}

fn core(_: perimeter::Valid<Number, perimeter::zone::Core>) {}

fn main() {
    if let Ok(valid) = perimeter::Valid::new(Number { number: 3 }) {
        core(valid);
    }
}
