//! Checks of a contract with a context take it as their last argument, and conditions call it by its name.

use perimeter::external_contract;

pub struct App {
    pub strict: bool,
}

fn without(_: &u32) -> Result<(), &'static str> {
    Ok(())
}

fn another(_: &u32, _: &String) -> Result<(), &'static str> {
    Ok(())
}

#[external_contract(context(App as app))]
pub struct Order {
    #[field(check = without)]
    pub a: u32,
    #[field(check = another)]
    pub b: u32,
    #[field(range(1..=9, when = app.lenient))]
    pub c: u32,
    #[field(range(1..=9, when = cx.strict))]
    pub d: u32,
}

fn main() {}
