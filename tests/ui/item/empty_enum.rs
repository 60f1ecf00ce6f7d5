//! An enum without variants has no values.

#[perimeter::external_contract]
enum Never {}

fn main() {
    let _ = perimeter::accept::<Never>(b"{}");
}
