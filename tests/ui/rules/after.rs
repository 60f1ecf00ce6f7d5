//! `after` takes a date that there is.

#[perimeter::external_contract]
struct Wrong {
    #[field(after = "2023-02-29")]
    value: String,
}

fn main() {}
