//! A field whose type can't be read.

struct Plain;

#[perimeter::external_contract]
struct Wrong {
    plain: Plain,
    optional: Option<Plain>,
    #[field(length = 1..=5)]
    list: Vec<Plain>,
}

fn main() {}
