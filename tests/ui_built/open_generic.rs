//! A type parameter that turns out to be open: told when the contract is used, by a build.

#[perimeter::external_contract]
struct Generic<T> {
    value: T,
}

fn main() {
    let _ = perimeter::accept::<Generic<u32>>(b"{}");
    let _ = perimeter::accept::<Generic<String>>(b"{}");
}
