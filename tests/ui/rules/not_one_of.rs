//! `not_one_of` compares with values of the type of the field.

#[perimeter::external_contract]
struct Wrong {
    #[field(not_one_of(1, 2))]
    value: String,
}

fn main() {}
