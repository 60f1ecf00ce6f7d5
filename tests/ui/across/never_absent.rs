//! Words about presence where there always is a value.

#[perimeter::external_contract(exactly_one_of(a, b))]
struct Wrong {
    a: u32,
    #[field(range = 1..)]
    b: Option<u32>,
    #[field(required_if(a = 1))]
    c: u32,
    #[field(excluded_if(a = 1))]
    d: u32,
    #[field(required_with(a))]
    e: Option<u32>,
}

#[derive(perimeter::Contract)]
enum Shape {
    Line {
        from: u32,
        #[field(required_without(from))]
        to: Option<u32>,
    },
}

fn main() {}
