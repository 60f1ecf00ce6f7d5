//! A format is for text.

#[perimeter::external_contract]
struct Wrong {
    #[field(email)]
    value: u32,
    #[field(format = uuid)]
    other: Option<bool>,
}

fn main() {}
