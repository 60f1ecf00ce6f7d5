//! Checks and rules that are given a context: what reaches them, and what happens where there is none.

#![allow(
    clippy::unwrap_used,
    clippy::trivially_copy_pass_by_ref,
    clippy::ptr_arg,
    reason = "a test over fixed inputs; checks take their field by reference"
)]

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use perimeter::rules::{Rule, RuleInfo};
use perimeter::{
    Boundary, Clock, Contract, Scope, Valid, Violation, Violations, accept, accept_with, core_contract,
    coupling_contract, external_contract,
};

/// What the application knows.
struct Shop {
    tenant: &'static str,
    stock: Vec<&'static str>,
    most: u32,
    open: bool,
    /// How often a check has asked.
    asked: Cell<u32>,
}

fn shop() -> Shop {
    Shop {
        tenant: "acme",
        stock: vec!["tea", "jam"],
        most: 10,
        open: true,
        asked: Cell::new(0),
    }
}

/// Another one, which is never given.
struct Warehouse;

fn in_stock(article: &String, shop: &Shop) -> Result<(), Violation> {
    shop.asked.set(shop.asked.get() + 1);
    match shop.stock.contains(&article.as_str()) {
        true => Ok(()),
        false => Err(Violation::new("stock", "is not in stock")),
    }
}

fn not_too_many(count: &u32, shop: &Shop) -> Result<(), String> {
    match *count <= shop.most {
        true => Ok(()),
        false => Err(format!("must be {} or less", shop.most)),
    }
}

fn fits(article: &String, count: &u32, shop: &Shop) -> Result<(), &'static str> {
    match article == "jam" && *count == shop.most {
        true => Err("is all the jam there is"),
        false => Ok(()),
    }
}

fn is_open(_: &Order, shop: &Shop) -> Result<(), &'static str> {
    if shop.open { Ok(()) } else { Err("comes too late") }
}

/// A rule that goes by the context: `of_tenant`.
const fn of_tenant() -> OfTenant {
    OfTenant
}

#[derive(Debug, Clone, Copy)]
struct OfTenant;

impl RuleInfo for OfTenant {
    fn code(&self) -> &'static str {
        "of_tenant"
    }

    fn message(&self, _: &perimeter::Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be a name of the tenant's")
    }
}

impl Rule<str> for OfTenant {
    fn accepts(&self, value: &str) -> bool {
        self.accepts_at(value, &Scope::new())
    }

    fn accepts_at(&self, value: &str, scope: &Scope<'_>) -> bool {
        let shop = scope.context::<Shop>();
        shop.is_some_and(|shop| {
            value
                .strip_prefix(shop.tenant)
                .is_some_and(|rest| rest.starts_with('/'))
        })
    }
}

#[external_contract]
#[derive(Debug, Clone, PartialEq)]
#[contract(
    context(Shop as shop),
    check(is_open),
    check(fits, reads(article, count)),
    version = "1"
)]
struct Order {
    #[field(of_tenant, length = 1..=40)]
    id: String,
    #[field(check = in_stock, length = 1..=10)]
    article: String,
    #[field(check = not_too_many)]
    count: u32,
    #[field(non_empty(when = shop.open && self.count > 1))]
    note: String,
}

const GOOD: &str = r#"{"id":"acme/1","article":"tea","count":2,"note":"-"}"#;

fn told(report: &Violations) -> Vec<(String, String)> {
    report
        .iter()
        .map(|found| (found.pointer().to_owned(), found.code().to_owned()))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected
        .iter()
        .map(|(pointer, code)| ((*pointer).to_owned(), (*code).to_owned()))
        .collect()
}

#[test]
fn checks_rules_and_conditions_are_given_the_context() {
    let shop = shop();
    let order = accept_with::<Order>(GOOD, &shop).unwrap();
    assert_eq!(order.count, 2);
    assert_eq!(shop.asked.get(), 1);

    let bad = r#"{"id":"other/1","article":"ham","count":11,"note":""}"#;
    let report = accept_with::<Order>(bad, &shop).unwrap_err();
    let expected = pairs(&[
        ("/id", "of_tenant"),
        ("/article", "stock"),
        ("/count", "custom"),
        ("/note", "non_empty"),
    ]);
    assert_eq!(told(&report), expected);
}

