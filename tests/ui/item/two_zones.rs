//! A contract has one zone.

#[perimeter::external_contract]
#[perimeter::core_contract]
struct Twice {
    number: u32,
}

fn main() {
    let _ = perimeter::accept::<Twice>(b"{}");
}
