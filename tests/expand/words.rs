//! A secret, a default, a condition, checks, adjusted rules.

#[derive(Debug, perimeter::Contract)]
#[contract(check(whole), check(across, reads(least, most)))]
struct Words {
    #[field(length(8.., unit = bytes, message = "is too short", code = "weak"), secret)]
    password: String,
    #[field(range = 1..=9, default = 1)]
    least: u8,
    #[field(range(1.., when = self.least > 1), check = odd, reveal)]
    most: u8,
}

fn whole(_: &Words) -> Result<(), perimeter::Violation> {
    Ok(())
}

fn across(_: &u8, _: &u8) -> Result<(), perimeter::Violation> {
    Ok(())
}

fn odd(_: &u8) -> Result<(), perimeter::Violation> {
    Ok(())
}
