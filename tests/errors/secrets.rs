//! A drawing shows the text, and nothing of the secrets in it: whatever the shape of the contract, however the text is
//! damaged.

use std::collections::{BTreeMap, HashMap};

use perimeter::{Boundary, ContractDescriptor, Violation, Violations, accept, external_contract};

/// No four bytes of it are in a message, a code or a name.
const SECRET: &str = "zq8Wk3Xv";

#[external_contract]
#[derive(Debug)]
struct Login {
    #[field(any)]
    user: String,
    #[field(length = 20.., secret)]
    #[serde(alias = "pwd")]
    password: String,
}

#[external_contract]
#[derive(Debug)]
struct Tree {
    #[field(secret)]
    pin: Option<String>,
    #[field(any)]
    children: Vec<Tree>,
    #[field(any)]
    size: Option<u8>,
}

#[external_contract]
#[derive(Debug)]
struct Password(#[field(length = 20.., secret)] String);

#[external_contract]
#[derive(Debug)]
struct Pair(#[field(any)] String, #[field(length = 20.., secret)] String);

#[external_contract]
#[derive(Debug)]
struct Holder {
    #[field(any)]
    newtypes: Vec<Password>,
    #[field(any)]
    pair: Option<Pair>,
    #[field(any)]
    by_name: Option<BTreeMap<String, Password>>,
    #[field(any)]
    size: Option<u8>,
}

#[external_contract]
#[derive(Debug)]
enum Means {
    Token(#[field(length = 20.., secret)] String),
    Card {
        #[field(secret)]
        number: String,
        #[field(any)]
        size: u8,
    },
}

#[external_contract]
#[derive(Debug)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Token(#[field(length = 20.., secret)] String),
}

#[external_contract]
#[derive(Debug)]
struct Enums {
    #[field(any)]
    means: Vec<Means>,
    #[field(any)]
    adjacent: Option<Adjacent>,
    #[field(any)]
    untagged: Option<Untagged>,
    #[field(any)]
    size: Option<u8>,
}

#[external_contract]
#[derive(Debug)]
#[serde(untagged)]
enum Untagged {
    Number(u8),
    Text(#[field(length = 20.., secret)] String),
}

#[external_contract]
#[derive(Debug)]
struct Outer {
    #[field(any)]
    size: u8,
    #[serde(flatten)]
    #[field(secret)]
    rest: BTreeMap<String, String>,
}

#[external_contract]
#[derive(Debug)]
struct Around {
    #[field(any)]
    outer: Outer,
    #[field(any)]
    size: Option<u8>,
}

/// A contract that has nothing to hide.
#[external_contract]
#[derive(Debug)]
struct Open {
    #[field(any)]
    user: String,
}

type Reject = fn(&[u8]) -> Option<Violations>;

/// A contract, and a faulty text with the secret in it.
fn cases() -> Vec<(&'static ContractDescriptor, Reject, String)> {
    macro_rules! case {
        ($of:ty, $text:literal) => {{
            let reject: Reject = |text| crate::found(Boundary::new().examine::<$of>(text));
            (<$of as perimeter::Contract>::DESCRIPTOR, reject, $text.replace('$', SECRET))
        }};
    }
    vec![
        case!(Login, r#"{"user":7,"password":"$"}"#),
        case!(Login, r#"{"user":"a","pwd":"$","other":1}"#),
        case!(Login, "{\n  \"user\" : 7,\n  \"password\" :\n    \"$\"\n}"),
        case!(Login, r#"{"user":7,"pass\u0077ord":"$"}"#),
        case!(Login, r#"{"user":7,"pasword":"$"}"#),
        case!(Login, r#"{"user":7,"PASSWORD":"$","Pass-Word":["$",{"a":"$"}]}"#),
        case!(Login, r#"{"user":7,"password":"a\"$\\\u0041$"}"#),
        case!(Login, r#"{"user":7,"password":{"$":"$"},"password":["$"]}"#),
        case!(
            Tree,
            r#"{"children":[{"children":[{"pin":"$","children":7}]}],"pin":"$","size":900}"#
        ),
        case!(
            Holder,
            r#"{"newtypes":["$","$"],"size":900,"pair":["a","$"],"by_name":{"x":"$"}}"#
        ),
        case!(Password, r#""$""#),
        case!(Pair, r#"["a","$"]"#),
        case!(
            Enums,
            r#"{"means":[{"Token":"$"},{"Card":{"number":"$","size":900}}],"size":900}"#
        ),
        case!(
            Enums,
            r#"{"means":[],"adjacent":{"t":"Token","c":"$"},"untagged":"$","size":900}"#
        ),
        case!(Around, r#"{"outer":{"size":900,"x":"$"},"size":900}"#),
    ]
}

/// Whether a text shows four bytes of the secret, next to each other.
fn shows(text: &str) -> bool {
    SECRET
        .as_bytes()
        .windows(4)
        .any(|piece| text.as_bytes().windows(4).any(|there| there == piece))
}

fn hold(contract: &'static ContractDescriptor, reject: Reject, text: &[u8]) {
    let Some(report) = reject(text) else { return };
    for drawn in [
        report.render(text).to_string(),
        format!("{:?}", report.render(text)),
    ] {
        assert!(
            !shows(&drawn),
            "{} by {}\n{drawn}",
            String::from_utf8_lossy(text),
            contract.name()
        );
    }
}

#[test]
fn no_drawing_shows_a_secret() {
    for (contract, reject, text) in cases() {
        assert!(reject(text.as_bytes()).is_some(), "{text} is not faulty");
        hold(contract, reject, text.as_bytes());
        let report = reject(text.as_bytes()).unwrap();
        let read: Violations = serde_json::from_str(&serde_json::to_string(&report).unwrap()).unwrap();
        for drawn in [
            report.render(&text).coloured().to_string(),
            report.render(&text).width(40).to_string(),
            read.render(&text).to_string(),
            read.render(&text).of(contract).to_string(),
        ] {
            assert!(!shows(&drawn), "{text} by {}\n{drawn}", contract.name());
        }
    }
}

#[test]
fn no_drawing_of_a_text_that_is_cut_shows_a_secret() {
    for (contract, reject, text) in cases() {
        for end in 0..text.len() {
            hold(contract, reject, &text.as_bytes()[..end]);
        }
    }
}

#[test]
fn no_drawing_of_a_damaged_text_shows_a_secret() {
    for (contract, reject, text) in cases() {
        for at in 0..text.len() {
            for damage in [
                b'"', b'\\', b'{', b'}', b'[', b']', b',', b':', b'x', b'1', b' ', b'\n', 0, 0xff,
            ] {
                let mut damaged = text.clone().into_bytes();
                damaged[at] = damage;
                hold(contract, reject, &damaged);
            }
            let mut shorter = text.clone().into_bytes();
            shorter.remove(at);
            hold(contract, reject, &shorter);
        }
    }
}

#[test]
fn what_is_no_secret_is_shown() {
    let drawn = |text: &str| {
        let report = accept::<Login>(text).expect_err(text);
        report.render(text).to_string()
    };
    let one = drawn(&format!(r#"{{"user":7,"password":"{SECRET}"}}"#));
    assert!(one.contains(r#"{"user":7,"password":***}"#), "{one}");
    // The length of a secret is not shown either.
    let empty = drawn(r#"{"user":7,"password":""}"#);
    assert!(empty.contains(r#"{"user":7,"password":***}"#), "{empty}");
    let examined = Boundary::new().examine::<Holder>(r#"{"newtypes":[""],"size":900}"#);
    let report = crate::found(examined).unwrap();
    let shown = report.render(r#"{"newtypes":[""],"size":900}"#).to_string();
    assert!(shown.contains(r#"{"newtypes":***,"size":900}"#), "{shown}");
}

#[test]
fn behind_the_end_of_json_nothing_is_shown() {
    let text = r#"{"user":"a", !"password":"zq8Wk3Xv"}"#;
    let drawn = accept::<Login>(text).unwrap_err().render(text).to_string();
    assert!(drawn.contains("1 | {\"user\":\"a\", ***\n"), "{drawn}");
    let drawn = accept::<Open>(text).unwrap_err().render(text).to_string();
    assert!(drawn.contains(text), "{drawn}");
}

#[test]
fn documents_on_lines_of_their_own_are_each_masked() {
    let text = "{\"user\":\"a\",\"password\":\"zq8Wk3Xv\"}\n{\"user\":7,\"password\":\"zq8Wk3Xv\"}\n";
    let late = Violations::one(Violation::from("is wrong"));
    let drawn = late
        .locate(text)
        .render(text)
        .of(<Login as perimeter::Contract>::DESCRIPTOR)
        .to_string();
    assert!(
        drawn.contains("{\"user\":\"a\",\"password\":***}") && !shows(&drawn),
        "{drawn}"
    );
}

#[test]
fn many_names_that_are_not_known_are_hidden_at_a_bounded_cost() {
    let members: Vec<String> = (0..20_000).map(|index| format!("\"n{index}\":1")).collect();
    let text = format!("{{\"user\":7,{},\"last\":\"zq8Wk3Xv\"}}", members.join(","));
    let report = accept::<Login>(&text).unwrap_err();
    let drawn = report.render(&text).to_string();
    assert!(drawn.contains("\"n5\":1") && !shows(&drawn), "{drawn}");
}

#[derive(Debug, PartialEq, Eq, Hash, serde::Deserialize)]
struct UserId(u32);

#[external_contract]
#[derive(Debug)]
struct ByUser {
    #[field(reveal)]
    by_user: HashMap<UserId, Login>,
    #[field(range = ..=9)]
    size: u8,
}

/// Nothing is known of a foreign type: in it there may be any contract of the program.
#[test]
fn a_secret_in_a_foreign_type_is_hidden() {
    for text in [
        format!(r#"{{"by_user":{{"1":{{"user":"a","password":"{SECRET}"}}}},"size":99}}"#),
        format!(r#"{{"by_user":{{"x":{{"user":"a","pwd":"{SECRET}"}}}},"size":99}}"#),
    ] {
        let report = accept::<ByUser>(&text).expect_err(&text);
        for shown in [report.render(&text).to_string(), format!("{report:?}")] {
            assert!(!shown.contains(SECRET), "{shown}");
        }
        assert!(report.render(&text).to_string().contains("size"));
    }
}
