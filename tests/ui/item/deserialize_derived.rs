//! The contract owns `Deserialize`, also where it is derived.

#[derive(perimeter::Contract, serde::Deserialize)]
struct Derived {
    number: u32,
}

fn main() {}
