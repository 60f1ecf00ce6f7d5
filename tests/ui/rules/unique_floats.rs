//! Floats are not told apart, so none is there twice.

#[perimeter::external_contract]
struct Wrong {
    #[field(unique)]
    values: Vec<f64>,
}

fn main() {}
