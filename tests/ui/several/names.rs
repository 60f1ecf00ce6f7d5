//! Rules that are not there, each told once.

#[perimeter::external_contract]
struct Order {
    #[field(lenght = 1..=5)]
    id: String,
    #[field(rnge = 1..=5)]
    name: u32,
    #[field(each(emial))]
    list: Vec<String>,
}

fn main() {
    let _ = perimeter::accept::<Order>(b"{}");
}
