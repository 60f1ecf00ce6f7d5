//! A union is no contract.

#[derive(perimeter::Contract)]
union Either {
    number: u32,
    flag: bool,
}

#[perimeter::external_contract]
union Or {
    number: u32,
    flag: bool,
}

fn main() {
    let _ = perimeter::accept::<Either>(b"{}");
}
