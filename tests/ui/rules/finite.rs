//! `finite` is for floats: integers are finite.

#[perimeter::external_contract]
struct Wrong {
    #[field(finite)]
    value: u8,
}

fn main() {}
