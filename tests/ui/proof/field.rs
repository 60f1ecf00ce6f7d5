//! What is proven is not reached by its field.

#[perimeter::external_contract]
#[derive(Default)]
struct Number {
    #[field(range = 1..=5)]
    number: u32,
}

fn main() {
    if let Ok(mut valid) = perimeter::Valid::new(Number { number: 3 }) {
        valid.value.number = 9;
    }
}
