//! Words across fields: what they accept and reject, where they report it, and what keeps them from being checked.

use perimeter::{
    Boundary, Contract, Param, Patch, Severity, Violation, Violations, accept, core_contract,
    external_contract, strategic_boundary,
};

/// The lines of the report on a text; none if it is accepted.
macro_rules! told {
    ($contract:ty, $text:expr) => {
        accept::<$contract>($text).map_or_else(|report| lines(&report), |_| Vec::new())
    };
}

fn lines(report: &Violations) -> Vec<String> {
    report.iter().map(Violation::to_string).collect()
}

/// The report on a built value.
fn built<T: Contract>(value: &T) -> Vec<String> {
    value
        .validate()
        .map_or_else(|report| lines(&report), |()| Vec::new())
}

const NONE: [&str; 0] = [];

#[external_contract]
struct SignUp {
    #[field(length = 1..=20)]
    password: String,
    #[field(matches(password))]
    again: Option<String>,
}

#[test]
fn matches_wants_the_same_value() {
    assert_eq!(told!(SignUp, r#"{"password":"a","again":"a"}"#), NONE);
    assert_eq!(told!(SignUp, r#"{"password":"a"}"#), NONE);
    assert_eq!(told!(SignUp, r#"{"password":"a","again":null}"#), NONE);
    assert_eq!(
        told!(SignUp, r#"{"again":"b","password":"a"}"#),
        ["1:10: /again: must be the same as `password`"]
    );
}

#[test]
fn must_match_is_another_name_of_matches() {
    #[strategic_boundary]
    struct SignUp {
        password: Option<String>,
        #[field(must_match(password))]
        again: String,
    }
    let Err(report) = accept::<SignUp>(r#"{"again":"b"}"#) else {
        panic!("there is nothing to be the same as")
    };
    assert_eq!(report.first().code(), "matches");
    assert_eq!(told!(SignUp, r#"{"password":"b","again":"b"}"#), NONE);
}

#[external_contract]
#[derive(Default)]
struct Range {
    #[field(less_than(max))]
    min: Option<f64>,
    max: Option<f64>,
    #[field(any)]
    first: Option<String>,
    #[field(greater_than(first))]
    last: Option<String>,
}

#[test]
fn less_and_greater_are_strict_and_want_two_values() {
    assert_eq!(told!(Range, r#"{"min":1,"max":2,"first":"a","last":"b"}"#), NONE);
    assert_eq!(told!(Range, r#"{"min":1,"last":"a"}"#), NONE);
    assert_eq!(told!(Range, r#"{"max":1,"first":"a"}"#), NONE);
    assert_eq!(
        told!(Range, r#"{"min":2,"max":2,"first":"b","last":"b"}"#),
        [
            "1:8: /min: must be less than `max`",
            "1:37: /last: must be greater than `first`"
        ]
    );
}

#[test]
fn what_has_no_order_is_neither_less_nor_greater() {
    let range = Range {
        min: Some(1.0),
        max: Some(f64::NAN),
        ..Range::default()
    };
    assert_eq!(built(&range), ["/min: must be less than `max`"]);
}

#[derive(Debug, PartialEq, Contract)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Person,
    LimitedCompany,
    Club,
}

const HOME: &str = "CH";
const TOP: u64 = 5_000_000_000;

#[external_contract]
struct Customer {
    kind: Kind,
    #[field(length = 2)]
    country: Option<String>,
    level: Option<u64>,
    member: Option<bool>,
    #[field(any, required_if(kind = [Kind::LimitedCompany, Kind::Club]))]
    name: Option<String>,
    #[field(any, required_if(country = "US"), excluded_if(country = HOME))]
    state: Option<String>,
    #[field(required_unless(level = [0, 1, 4_000_000_000, TOP]))]
    deposit: Option<u8>,
    #[field(excluded_if(member = false))]
    since: Option<u16>,
}

#[test]
fn conditions_compare_text_integers_booleans_and_variants() {
    for text in [
        r#"{"kind":"person","level":0}"#,
        r#"{"kind":"person","level":5000000000}"#,
        r#"{"kind":"limited_company","name":"a","level":1}"#,
        r#"{"kind":"person","deposit":1}"#,
        r#"{"kind":"person","country":"US","state":"CA","level":1}"#,
        r#"{"kind":"person","country":"CH","state":null,"level":1}"#,
        r#"{"kind":"person","member":true,"since":2000,"level":1}"#,
    ] {
        assert_eq!(told!(Customer, text), NONE, "{text}");
    }
    assert_eq!(
        told!(Customer, r#"{"kind":"club","level":1}"#),
        [r#"1:25: /name: is required if `kind` is "limited_company" or "club""#]
    );
    assert_eq!(
        told!(Customer, r#"{"kind":"person","country":"US","state":null}"#),
        [
            r#"1:41: /state: is required if `country` is "US""#,
            "1:45: /deposit: is required unless `level` is 0, 1, 4000000000 or 5000000000",
        ]
    );
    assert_eq!(
        told!(
            Customer,
            r#"{"kind":"person","country":"CH","state":"ZH","member":false,"since":1,"level":1}"#
        ),
        [
            r#"1:41: /state: must have no value if `country` is "CH""#,
            "1:69: /since: must have no value if `member` is false",
        ]
    );
}

#[test]
fn a_violation_has_the_other_field_and_the_values_as_parameters() {
    let Err(report) = accept::<Customer>(r#"{"kind":"club","country":"US","level":1}"#) else {
        panic!("name and state are missing")
    };
    let params: Vec<_> = report.iter().map(|found| found.params().clone()).collect();
    assert_eq!(params[0].get("other"), Some(&"kind".into()));
    let kinds: Param = ["limited_company", "club"].into_iter().collect();
    assert_eq!(params[0].get("equals"), Some(&kinds));
    assert_eq!(params[1].get("equals"), Some(&"US".into()));
}

#[external_contract]
#[serde(rename_all = "camelCase")]
struct Address {
    #[field(any, required_with(zip_code, house_number))]
    street_name: Option<String>,
    #[field(any)]
    zip_code: Option<String>,
    house_number: Option<u16>,
    #[field(any, required_without(street_name, zip_code))]
    poste_restante: Option<String>,
}

#[test]
fn presence_of_others_requires_presence() {
    assert_eq!(told!(Address, r#"{"posteRestante":"a"}"#), NONE);
    assert_eq!(told!(Address, r#"{"streetName":"a","zipCode":"b"}"#), NONE);
    assert_eq!(
        told!(
            Address,
            "{\n \"houseNumber\": 1,\n \"zipCode\": null,\n \"posteRestante\": \"a\"\n}"
        ),
        ["5:1: /streetName: is required if `zipCode` or `houseNumber` has a value"]
    );
    assert_eq!(
        told!(Address, r#"{"streetName":"a"}"#),
        ["1:18: /posteRestante: is required if `streetName` or `zipCode` has no value"]
    );
}

#[external_contract(
    exactly_one_of(card, iban),
    at_least_one_of(mail, phone, code = "unreachable", message = "must be reachable"),
    all_or_none(street, city, zip)
)]
#[derive(Default)]
struct Order {
    #[field(any)]
    card: Option<String>,
    #[field(any, rename = "IBAN")]
    iban: Option<String>,
    #[field(any)]
    mail: Option<String>,
    #[field(any)]
    phone: Option<String>,
    #[field(any)]
    street: Option<String>,
    #[field(any)]
    city: Option<String>,
    #[field(any)]
    zip: Option<String>,
}

#[test]
fn groups_count_the_fields_that_have_a_value() {
    assert_eq!(told!(Order, r#"{"card":"1","mail":"a","phone":"b"}"#), NONE);
    assert_eq!(
        told!(
            Order,
            r#"{"IBAN":"1","card":null,"mail":"a","street":"s","city":"c","zip":"z"}"#
        ),
        NONE
    );
    assert_eq!(
        told!(Order, r#" {"card":"1","IBAN":"1","street":"s","zip":"z"}"#),
        [
            "1:2: must have exactly one of `card` and `IBAN`",
            "1:2: must be reachable",
            "1:2: must have all of `street`, `city` and `zip`, or none",
        ]
    );
    let Err(report) = accept::<Order>("{}") else {
        panic!("it has neither")
    };
    let codes: Vec<_> = report.iter().map(Violation::code).collect();
    assert_eq!(codes, ["exactly_one_of", "unreachable"]);
    let fields: Param = ["card", "IBAN"].into_iter().collect();
    assert_eq!(report.first().params().get("fields"), Some(&fields));
    assert_eq!(report.first().pointer(), "");
}

#[test]
fn built_values_get_the_same_verdicts() {
    let order = Order {
        card: Some("1".to_owned()),
        mail: Some("a".to_owned()),
        ..Order::default()
    };
    assert_eq!(built(&order), NONE);
    let order = Order {
        street: Some("s".to_owned()),
        ..order
    };
    assert_eq!(
        built(&order),
        ["must have all of `street`, `city` and `zip`, or none"]
    );
    let customer = Customer {
        kind: Kind::Club,
        country: Some("US".to_owned()),
        level: None,
        member: None,
        name: None,
        state: None,
        deposit: None,
        since: None,
    };
    assert_eq!(
        built(&customer),
        [
            r#"/name: is required if `kind` is "limited_company" or "club""#,
            r#"/state: is required if `country` is "US""#,
            "/deposit: is required unless `level` is 0, 1, 4000000000 or 5000000000",
        ]
    );
}

#[test]
fn what_is_not_sound_is_not_compared() {
    // `password` is too long, so that what `again` has to be is not known.
    let text = format!(r#"{{"password":"{}","again":"b"}}"#, "a".repeat(21));
    assert_eq!(
        told!(SignUp, &text),
        ["1:13: /password: must have 1 to 20 characters, not 21"]
    );
    assert_eq!(told!(SignUp, r#"{"again":"b"}"#), ["1:13: /password: is missing"]);
    // What stands on the field itself counts, too; other fields do not.
    assert_eq!(
        told!(
            Customer,
            r#"{"kind":"club","name":5,"country":"US","level":"1","deposit":1}"#
        ),
        [
            "1:23: /name: must be a string, not a number",
            "1:48: /level: must be an integer from 0 to 18446744073709551615, not a string",
            r#"1:63: /state: is required if `country` is "US""#,
        ]
    );
}

#[test]
fn a_duplicate_is_not_sound() {
    assert_eq!(
        told!(SignUp, r#"{"password":"a","again":"b","again":"a"}"#),
        ["1:29: /again: is there more than once"]
    );
}

#[test]
fn the_report_is_in_the_order_of_the_document() {
    assert_eq!(
        told!(Order, r#"{"zip":"z","x":1,"phone":"p","card":3}"#),
        [
            "1:1: must have all of `street`, `city` and `zip`, or none",
            "1:12: /x: is not known here",
            "1:37: /card: must be a string, not a number",
        ]
    );
}

#[test]
fn an_alias_is_told_as_it_was_sent() {
    #[external_contract]
    struct Limits {
        #[serde(alias = "from")]
        #[field(less_than(max))]
        min: u8,
        max: u8,
    }
    assert_eq!(
        told!(Limits, r#"{"from":5,"max":5}"#),
        ["1:9: /from: must be less than `max`"]
    );
}

#[test]
fn a_warning_rejects_nothing() {
    #[external_contract(exactly_one_of(a, b, severity = warn))]
    #[derive(Debug)]
    struct Lenient {
        #[field(less_than(b, severity = warn, message = "should be small", code = "small"))]
        a: Option<u8>,
        b: Option<u8>,
    }
    let outcome = Boundary::new().examine::<Lenient>(r#"{"a":2,"b":1}"#);
    assert!(outcome.valid.is_some());
    let report = outcome.violations.expect("there are two warnings");
    assert_eq!(
        lines(&report),
        [
            "1:1: warning: must have exactly one of `a` and `b`",
            "1:6: warning: /a: should be small"
        ]
    );
    let [_, small] = Lenient::DESCRIPTOR.across() else {
        panic!("it has two rules")
    };
    // Descriptors list what stands on fields first.
    assert_eq!(small.word(), "exactly_one_of");
    assert_eq!(small.info().severity(), Severity::Warn);
}

#[derive(Debug, Contract)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Shape {
    Dot,
    Ring {
        inner: u8,
        #[serde(rename = "outside")]
        #[field(greater_than(inner))]
        outer: u8,
    },
    Label {
        #[field(any)]
        text: Option<String>,
        #[field(any, required_without(text))]
        icon: Option<String>,
    },
}

#[test]
fn fields_of_a_variant_relate_to_each_other() {
    assert_eq!(told!(Shape, r#"{"type":"dot"}"#), NONE);
    assert_eq!(told!(Shape, r#"{"type":"ring","inner":1,"outside":2}"#), NONE);
    assert_eq!(
        told!(Shape, r#"{"inner":2,"outside":2,"type":"ring"}"#),
        ["1:22: /outside: must be greater than `inner`"]
    );
    assert_eq!(
        told!(Shape, r#"{"type":"label"}"#),
        ["1:16: /icon: is required if `text` has no value"]
    );
    assert_eq!(
        built(&Shape::Ring { inner: 2, outer: 2 }),
        ["/outside: must be greater than `inner`"]
    );
    assert_eq!(built(&Shape::Dot), NONE);
}

#[test]
fn an_untagged_enum_tries_the_next_variant() {
    #[derive(Debug, Contract)]
    #[serde(untagged)]
    enum Span {
        Open {
            #[field(less_than(to))]
            from: u8,
            to: u8,
        },
        Any {
            from: u8,
            to: u8,
        },
    }
    let span = accept::<Span>(r#"{"from":2,"to":1}"#).unwrap();
    assert!(matches!(*span, Span::Any { from: 2, to: 1 }));
    let span = accept::<Span>(r#"{"from":1,"to":2}"#).unwrap();
    assert!(matches!(*span, Span::Open { from: 1, to: 2 }));
}

#[test]
fn a_flattened_record_speaks_of_the_object_around_it() {
    #[derive(Debug, Contract)]
    #[contract(all_or_none(street, zip))]
    struct Place {
        #[field(any)]
        street: Option<String>,
        #[field(any)]
        #[serde(rename = "ZIP")]
        zip: Option<String>,
        #[field(required_with(zip))]
        number: Option<u8>,
    }
    #[external_contract]
    struct Person {
        #[field(any)]
        name: String,
        #[serde(flatten)]
        place: Place,
    }
    #[external_contract]
    struct People(#[field(length = 1..)] Vec<Person>);

    assert_eq!(
        told!(People, r#"[{"name":"a"},{"ZIP":"1","name":"b"}]"#),
        [
            "1:15: /1: must have all of `street` and `ZIP`, or none",
            "1:36: /1/number: is required if `ZIP` has a value"
        ]
    );
    let people = People(vec![Person {
        name: "a".to_owned(),
        place: Place {
            street: None,
            zip: Some("1".to_owned()),
            number: None,
        },
    }]);
    assert_eq!(
        built(&people),
        [
            "/0/number: is required if `ZIP` has a value",
            "/0: must have all of `street` and `ZIP`, or none"
        ]
    );
}

#[external_contract]
struct Login {
    #[field(secret)]
    role: String,
    #[field(secret, matches(role))]
    again: String,
    #[field(any, required_if(role = "root-of-all"))]
    reason: Option<String>,
}

#[test]
fn a_secret_is_in_no_report() {
    let Err(report) = accept::<Login>(r#"{"role":"root-of-all","again":"hunter2"}"#) else {
        panic!("both are wrong")
    };
    assert_eq!(
        lines(&report),
        [
            "1:31: /again: must be the same as `role`",
            "1:40: /reason: is required if `role` has a certain value"
        ]
    );
    let all = format!("{report:?}{report:#?}");
    assert!(!all.contains("root-of-all") && !all.contains("hunter2"), "{all}");
}

#[test]
fn inside_a_secret_the_place_and_the_fields_stay_hidden() {
    #[external_contract]
    struct Outer {
        #[field(secret)]
        range: Range,
    }
    let Err(report) = accept::<Outer>(r#"{"range":{"min":2,"max":1}}"#) else {
        panic!("the range is empty")
    };
    assert_eq!(lines(&report), ["1:10: /range: can't be taken"]);
}

#[test]
fn rules_of_core_contracts_hold_where_rules_hold() {
    #[core_contract]
    struct Inner {
        #[field(less_than(max))]
        min: u8,
        max: u8,
    }
    #[external_contract]
    struct Outer {
        inner: Inner,
    }
    assert_eq!(
        told!(Outer, r#"{"inner":{"min":2,"max":1}}"#),
        ["1:17: /inner/min: must be less than `max`"]
    );
}

#[test]
fn types_that_only_serde_reads_are_compared_as_they_are() {
    #[derive(Debug, Clone, PartialEq, PartialOrd, serde::Deserialize)]
    enum Size {
        Small,
        Large,
    }
    #[external_contract(exactly_one_of(size, weight))]
    struct Parcel {
        size: Option<Size>,
        #[field(greater_than(size))]
        next: Option<Size>,
        weight: Option<u8>,
        #[field(required_if(size = Size::Large))]
        width: Option<u8>,
    }
    assert_eq!(told!(Parcel, r#"{"size":"Small","next":"Large"}"#), NONE);
    assert_eq!(told!(Parcel, r#"{"weight":1}"#), NONE);
    assert_eq!(
        told!(Parcel, r#"{"size":"Large","next":"Large"}"#),
        [
            "1:24: /next: must be greater than `size`",
            r#"1:31: /width: is required if `size` is "Large""#
        ]
    );
    assert_eq!(
        told!(Parcel, "{}"),
        ["1:1: must have exactly one of `size` and `weight`"]
    );
}

#[test]
fn generic_and_borrowed_fields_are_compared() {
    #[external_contract]
    struct Pair<'a, T: PartialOrd>
    where
        T: perimeter::Shape<Target = T>,
    {
        low: T,
        #[field(greater_than(low))]
        high: T,
        #[field(any)]
        name: &'a str,
        #[field(any, matches(name))]
        again: Option<std::borrow::Cow<'a, str>>,
    }
    let pair = accept::<Pair<'_, u8>>(r#"{"low":1,"high":2,"name":"a","again":"a"}"#).unwrap();
    assert_eq!(
        (pair.low, pair.high, pair.name, pair.again.is_some()),
        (1, 2, "a", true)
    );
    assert_eq!(
        told!(Pair<'_, u8>, r#"{"low":2,"high":2,"name":"a","again":"b"}"#),
        [
            "1:17: /high: must be greater than `low`",
            "1:38: /again: must be the same as `name`"
        ]
    );
}

#[test]
fn descriptors_list_the_rules_in_order() {
    let rules: Vec<_> = Order::DESCRIPTOR
        .across()
        .iter()
        .map(|rule| {
            (
                rule.word(),
                rule.field(),
                rule.others().to_vec(),
                rule.info().code(),
            )
        })
        .collect();
    assert_eq!(
        rules,
        [
            ("exactly_one_of", None, vec!["card", "IBAN"], "exactly_one_of"),
            ("at_least_one_of", None, vec!["mail", "phone"], "unreachable"),
            ("all_or_none", None, vec!["street", "city", "zip"], "all_or_none"),
        ]
    );
    let rules: Vec<_> = Customer::DESCRIPTOR
        .across()
        .iter()
        .map(|rule| (rule.word(), rule.field(), rule.others(), rule.values()))
        .collect();
    let texts = |values: &[&'static str]| values.iter().map(|value| Param::from(*value)).collect::<Vec<_>>();
    assert_eq!(
        rules[0],
        (
            "required_if",
            Some("name"),
            &["kind"][..],
            texts(&["limited_company", "club"])
        )
    );
    assert_eq!(
        rules[2],
        ("excluded_if", Some("state"), &["country"][..], texts(&["CH"]))
    );
    assert_eq!(
        rules[3].3,
        [0, 1, 4_000_000_000, TOP].map(|value| Param::Integer(value.into()))
    );
    let perimeter::Body::Variants { variants, .. } = Shape::DESCRIPTOR.body() else {
        panic!("it is an enum")
    };
    let across = variants.iter().map(|variant| variant.across().len());
    assert_eq!(across.collect::<Vec<_>>(), [0, 1, 1]);
    assert_eq!(variants[1].across()[0].field(), Some("outside"));
    // What the descriptor of a secret's condition says of itself is what a report may say.
    let [_, reason] = Login::DESCRIPTOR.across() else {
        panic!("it has two rules")
    };
    assert_eq!(reason.info().params().get("equals"), None);
    assert_eq!(reason.values(), texts(&["root-of-all"]));
}

#[test]
fn variants_of_mixed_enums_are_told_by_their_names_in_documents() {
    #[derive(Debug, PartialEq, Contract)]
    #[serde(rename_all = "kebab-case")]
    enum Delivery {
        ByMail,
        To(u8),
    }
    #[external_contract]
    struct Parcel {
        delivery: Delivery,
        #[field(required_if(delivery = Delivery::ByMail))]
        stamps: Option<u8>,
    }
    assert_eq!(told!(Parcel, r#"{"delivery":{"to":1}}"#), NONE);
    assert_eq!(
        told!(Parcel, r#"{"delivery":"by-mail"}"#),
        [r#"1:22: /stamps: is required if `delivery` is "by-mail""#]
    );
}

#[test]
fn patches_count_as_present_if_they_hold_a_value() {
    #[external_contract(all_or_none(low, high))]
    struct Change {
        low: Patch<u8>,
        #[field(greater_than(low))]
        high: Patch<u8>,
        #[field(required_if(low = 0))]
        reason: Patch<u8>,
    }
    assert_eq!(told!(Change, "{}"), NONE);
    assert_eq!(told!(Change, r#"{"low":null}"#), NONE);
    assert_eq!(
        told!(Change, r#"{"low":0,"high":null,"reason":null}"#),
        [
            "1:1: must have all of `low` and `high`, or none",
            "1:31: /reason: is required if `low` is 0"
        ]
    );
}
