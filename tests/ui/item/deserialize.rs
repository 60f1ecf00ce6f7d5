//! The contract owns `Deserialize`.

#[perimeter::external_contract]
#[derive(Debug, serde::Deserialize)]
struct Attribute {
    number: u32,
}

#[perimeter::external_contract]
#[derive(perimeter::Contract)]
struct Derived {
    number: u32,
}

fn main() {
    let _ = perimeter::accept::<Attribute>(b"{}");
    let _ = perimeter::accept::<Derived>(b"{}");
}
