//! `not_contains` looks into text; for each element there is `each`.

#[perimeter::external_contract]
struct Wrong {
    #[field(not_contains = "@")]
    value: Vec<String>,
}

fn main() {}
