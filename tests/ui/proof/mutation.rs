//! What is proven does not change.

#[perimeter::external_contract]
#[derive(Default)]
struct Number {
    #[field(range = 1..=5)]
    number: u32,
}

fn main() {
    if let Ok(mut valid) = perimeter::Valid::new(Number { number: 3 }) {
        valid.number = 9;
        let inner: &mut Number = &mut valid;
        inner.number = 9;
    }
}
