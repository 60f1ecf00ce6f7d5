//! Fields and values that can't be compared.

#[derive(perimeter::Contract)]
enum Kind {
    Person,
    Company,
}

#[perimeter::external_contract]
struct Wrong {
    text: Option<u8>,
    #[field(matches(text), length = 1..)]
    again: String,
    kind: Kind,
    #[field(less_than(kind))]
    other: Kind,
    #[field(required_if(text = "US"))]
    a: Option<u32>,
    #[field(required_if(again = 1))]
    b: Option<u32>,
    #[field(required_if(kind = Kind::Company))]
    c: Option<u32>,
    #[field(required_if(text = 300))]
    d: Option<u32>,
    #[field(required_if(kind = Kind::Compny))]
    e: Option<u32>,
}

fn main() {}
