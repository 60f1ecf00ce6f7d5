//! Only text has bytes.

#[perimeter::external_contract]
struct Wrong {
    #[field(length(1..=5, unit = bytes))]
    list: Vec<String>,
}

fn main() {}
