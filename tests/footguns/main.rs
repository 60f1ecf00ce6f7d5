//! What other libraries for validation get wrong, and this one must not: one test for each, named after the fact.
//!
//! What belongs to the grammar alone does not compile, and is in `tests/ui`: ranges that hold nothing
//! (`rules/empty_range`), expressions that are none (`rules/invalid_regex`), misspelt rules with arguments
//! (`rules/unknown`), types that do not fit, at the rule and not at the derive (`several/wrong_types`).

mod text;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use perimeter::rules::{self, Rule, RuleInfo};
use perimeter::{Boundary, Clock, Contract, Kind, Violation, Violations, accept, external_contract};

/// Pointer and code of everything that is wrong.
fn found(report: &Violations) -> Vec<(&str, &str)> {
    report
        .iter()
        .map(|fault| (fault.pointer(), fault.code()))
        .collect()
}

/// The report of a text that is wrong.
macro_rules! report {
    ($contract:ty, $text:expr) => {
        match accept::<$contract>($text) {
            Ok(_) => panic!("it is accepted"),
            Err(report) => report,
        }
    };
}

#[external_contract]
#[derive(Debug, Clone)]
struct Sample {
    #[field(range = 0.0..=1.0)]
    closed: f64,
    #[field(range = 0.0..)]
    open: f64,
    #[field(exclusive_minimum = -1.0, non_negative)]
    above: f64,
}

const SOUND: Sample = Sample {
    closed: 0.5,
    open: 0.5,
    above: 0.5,
};

#[test]
fn nan_passes_no_range() {
    let nan = Sample {
        closed: f64::NAN,
        open: f64::NAN,
        above: f64::NAN,
    };
    let Err(report) = nan.validate() else {
        panic!("NaN is accepted")
    };
    assert_eq!(
        found(&report),
        [
            ("/closed", "range"),
            ("/open", "range"),
            ("/above", "exclusive_minimum"),
            ("/above", "non_negative"),
        ],
    );
}

#[test]
fn infinity_passes_an_open_end_and_no_other() {
    let open = Sample {
        open: f64::INFINITY,
        above: f64::INFINITY,
        ..SOUND
    };
    assert!(open.validate().is_ok());
    let closed = Sample {
        closed: f64::INFINITY,
        ..SOUND
    };
    let told = closed.validate().map_err(|report| report.to_string());
    assert_eq!(told, Err("/closed: must be 0 to 1".to_owned()));
}

