//! A proof is not written by hand.

#[perimeter::external_contract]
#[derive(Default)]
struct Number {
    #[field(range = 1..=5)]
    number: u32,
}

fn main() {
    let _: perimeter::Valid<Number> = perimeter::Valid {
        value: Number { number: 9 },
        zone: std::marker::PhantomData,
    };
}
