//! `range` is for numbers; text has `length`.

#[perimeter::external_contract]
struct Wrong {
    #[field(range = 1..=30)]
    value: String,
}

fn main() {}
