//! `equal` compares with a value of the type of the field.

#[perimeter::external_contract]
struct Wrong {
    #[field(equal = "1")]
    value: u8,
}

fn main() {}
