//! Words that contradict each other.

#[perimeter::external_contract]
struct Wrong {
    #[field(required, default = 5)]
    a: u32,
    #[field(nullable, not_null)]
    b: Option<u32>,
    #[field(required, not_null)]
    c: Option<u32>,
    #[field(any, length = 1..=5)]
    d: String,
    #[field(each(email), keys(email))]
    e: std::collections::BTreeMap<String, String>,
}

fn main() {}
