//! Fields and values that can't be compared.

#[derive(perimeter::Contract)]
enum Kind {
    Person,
    Company,
}

#[derive(PartialEq, perimeter::Contract)]
enum Zone {
    In,
    Out,
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
    #[field(required_if(zone = Zone::Inner))]
    d: Option<u32>,
    zone: Zone,
    #[field(required_if(again = WORD))]
    e: Option<u32>,
}

fn main() {}
