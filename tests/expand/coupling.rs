//! A zone whose rules hold in debug builds.

#[derive(Debug, perimeter::Contract)]
#[contract(zone = coupling, check(whole))]
struct Coupled {
    #[field(length = 1..)]
    text: String,
}

fn whole(_: &Coupled) -> Result<(), perimeter::Violation> {
    Ok(())
}