#[test]
fn great_integers_are_compared_exactly() {
    #[external_contract]
    struct Exact {
        #[field(range = ..=9_007_199_254_740_992, not_one_of(9_007_199_254_740_991))]
        value: u64,
    }
    assert!(accept::<Exact>(r#"{"value":9007199254740992}"#).is_ok());
    let report = report!(Exact, r#"{"value":9007199254740993}"#);
    assert_eq!(found(&report), [("/value", "range")]);
    let report = report!(Exact, r#"{"value":9007199254740991}"#);
    assert_eq!(found(&report), [("/value", "not_one_of")]);
}

#[test]
fn multiples_are_those_of_the_decimals_as_written() {
    #[external_contract]
    struct Price {
        #[field(multiple_of = 0.1)]
        value: f64,
        #[field(multiple_of = 0.1)]
        single: f32,
    }
    assert!(accept::<Price>(r#"{"value":0.3,"single":0.7}"#).is_ok());
    assert_eq!(
        report!(Price, r#"{"value":0.35,"single":0.35}"#).to_string(),
        "1:10: /value: must be a multiple of 0.1\n1:24: /single: must be a multiple of 0.1",
    );
}

#[test]
fn length_counts_what_the_exported_schema_counts() {
    let rule = rules::length(2);
    assert!(rule.accepts("日本") && !rule.accepts("日"));
    let keywords = rule.keywords(Kind::Text { format: None });
    assert_eq!(keywords, [("minLength", 2_u8.into()), ("maxLength", 2_u8.into())]);
    // What JSON Schema counts otherwise is not exported as if it were the same.
    assert_eq!(
        rule.unit(rules::words::bytes)
            .keywords(Kind::Text { format: None }),
        []
    );
}

#[test]
fn alphanumeric_is_that_of_ascii_unless_it_says_unicode() {
    assert!(!rules::alphanumeric().accepts("٣ß"));
    assert!(rules::alphanumeric().unicode().accepts("٣ß"));
}

#[test]
fn ascii_lets_no_line_break_and_no_nul_through() {
    assert!(!rules::ascii().accepts("a\r\nb") && !rules::ascii().accepts("a\0"));
}

#[test]
fn something_invisible_is_blank() {
    assert!(!rules::not_blank().accepts("\u{200B}\u{FEFF}"));
}

#[cfg(feature = "pattern")]
#[test]
fn a_pattern_matches_the_whole_text() {
    let digits = rules::pattern("[0-9]+");
    assert!(digits.accepts("1") && !digits.accepts("<script>1") && !digits.accepts("1\n"));
}

#[cfg(feature = "pattern")]
#[test]
fn a_pattern_knows_unicode_where_it_runs_and_where_it_is_checked() {
    assert!(rules::pattern(r"^\w+$").accepts("日本"));
}

#[test]
fn no_rule_shows_the_value() {
    #[external_contract]
    struct Login {
        #[field(length = 20.., lowercase, alphanumeric, prefix = "x", single_line, trimmed, equal = "y", past, no_control)]
        password: String,
        #[field(range = ..=1000, one_of(1, 2), multiple_of = 1000)]
        pin: u32,
    }
    let report = report!(Login, r#"{"password":" Hunter2\n","pin":4711}"#);
    assert_eq!(report.iter().count(), 12);
    let told = format!("{report}{report:?}");
    assert!(!told.contains("Hunter2") && !told.contains("4711"), "{told}");
}

#[test]
fn a_report_on_a_great_list_is_small() {
    #[external_contract]
    struct Bulk {
        #[field(length = ..=10)]
        items: Vec<u8>,
    }
    let text = format!(r#"{{"items":[{}1]}}"#, "1,".repeat(500_000));
    let told = format!("{:?}", report!(Bulk, text.as_bytes()));
    assert!(told.len() < 1000, "{} bytes", told.len());
}

#[test]
fn reports_have_an_end_and_count_the_rest() {
    #[external_contract]
    struct Bulk {
        #[field(each(range = 1..))]
        items: Vec<u8>,
    }
    let text = format!(r#"{{"items":[{}0]}}"#, "0,".repeat(99_999));
    let report = report!(Bulk, text.as_bytes());
    assert_eq!(report.iter().count(), 100);
    assert_eq!(report.len() + report.truncated(), 100_000);
}

#[test]
fn a_rule_on_a_map_fails_whatever_its_keys() {
    #[external_contract]
    struct Grid {
        #[field(properties = 0)]
        cells: BTreeMap<u8, [u8; 2]>,
    }
    let report = report!(Grid, r#"{"cells":{"1":[2,3]}}"#);
    assert_eq!(found(&report), [("/cells", "properties")]);
}

#[test]
fn messages_and_values_are_not_expanded() {
    #[external_contract]
    struct Template {
        #[field(equal("", message = "{value} ${7*7} %s"))]
        value: String,
    }
    let report = report!(Template, r#"{"value":"${1+1}"}"#);
    assert_eq!(report.first().message(), "{value} ${7*7} %s");
}

#[external_contract]
#[serde(rename_all = "camelCase")]
struct Parent {
    #[field(length(1.., code = "no_name"))]
    the_name: String,
    #[field(length = ..=1)]
    all_children: Vec<Child>,
    #[field(any)]
    a_map: BTreeMap<String, Child>,
}

#[external_contract]
#[derive(Debug)]
struct Child {
    #[field(positive)]
    zeta: i8,
    #[field(positive)]
    alpha: i8,
}

#[test]
fn everything_wrong_is_reported_in_the_order_of_the_document_by_the_names_of_the_sender() {
    let text = r#"{"theName":"","allChildren":[{"zeta":0,"alpha":0},{"zeta":1,"alpha":0}],
                   "aMap":{"a.b":{"zeta":1,"alpha":0},"a":{"zeta":0,"alpha":1}}}"#;
    assert_eq!(
        found(&report!(Parent, text)),
        [
            // The code that the attribute says.
            ("/theName", "no_name"),
            // A list that is wrong hides nothing in it.
            ("/allChildren", "length"),
            ("/allChildren/0/zeta", "positive"),
            ("/allChildren/0/alpha", "positive"),
            ("/allChildren/1/alpha", "positive"),
            // Keys, not their number; and a point in one is no path.
            ("/aMap/a.b/alpha", "positive"),
            ("/aMap/a/zeta", "positive"),
        ],
    );
}

#[test]
fn a_member_that_stands_twice_ends_nothing() {
    let report = report!(Child, r#"{"zeta":0,"zeta":0,"alpha":0}"#);
    assert!(found(&report).contains(&("/zeta", "duplicate")));
    assert!(found(&report).contains(&("/alpha", "positive")));
}

#[test]
fn a_check_of_the_whole_runs_though_other_members_are_wrong() {
    #[external_contract]
    #[contract(check(in_order, reads(from, to)))]
    struct Stay {
        #[field(non_empty)]
        guest: String,
        #[field(any)]
        from: String,
        #[field(any)]
        to: String,
    }
    fn in_order(from: &str, to: &str) -> Result<(), Violation> {
        if from < to {
            Ok(())
        } else {
            Err(Violation::new("order", "must end after it begins"))
        }
    }
    let report = report!(Stay, r#"{"guest":"","from":"b","to":"a"}"#);
    assert_eq!(found(&report), [("", "order"), ("/guest", "non_empty")]);
}

#[test]
fn a_violation_without_a_place_has_a_message() {
    assert_eq!(
        Violation::new("order", "must be in order").message(),
        "must be in order"
    );
}

#[test]
fn rules_on_text_hold_for_every_kind_of_text() {
    #[external_contract]
    struct Texts<'a> {
        #[field(uppercase)]
        shared: Arc<str>,
        #[field(uppercase)]
        boxed: Box<str>,
        #[field(uppercase)]
        cow: Cow<'a, str>,
        #[field(uppercase)]
        borrowed: &'a str,
        #[field(uppercase)]
        deep: core::option::Option<Arc<String>>,
    }
    let report = report!(
        Texts<'_>,
        r#"{"shared":"a","boxed":"a","cow":"a","borrowed":"a","deep":"a"}"#
    );
    assert_eq!(
        report.iter().filter(|fault| fault.code() == "uppercase").count(),
        5
    );
}

#[test]
fn an_option_is_one_by_its_type_and_not_by_its_name() {
    type Maybe = Option<u8>;

    #[external_contract]
    struct Aliased {
        #[field(positive)]
        value: Maybe,
    }
    assert!(accept::<Aliased>("{}").is_ok());
    assert_eq!(
        found(&report!(Aliased, r#"{"value":0}"#)),
        [("/value", "positive")]
    );
}

#[test]
fn time_has_its_offset_and_its_clock() {
    #[external_contract]
    struct Event {
        #[field(past)]
        at: String,
    }
    let noon = SystemTime::UNIX_EPOCH + Duration::from_secs(12 * 60 * 60);
    let boundary = Boundary::new().clock(Clock::fixed(noon));
    let at = |time: &str| {
        boundary
            .accept::<Event>(&*format!(r#"{{"at":"{time}"}}"#))
            .is_ok()
    };
    assert!(at("1970-01-01T12:30:00+01:00"));
    assert!(!at("1970-01-01T11:30:00-01:00"));
    assert!(!at("1970-01-01T11:30:00"));
}

#[external_contract]
struct Whole(#[field(length(3.., when = !self.0.is_empty()))] String);

#[external_contract]
struct Shifted(
    #[serde(skip)] u8,
    #[field(length(3.., when = self.0 == 0))] String,
);

#[external_contract]
struct Spread {
    #[serde(flatten)]
    #[field(properties(..=1, when = self.strict))]
    rest: std::collections::BTreeMap<String, u8>,
    #[field(any)]
    strict: bool,
}

#[test]
fn a_rule_with_a_condition_stands_at_its_value() {
    let report = accept::<Whole>(r#""a""#).err().expect("it is too short");
    assert_eq!(report.to_string(), "1:1: must have at least 3 characters, not 1");
    let report = accept::<Shifted>(r#"["a"]"#).err().expect("it is too short");
    assert_eq!(
        report.to_string(),
        "1:2: /0: must have at least 3 characters, not 1"
    );
    let report = accept::<Spread>(r#"{"strict":true,"a":1,"b":2}"#)
        .err()
        .expect("there are two");
    assert_eq!(report.first().pointer(), "", "{report}");
}
