//! Checks across fields that take something else.

fn fits(start: &u32, end: &u32) -> Result<(), perimeter::Violation> {
    let _ = (start, end);
    Ok(())
}

#[perimeter::external_contract(check(fits, reads(start, end)))]
struct A {
    start: u32,
    end: u64,
}

#[perimeter::external_contract(check(fits))]
struct B {
    start: u32,
}

#[perimeter::external_contract(check(missing))]
struct C {
    start: u32,
}

fn main() {}
