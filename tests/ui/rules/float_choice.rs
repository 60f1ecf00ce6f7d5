//! A float is never exactly one of some.

#[perimeter::external_contract]
struct Wrong {
    #[field(one_of(0.5, 1.5))]
    value: f64,
}

fn main() {}
