//! The contracts of these tests.

use perimeter::{Contract, external_contract};

#[external_contract]
pub(crate) struct SignUp {
    #[field(length = 1..=20)]
    pub(crate) password: String,
    #[field(matches(password))]
    pub(crate) again: Option<String>,
}

#[external_contract]
#[derive(Default)]
pub(crate) struct Range {
    #[field(less_than(max))]
    pub(crate) min: Option<f64>,
    pub(crate) max: Option<f64>,
    #[field(any)]
    pub(crate) first: Option<String>,
    #[field(greater_than(first))]
    pub(crate) last: Option<String>,
}

#[derive(Debug, PartialEq, Contract)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Person,
    LimitedCompany,
    Club,
}

pub(crate) const HOME: &str = "CH";
pub(crate) const TOP: u64 = 5_000_000_000;

#[external_contract]
pub(crate) struct Customer {
    pub(crate) kind: Kind,
    #[field(length = 2)]
    pub(crate) country: Option<String>,
    pub(crate) level: Option<u64>,
    pub(crate) member: Option<bool>,
    #[field(any, required_if(kind = [Kind::LimitedCompany, Kind::Club]))]
    pub(crate) name: Option<String>,
    #[field(any, required_if(country = "US"), excluded_if(country = HOME))]
    pub(crate) state: Option<String>,
    #[field(required_unless(level = [0, 1, 4_000_000_000, TOP]))]
    pub(crate) deposit: Option<u8>,
    #[field(excluded_if(member = false))]
    pub(crate) since: Option<u16>,
}

#[external_contract]
#[serde(rename_all = "camelCase")]
pub(crate) struct Address {
    #[field(any, required_with(zip_code, house_number))]
    pub(crate) street_name: Option<String>,
    #[field(any)]
    pub(crate) zip_code: Option<String>,
    pub(crate) house_number: Option<u16>,
    #[field(any, required_without(street_name, zip_code))]
    pub(crate) poste_restante: Option<String>,
}

#[external_contract(
    exactly_one_of(card, iban),
    at_least_one_of(mail, phone, code = "unreachable", message = "must be reachable"),
    all_or_none(street, city, zip)
)]
#[derive(Default)]
pub(crate) struct Order {
    #[field(any)]
    pub(crate) card: Option<String>,
    #[field(any, rename = "IBAN")]
    pub(crate) iban: Option<String>,
    #[field(any)]
    pub(crate) mail: Option<String>,
    #[field(any)]
    pub(crate) phone: Option<String>,
    #[field(any)]
    pub(crate) street: Option<String>,
    #[field(any)]
    pub(crate) city: Option<String>,
    #[field(any)]
    pub(crate) zip: Option<String>,
}

#[derive(Debug, Contract)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Shape {
    Dot,
    Ring {
        inner: u8,
        #[serde(rename = "outside")]
        #[field(greater_than(inner))]
        outer: u8,
    },
    #[contract(at_least_one_of(text, icon, severity = warn), all_or_none(width, height))]
    Label {
        #[field(any)]
        text: Option<String>,
        #[field(any, required_without(text))]
        icon: Option<String>,
        width: Option<u8>,
        height: Option<u8>,
    },
}

#[external_contract]
pub(crate) struct Login {
    #[field(secret)]
    pub(crate) role: String,
    #[field(secret, matches(role))]
    pub(crate) again: String,
    #[field(any, required_if(role = "root-of-all"))]
    pub(crate) reason: Option<String>,
}
