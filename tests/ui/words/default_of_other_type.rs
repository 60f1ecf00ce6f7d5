//! A default that is no value of the field.

#[perimeter::external_contract]
struct Wrong {
    #[field(default = "five")]
    a: u32,
    #[field(default = 300)]
    b: u8,
}

fn main() {}
