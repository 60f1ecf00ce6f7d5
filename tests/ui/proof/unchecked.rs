//! A function that takes a proof takes no bare value.

#[perimeter::external_contract]
#[derive(Default)]
struct Number {
    #[field(range = 1..=5)]
    number: u32,
}

fn handle(_: perimeter::Valid<Number>) {}

fn main() {
    handle(Number { number: 3 });
}
