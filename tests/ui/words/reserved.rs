//! Words that are kept for later.

#[perimeter::external_contract]
struct Wrong {
    #[field(skip, length = 1..)]
    a: String,
    #[field(required_if(b))]
    b: u32,
}

fn main() {}
