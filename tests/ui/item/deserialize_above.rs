//! The contract owns `Deserialize`, also where the derive stands above.

#[derive(serde::Deserialize)]
#[perimeter::external_contract]
struct Above {
    number: u32,
}

fn main() {}
