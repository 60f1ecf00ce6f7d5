//! Words about null on a type that has none.

#[perimeter::external_contract]
struct Wrong {
    #[field(nullable)]
    a: u32,
    #[field(not_null)]
    b: u32,
    #[field(required, nullable, length = 1..)]
    c: String,
}

#[perimeter::external_contract]
struct Generic<T> {
    #[field(nullable)]
    value: Vec<T>,
}

fn main() {}
