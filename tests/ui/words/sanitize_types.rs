//! Functions that do not exist, or do not fit the type of the field.

#[perimeter::external_contract]
struct Wrong<'a> {
    #[field(sanitize(trim))]
    number: u32,
    #[field(sanitize(trm))]
    misspelt: String,
    #[field(sanitize(own))]
    other: String,
    #[field(sanitize(trim), any)]
    borrowed: &'a str,
    #[field(each(sanitize(lowercase)), length = 1..)]
    elements: Vec<u8>,
}

fn own(_: &mut u32) {}

fn main() {}