#[test]
fn checks_of_the_whole_and_across_fields_are_given_the_context() {
    let shop = Shop {
        open: false,
        ..shop()
    };
    let text = r#"{"id":"acme/1","article":"jam","count":10,"note":""}"#;
    let report = accept_with::<Order>(text, &shop).unwrap_err();
    let messages: Vec<_> = report.iter().map(|found| found.message().to_string()).collect();
    assert_eq!(messages, ["is all the jam there is", "comes too late"]);
}

#[test]
fn built_values_are_checked_by_the_same_context() {
    let shop = shop();
    let order = accept_with::<Order>(GOOD, &shop).unwrap().into_inner();
    assert!(order.validate_with(&shop).is_ok());
    assert!(Valid::new_with(order.clone(), &shop).is_ok());

    let wrong = Order {
        article: "ham".into(),
        count: 11,
        ..order
    };
    let report = wrong.validate_with(&shop).unwrap_err();
    assert_eq!(
        told(&report),
        pairs(&[("/article", "stock"), ("/count", "custom")])
    );
    let invalid = Valid::new_with(wrong.clone(), &shop).unwrap_err();
    assert_eq!(invalid.violations, report);
    assert_eq!(invalid.value, wrong);
}

#[test]
fn examining_gives_warnings_beside_the_value() {
    #[external_contract(context(Shop))]
    #[derive(Debug)]
    struct Note(#[field(of_tenant(severity = warn))] String);

    let outcome = Boundary::new().examine_with::<Note>(r#""elsewhere""#, &shop());
    assert_eq!(outcome.valid.unwrap().0, "elsewhere");
    assert_eq!(told(&outcome.violations.unwrap()), pairs(&[("", "of_tenant")]));
    let fine = Boundary::new().examine_with::<Note>(r#""acme/""#, &shop());
    assert!(fine.valid.is_some() && fine.violations.is_none());
}

#[test]
fn a_clock_and_a_context_are_given_together() {
    #[external_contract(context(Shop))]
    #[derive(Debug)]
    struct Event {
        #[field(past)]
        at: String,
        #[field(of_tenant)]
        id: String,
    }

    let noon = Clock::fixed(SystemTime::UNIX_EPOCH + Duration::from_secs(12 * 60 * 60));
    let text = r#"{"at":"1970-01-01T13:00:00Z","id":"acme/1"}"#;
    let report = Boundary::new()
        .clock(noon)
        .accept_with::<Event>(text, &shop())
        .unwrap_err();
    assert_eq!(told(&report), pairs(&[("/at", "past")]));

    let shop = shop();
    let event = Event {
        at: "1970-01-01T13:00:00Z".into(),
        id: "acme/1".into(),
    };
    let scope = Scope::new().by(noon).with(&shop);
    assert_eq!(
        told(&event.validate_in(&scope).unwrap_err()),
        pairs(&[("/at", "past")])
    );
    assert!(event.validate_with(&shop).is_ok());
    let without = event.validate_in(&Scope::new().by(noon)).unwrap_err();
    assert_eq!(
        told(&without),
        pairs(&[("", "context"), ("/at", "past"), ("/id", "of_tenant")])
    );
}

/// An order inside a contract that declares the same context, another one, and none.
#[external_contract(context(Shop))]
#[derive(Debug)]
struct Cart {
    #[field(length = 0..=5)]
    orders: Vec<Order>,
}

#[external_contract(context(Warehouse))]
#[derive(Debug)]
struct Delivery {
    order: Order,
}

#[external_contract]
#[derive(Debug)]
struct Envelope {
    order: Order,
    #[field(length = 1..=3)]
    label: String,
}

#[test]
fn a_contract_inside_is_given_the_same_context() {
    let text = format!(r#"{{"orders":[{GOOD},{}]}}"#, GOOD.replace("tea", "ham"));
    let shop = shop();
    let report = accept_with::<Cart>(&text, &shop).unwrap_err();
    assert_eq!(told(&report), pairs(&[("/orders/1/article", "stock")]));
    let text = format!(r#"{{"orders":[{GOOD}]}}"#);
    let cart = accept_with::<Cart>(&text, &shop).unwrap();
    assert!(cart.validate_with(&shop).is_ok());
}

#[test]
fn a_contract_inside_whose_context_is_missing_is_rejected_once() {
    let text = format!(
        r#"{{"order":{},"label":"long"}}"#,
        GOOD.replace("\"count\":2", "\"count\":11")
    );
    let expected = pairs(&[
        ("/order", "context"),
        ("/order/id", "of_tenant"),
        ("/label", "length"),
    ]);
    let report = accept::<Envelope>(&text).unwrap_err();
    assert_eq!(told(&report), expected);
    let first = report.iter().next().unwrap();
    assert_eq!(first.column(), Some(10));
    assert_eq!(
        first.message().to_string(),
        "can't be judged without its context: the contract that is accepted has to declare `Shop`, and \
         `accept_with` to be given it"
    );

    let built = Envelope {
        order: accept_with::<Order>(GOOD, &shop()).unwrap().into_inner(),
        label: "long".into(),
    };
    assert_eq!(told(&built.validate().unwrap_err()), expected);
}

#[test]
fn a_context_of_another_type_is_as_good_as_none() {
    let text = format!(r#"{{"order":{GOOD}}}"#);
    let report = accept_with::<Delivery>(&text, &Warehouse).unwrap_err();
    assert_eq!(
        told(&report),
        pairs(&[("/order", "context"), ("/order/id", "of_tenant")])
    );
}

#[test]
fn reading_through_serde_rejects_what_needs_a_context() {
    let error = serde_json::from_str::<Order>(GOOD).unwrap_err().to_string();
    assert!(error.contains("can't be judged without its context"), "{error}");
}

#[test]
fn failing_fast_ends_at_the_missing_context() {
    let text = format!(r#"{{"order":{GOOD},"label":"long"}}"#);
    let report = Boundary::new().fail_fast().accept::<Envelope>(&text).unwrap_err();
    assert_eq!(told(&report), pairs(&[("/order", "context")]));
}

#[test]
fn an_alternative_that_lacks_its_context_does_not_make_way_for_another() {
    #[external_contract]
    #[serde(untagged)]
    #[derive(Debug)]
    enum Either {
        Order(Order),
        #[allow(dead_code, reason = "it is only read")]
        Any {
            #[field(any)]
            id: String,
            #[field(any)]
            article: String,
            count: u32,
            #[field(any)]
            note: String,
        },
    }

    #[external_contract]
    #[derive(Debug)]
    struct Flattened {
        #[serde(flatten)]
        order: Option<Order>,
    }

    let report = accept::<Either>(GOOD).unwrap_err();
    assert_eq!(told(&report), pairs(&[("", "context")]));
    let report = accept::<Flattened>(GOOD).unwrap_err();
    assert_eq!(told(&report), pairs(&[("", "context")]));
    let report = accept::<Flattened>("{}").unwrap_err();
    assert_eq!(told(&report), pairs(&[("", "context")]));
}

#[test]
fn every_shape_asks_for_its_context() {
    fn even(value: &u32, _: &Shop) -> Result<(), &'static str> {
        if value % 2 == 0 {
            Ok(())
        } else {
            Err("must be even")
        }
    }

    #[external_contract(context(Shop))]
    #[derive(Debug, PartialEq, Eq, Hash)]
    struct Number(#[field(check = even)] u32);

    #[external_contract(context(Shop))]
    #[derive(Debug)]
    struct Pair(
        #[field(check = even)] u32,
        #[field(each(check = even), length = 0..=3)] Vec<u32>,
    );

    #[external_contract(context(Shop))]
    #[derive(Debug)]
    struct Nothing;

    #[external_contract(context(Shop))]
    #[serde(tag = "kind")]
    #[derive(Debug)]
    enum Shapes {
        Unit,
        Named {
            #[field(check = even)]
            count: u32,
        },
    }

    #[external_contract(context(Shop))]
    #[serde(try_from = "u32")]
    #[derive(Debug)]
    struct Converted(#[field(check = even)] u32);

    impl TryFrom<u32> for Converted {
        type Error = &'static str;

        fn try_from(value: u32) -> Result<Self, Self::Error> {
            Ok(Converted(value))
        }
    }

    #[external_contract]
    #[derive(Debug)]
    #[allow(dead_code, reason = "it is only read")]
    struct All {
        number: Number,
        pair: Pair,
        nothing: Nothing,
        unit: Shapes,
        named: Shapes,
        converted: Converted,
        #[field(length = 0..=3)]
        keys: std::collections::HashMap<Number, u8>,
    }

    let shop = shop();
    assert!(accept_with::<Number>("2", &shop).is_ok());
    let odd = [("", "custom")];
    assert_eq!(told(&accept_with::<Number>("1", &shop).unwrap_err()), pairs(&odd));
    assert_eq!(
        told(&accept_with::<Converted>("1", &shop).unwrap_err()),
        pairs(&odd)
    );
    assert!(accept_with::<Nothing>("null", &shop).is_ok());
    assert!(accept_with::<Shapes>(r#"{"kind":"Unit"}"#, &shop).is_ok());
    let report = accept_with::<Shapes>(r#"{"kind":"Named","count":1}"#, &shop).unwrap_err();
    assert_eq!(told(&report), pairs(&[("/count", "custom")]));
    let report = accept_with::<Pair>("[1,[2,3]]", &shop).unwrap_err();
    assert_eq!(told(&report), pairs(&[("/0", "custom"), ("/1/1", "custom")]));

    let text = r#"{"number":2,"pair":[2,[2]],"nothing":null,"unit":{"kind":"Unit"},
        "named":{"kind":"Named","count":2},"converted":2,"keys":{"2":1}}"#;
    let all = [
        "/number",
        "/pair",
        "/nothing",
        "/unit",
        "/named",
        "/converted",
        "/keys/2",
    ];
    let expected: Vec<_> = all.iter().map(|pointer| (*pointer, "context")).collect();
    assert_eq!(told(&accept::<All>(text).unwrap_err()), pairs(&expected));
}

#[test]
fn where_rules_are_not_enforced_no_context_is_needed() {
    fn never(_: &u32, _: &Shop) -> Result<(), &'static str> {
        Err("is never right")
    }

    #[core_contract(context(Shop))]
    #[derive(Debug)]
    struct Inner(#[field(check = never)] u32);

    #[coupling_contract(context(Shop), always)]
    #[derive(Debug)]
    struct Always(#[field(check = never)] u32);

    #[core_contract]
    #[derive(Debug)]
    struct Outer(#[field(nested)] Inner);

    #[external_contract]
    #[derive(Debug)]
    struct Enforcing(#[field(nested)] Inner);

    let found = accept::<Outer>("1").map_err(|report| told(&report));
    match <Inner as Contract>::ENFORCED {
        true => assert_eq!(found.unwrap_err(), pairs(&[("", "context")])),
        false => assert!(found.is_ok()),
    }
    assert_eq!(
        told(&accept::<Enforcing>("1").unwrap_err()),
        pairs(&[("", "context")])
    );
    let report = accept_with::<Always>("1", &shop()).unwrap_err();
    assert_eq!(told(&report), pairs(&[("", "custom")]));
}

#[test]
fn a_missing_context_in_a_secret_says_nothing_of_it() {
    #[external_contract]
    #[derive(Debug)]
    struct Vault {
        #[field(secret)]
        order: Order,
    }

    let text = format!(r#"{{"order":{}}}"#, GOOD.replace("tea", "hunter2"));
    let report = accept::<Vault>(&text).unwrap_err();
    assert!(report.iter().all(|found| found.pointer() == "/order"));
    assert!(!format!("{report} {report:?}").contains("hunter2"));
}

#[test]
fn a_panic_in_a_check_is_the_callers_and_poisons_nothing() {
    fn panics(article: &String, shop: &Shop) -> Result<(), &'static str> {
        assert!(shop.stock.contains(&article.as_str()), "no such article");
        Ok(())
    }

    #[external_contract(context(Shop))]
    #[derive(Debug)]
    struct Fragile(#[field(check = panics, length = 1..=9)] String);

    let shop = shop();
    let caught = catch_unwind(AssertUnwindSafe(|| {
        accept_with::<Fragile>(r#""ham""#, &shop).is_ok()
    }));
    let message = caught.unwrap_err();
    assert_eq!(message.downcast_ref::<&str>(), Some(&"no such article"));
    assert!(accept_with::<Fragile>(r#""tea""#, &shop).is_ok());
    let registry = perimeter::Registry::default();
    let found = registry.of::<Fragile>().unwrap();
    assert!(found.accept_in(&Boundary::new(), &shop, r#""jam""#).is_ok());
}

#[test]
fn the_registry_checks_in_a_context_and_not_without() {
    let shop = shop();
    let registry = perimeter::Registry::default();
    let order = registry.of::<Order>().unwrap();
    let handle = order.handle();
    assert_eq!(handle.descriptor().context(), Some("Shop"));
    let without = handle.validate(GOOD.as_bytes()).unwrap_err();
    assert_eq!(told(&without), pairs(&[("", "context"), ("/id", "of_tenant")]));
    let boundary = Boundary::new();
    assert!(handle.validate_in(&boundary, &shop, GOOD.as_bytes()).is_ok());
    assert!(
        handle
            .validate_in(&boundary, &Warehouse, GOOD.as_bytes())
            .is_err()
    );
    assert!(order.accept_in(&boundary, &shop, GOOD).is_ok());

    let built = perimeter::Registry::builder()
        .contract::<Order>()
        .build()
        .unwrap();
    let handle = built.named("order").unwrap();
    assert!(handle.validate(GOOD.as_bytes()).is_err());
    assert!(handle.validate_in(&boundary, &shop, GOOD.as_bytes()).is_ok());
}

#[test]
fn contracts_may_borrow_from_the_text_and_have_parameters() {
    fn known(name: &Cow<'_, str>, shop: &Arc<Shop>) -> Result<(), &'static str> {
        match shop.stock.contains(&name.as_ref()) {
            true => Ok(()),
            false => Err("is not known"),
        }
    }

    fn any<T, C>(_: &T, _: &C) -> Result<(), &'static str> {
        Ok(())
    }

    #[external_contract(context(Arc<Shop>))]
    #[derive(Debug)]
    struct Borrowed<'a> {
        #[serde(borrow)]
        #[field(check = known, length = 1..=9)]
        name: Cow<'a, str>,
    }

    #[external_contract(context(Box<C>))]
    #[derive(Debug)]
    #[serde(bound(deserialize = "T: perimeter::Shape + for<'x> perimeter::__private::Decode<'x>"))]
    struct Generic<T: perimeter::Shape, C: 'static> {
        #[field(check = any)]
        value: T,
        #[serde(skip)]
        context: std::marker::PhantomData<C>,
    }

    let shop = Arc::new(shop());
    let text = String::from(r#"{"name":"tea"}"#);
    let borrowed = accept_with::<Borrowed<'_>>(&text, &shop).unwrap();
    assert!(matches!(borrowed.name, Cow::Borrowed("tea")));
    assert!(accept_with::<Borrowed<'_>>(r#"{"name":"ham"}"#, &shop).is_err());
    let generic = accept_with::<Generic<u8, String>>(r#"{"value":1}"#, &Box::new(String::new())).unwrap();
    assert_eq!(generic.value, 1);
    let _ = generic.context;
}

#[test]
fn names_like_ours_are_the_users_own() {
    struct Context;

    fn context(value: &u8, given: &Context) -> Result<(), &'static str> {
        let Context = given;
        if *value == 1 { Ok(()) } else { Err("must be one") }
    }

    #[external_contract(context(Context as report))]
    #[derive(Debug)]
    struct Named {
        #[field(check = context)]
        value: u8,
        #[field(range(5..=9, when = matches!(report, Context) && self.value == 1))]
        at: u8,
    }

    assert!(accept_with::<Named>(r#"{"value":1,"at":5}"#, &Context).is_ok());
    let report = accept_with::<Named>(r#"{"value":2,"at":1}"#, &Context).unwrap_err();
    assert_eq!(told(&report), pairs(&[("/value", "custom")]));
    let report = accept_with::<Named>(r#"{"value":1,"at":1}"#, &Context).unwrap_err();
    assert_eq!(told(&report), pairs(&[("/at", "range")]));
}

#[test]
fn contracts_without_a_context_have_the_empty_one() {
    #[external_contract]
    #[derive(Debug)]
    struct Plain(#[field(range = 1..=9)] u8);

    assert!(accept_with::<Plain>("1", &()).is_ok());
    assert!(accept::<Plain>("1").is_ok());
    assert!(Plain(1).validate_with(&()).is_ok());
    assert_eq!(Plain::DESCRIPTOR.context(), None);
    assert_eq!(Order::DESCRIPTOR.context(), Some("Shop"));
}
