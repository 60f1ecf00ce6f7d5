//! `not_blank` is for text; lists have `non_empty`.

#[perimeter::external_contract]
struct Wrong {
    #[field(not_blank)]
    value: Vec<String>,
}

fn main() {}
