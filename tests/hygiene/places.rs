//! Contracts in functions, in macros and with raw names.

use perimeter::accept;

#[test]
fn in_a_function() {
    #[perimeter::external_contract]
    #[derive(Debug)]
    struct Local {
        #[field(length = 1..=5, each(range = 1..=5), default)]
        list: Vec<u8>,
    }

    let read = accept::<Local>(b"{}").map(|local| local.list.clone());
    assert_eq!(read, Ok(Vec::new()));
}

/// Declares a contract whose tokens come from a macro.
macro_rules! declare {
    ($name:ident { $($field:ident: $type:ty, $least:literal;)+ }) => {
        #[perimeter::external_contract(check(fine))]
        #[derive(Debug)]
        struct $name {
            $(
                #[field(range = $least..=9, check = odd)]
                $field: $type,
            )+
            #[field(length(1..=5, message = "wrong"), default = "text")]
            text: String,
            #[field(each(email), default)]
            list: Vec<String>,
        }

        #[allow(clippy::unnecessary_wraps, reason = "as checks are")]
        const fn fine(_: &$name) -> Result<(), perimeter::Violation> {
            Ok(())
        }
    };
}

declare!(Declared { first: u8, 1; second: i32, 2; });

fn odd<N: Copy + Into<i64>>(value: &N) -> Result<(), perimeter::Violation> {
    if (*value).into() % 2 == 1 {
        Ok(())
    } else {
        Err(perimeter::Violation::new("odd", "must be odd"))
    }
}

#[test]
fn in_a_macro() {
    let of = |text: &str| accept::<Declared>(text.as_bytes()).map(|read| (read.first, read.second));
    assert_eq!(of(r#"{"first": 1, "second": 3}"#), Ok((1, 3)));
    assert!(of(r#"{"first": 1, "second": 1}"#).is_err());
    assert!(of(r#"{"first": 2, "second": 3}"#).is_err());
    assert!(
        accept::<Declared>(br#"{"first": 1, "second": 3}"#)
            .is_ok_and(|read| read.text == "text" && read.list.is_empty())
    );
}

#[perimeter::external_contract]
#[derive(Debug)]
#[expect(non_camel_case_types, reason = "raw names")]
struct r#struct {
    r#type: u8,
    #[serde(rename = "match")]
    r#fn: bool,
    #[field(length = 1..=5)]
    r#async: String,
}

#[perimeter::external_contract]
#[derive(Debug)]
#[expect(non_camel_case_types, reason = "raw names")]
enum r#enum {
    r#in,
    r#Self_ { r#mut: u8 },
}

#[test]
fn under_raw_names() {
    let read = accept::<r#struct>(br#"{"type": 1, "match": true, "async": "a"}"#);
    assert!(read.is_ok_and(|read| read.r#type == 1 && read.r#fn && read.r#async == "a"));
    assert!(accept::<r#enum>(br#""in""#).is_ok());
    assert!(accept::<r#enum>(br#"{"Self_": {"mut": 1}}"#).is_ok());
}
