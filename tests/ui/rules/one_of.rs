//! The values of `one_of` are of the field's type.

#[perimeter::external_contract]
struct Wrong {
    #[field(one_of("draft", "final"))]
    value: u32,
}

fn main() {}
