//! Text that can't be borrowed for longer than the input lives.

#[perimeter::external_contract]
struct Wrong {
    #[field(length = 1..=5)]
    text: &str,
}

fn main() {}
