//! Words about a field where there is none.

#[perimeter::external_contract]
struct Wrong {
    #[field(each(required, length = 1..=5))]
    a: Vec<String>,
    #[field(values(secret))]
    b: std::collections::BTreeMap<String, u32>,
    #[field(each(email(when = true)))]
    c: Vec<String>,
}

fn main() {}
