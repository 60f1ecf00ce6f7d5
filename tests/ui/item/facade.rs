//! A facade that is not there.

#[perimeter::external_contract(crate = ::elsewhere)]
struct Wrong {
    number: u32,
}

fn main() {}
