//! Words across fields, of a struct and of a variant; some adjusted, one about a secret.

#[derive(Debug, perimeter::Contract)]
#[contract(exactly_one_of(mail, phone), check(ordered, reads(least, most)))]
#[serde(rename_all = "camelCase")]
struct Across {
    #[field(length = 8.., secret)]
    password: String,
    #[field(matches(password, message = "must be repeated"), secret)]
    again: String,
    least: u8,
    #[field(greater_than(least, severity = warn))]
    most: u8,
    #[field(any)]
    mail: Option<String>,
    #[field(any, excluded_if(password = "anonymous"))]
    phone: Option<String>,
    #[field(required_if(kind = [Kind::Company, Kind::Club]), required_with(phone))]
    tax_number: Option<u32>,
    kind: Kind,
}

#[derive(Debug, PartialEq, perimeter::Contract)]
enum Kind {
    Company,
    Club,
    Person,
}

#[derive(Debug, perimeter::Contract)]
enum Shape {
    Dot,
    Ring {
        inner: u8,
        #[field(greater_than(inner))]
        outer: u8,
    },
}

fn ordered(_: &u8, _: &u8) -> Result<(), perimeter::Violation> {
    Ok(())
}
