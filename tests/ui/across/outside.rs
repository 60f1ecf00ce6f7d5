//! A value that the other field can't have.

#[perimeter::external_contract]
struct Wrong {
    level: u8,
    #[field(required_if(level = 300))]
    reason: Option<u32>,
}

fn main() {}
