//! Words across fields where there are no names, or no other fields.

#[perimeter::external_contract]
struct Pair(u32, #[field(matches(first))] u32);

#[perimeter::external_contract]
struct Only(#[field(required_if(other = 1))] Option<u32>);

#[perimeter::external_contract]
#[serde(transparent)]
struct Transparent {
    #[field(required_if(other = 1))]
    value: Option<u32>,
    #[serde(skip)]
    other: u32,
}

#[derive(perimeter::Contract)]
enum Shape {
    Line(u32, #[field(greater_than(from))] u32),
}

fn main() {}
