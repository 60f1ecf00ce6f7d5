//! Mistakes that the macro finds and a name that only rustc misses, all in one build.

#[perimeter::external_contract]
struct Order {
    #[field(requird)]
    id: Option<u32>,
    #[field(range = 10..=1)]
    amount: u32,
    #[field(lenght = 1..=5)]
    name: String,
    #[field(email)]
    number: u32,
}

fn main() {
    let _ = perimeter::accept::<Order>(b"{}");
}
