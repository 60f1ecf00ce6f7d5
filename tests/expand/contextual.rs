//! A context for checks and conditions, and values that are sanitized before them.

pub(crate) struct App;

#[derive(Debug, perimeter::Contract)]
#[contract(context(App as app), check(whole), check(across, reads(name)))]
struct Contextual {
    #[field(sanitize(trim, tidy), length = 1..=20, check = known)]
    name: String,
    #[field(required, sanitize(lowercase))]
    code: Option<String>,
    #[field(length = 1..=9, each(sanitize(trim), non_empty))]
    tags: Vec<String>,
    #[field(range(1.., when = matches!(app, App)), secret)]
    count: u8,
}

fn tidy(_: &mut String) {}

fn known(_: &String, _: &App) -> Result<(), perimeter::Violation> {
    Ok(())
}

fn whole(_: &Contextual, _: &App) -> Result<(), perimeter::Violation> {
    Ok(())
}

fn across(_: &String, _: &App) -> Result<(), perimeter::Violation> {
    Ok(())
}
