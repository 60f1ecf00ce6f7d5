//! Contracts where nothing is in scope.
#![no_implicit_prelude]

#[::perimeter::external_contract]
#[contract(at_least_one_of(optional, other))]
#[derive(::std::fmt::Debug)]
struct Record {
    #[field(length = 1..=5, pattern = "[a-z]+", default = "text")]
    text: ::std::string::String,
    #[field(each(range = 1..=5), unique, default)]
    list: ::std::vec::Vec<u8>,
    #[field(values(email), default)]
    map: ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    #[field(required)]
    optional: ::std::option::Option<u8>,
    #[field(greater_than(optional), required_if(text = ["other", "OTHER"]), excluded_if(text = NONE))]
    other: ::std::option::Option<u8>,
}

const NONE: &str = "none";

#[::perimeter::coupling_contract(always)]
#[serde(tag = "kind")]
#[derive(::std::fmt::Debug)]
enum Variants {
    Unit,
    Record { number: u8 },
}

#[test]
fn they_compile() {
    let read = ::perimeter::accept::<Record>(br#"{"optional": 1}"#);
    ::std::assert!(read.is_ok_and(|read| read.text == "text" && read.list.is_empty() && read.map.is_empty()));
    ::std::assert!(::perimeter::accept::<Variants>(br#"{"kind": "Record", "number": 1}"#).is_ok());
}
