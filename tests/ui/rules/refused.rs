//! Words that other crates have for something else.

#[perimeter::external_contract]
struct Wrong {
    #[field(min_length = 1)]
    code: String,
    #[field(minimum = 1)]
    count: u8,
    #[field(max_length = 5)]
    name: String,
}

fn main() {}
