//! A condition is a truth value.

#[perimeter::external_contract]
struct Wrong {
    #[field(length(1..=5, when = self.number))]
    text: String,
    number: u32,
}

fn main() {}
