//! Words that are kept for later.

#[perimeter::external_contract]
struct Wrong {
    #[field(skip, length = 1..)]
    a: String,
    #[field(skip)]
    b: u32,
}

fn main() {}
