//! Words across fields, and values that are changed before their rules see them.

use perimeter::{Contract, Patch};

#[derive(Contract, PartialEq)]
#[contract(zone = strategic)]
#[serde(rename_all = "snake_case")]
pub enum Plan {
    #[serde(alias = "gratis")]
    Free,
    PaidYearly,
    Other(String),
}

#[derive(Contract)]
#[contract(
    zone = strategic,
    exactly_one_of(mail, phone),
    all_or_none(street, city),
    at_least_one_of(mail, street, note, severity = warn)
)]
pub struct Customer {
    pub plan: Plan,
    pub level: u8,
    pub country: Option<String>,
    #[field(required_if(plan = Plan::PaidYearly))]
    pub iban: Option<String>,
    #[serde(alias = "tel")]
    pub phone: Option<String>,
    pub mail: Option<String>,
    #[field(required_unless(plan = Plan::Free))]
    pub vat: Option<u8>,
    #[field(required_with(city, message = "goes with a city"))]
    pub street: Option<String>,
    pub city: Option<String>,
    #[field(excluded_if(country = ["US", "CA"]))]
    pub county: Patch<String>,
    #[field(required_without(iban, vat))]
    pub note: Option<String>,
    #[field(required_if(level = [2, 3]))]
    pub manager: Option<u8>,
    #[field(greater_than(level))]
    pub most: Option<u8>,
}

#[derive(Contract)]
#[contract(zone = strategic)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Contact {
    #[contract(exactly_one_of(home, work))]
    Phone { home: Option<u8>, work: Option<u8> },
    Letter {
        zip: Option<u8>,
        #[field(required_with(zip))]
        town: Option<String>,
    },
}

#[derive(Contract)]
#[contract(zone = strategic)]
pub struct Sanitized {
    #[field(sanitize(trim, lowercase), length = 2..=3)]
    pub name: String,
    #[field(each(sanitize(trim), non_empty), length = ..=2)]
    pub list: Vec<String>,
    #[field(sanitize(trim))]
    pub code: Option<String>,
    #[field(required_if(code = "a"))]
    pub more: Option<u8>,
}
