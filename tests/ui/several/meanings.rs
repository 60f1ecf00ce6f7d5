//! Three mistakes are three errors in one build, and a use of the contract adds none.

#[perimeter::external_contract]
struct Order {
    #[field(requird)]
    id: Option<u32>,
    #[field(range = 10..=1)]
    amount: u32,
    #[field(pattern = "[a-z")]
    name: String,
}

fn main() {
    let _ = perimeter::accept::<Order>(b"{}");
}
