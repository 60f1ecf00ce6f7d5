//! `before` takes a date or a date and time with offset.

#[perimeter::external_contract]
struct Wrong {
    #[field(before = "2030-01-01T00:00:00")]
    value: String,
}

fn main() {}
