//! Checks across fields that are not there.

fn fits(start: &u32, end: &u32) -> Result<(), perimeter::Violation> {
    let _ = (start, end);
    Ok(())
}

#[perimeter::external_contract(check(fits, reads(start, ende)))]
struct A {
    start: u32,
    end: u32,
}

#[perimeter::external_contract(check(fits, reads()))]
struct B {
    start: u32,
}

#[perimeter::external_contract(check(fits, raeds(start, end)))]
struct C {
    start: u32,
    end: u32,
}

#[perimeter::external_contract(check(fits, reads(start)))]
enum D {
    Only { start: u32 },
}

#[perimeter::external_contract(check(fits, reads(start, end) more))]
struct E {
    start: u32,
    end: u32,
}

fn main() {}
