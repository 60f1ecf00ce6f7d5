//! Words that are there twice.

#[perimeter::external_contract]
struct Wrong {
    #[field(required, required)]
    a: Option<u32>,
    #[field(each(email), each(email))]
    b: Vec<String>,
    #[field(secret)]
    #[field(secret)]
    c: u32,
}

fn main() {}
