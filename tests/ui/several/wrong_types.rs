//! Rules that don't fit, each told once.

#[perimeter::external_contract]
struct Order {
    #[field(length = 1..=5)]
    id: u32,
    #[field(range = 1..=5)]
    name: String,
    #[field(each(email))]
    list: Vec<u32>,
}

fn main() {
    let _ = perimeter::accept::<Order>(b"{}");
}
