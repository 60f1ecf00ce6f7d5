//! The key of `unique` is what a function of the element leads to, of a type that can be told apart.

#[perimeter::external_contract]
struct Wrong {
    #[field(unique(by = |line: &Line| &line.price))]
    float: Vec<Line>,
    #[field(unique(by = |line: &Order| &line.sku))]
    other: Vec<Line>,
}

#[perimeter::external_contract]
struct Line {
    #[field(any)]
    sku: String,
    price: f64,
}

#[perimeter::external_contract]
struct Order {
    #[field(any)]
    sku: String,
}

fn main() {}
