//! `each` on what has no elements, `keys` and `values` on what has no entries.

#[perimeter::external_contract]
struct Wrong {
    #[field(each(length = 1..=5))]
    a: u32,
    #[field(keys(length = 1..=5))]
    b: Vec<String>,
    #[field(values(length = 1..=5))]
    c: String,
    #[field(each(range = 1..=5))]
    d: Option<std::collections::HashMap<String, u32>>,
}

fn main() {}
