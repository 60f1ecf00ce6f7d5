//! Checks and rules that are given a context: what reaches them, and what happens where there is none.

#![allow(
    clippy::unwrap_used,
    clippy::trivially_copy_pass_by_ref,
    clippy::ptr_arg,
    clippy::unnecessary_wraps,
    reason = "a test over fixed inputs; checks take their field by reference"
)]

mod missing;

use std::borrow::Cow;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use perimeter::rules::{Rule, RuleInfo};
use perimeter::{
    Boundary, Clock, Contract, Scope, Valid, Violation, Violations, accept, accept_with, external_contract,
};

/// What the application knows.
struct Shop {
    tenant: &'static str,
    stock: Vec<&'static str>,
    most: u32,
    open: bool,
    /// How often a check has asked.
    asked: AtomicU32,
}

fn shop() -> Shop {
    Shop {
        tenant: "acme",
        stock: vec!["tea", "jam"],
        most: 10,
        open: true,
        asked: AtomicU32::new(0),
    }
}

/// Another one, which is never given.
struct Warehouse;

fn in_stock(article: &String, shop: &Shop) -> Result<(), Violation> {
    shop.asked.fetch_add(1, Ordering::Relaxed);
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
    assert_eq!(shop.asked.load(Ordering::Relaxed), 1);

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
    let messages: Vec<_> = report.iter().map(Violation::message).collect();
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

    let shop = shop();
    let boundary = Boundary::new();
    let accepted = boundary.examine_with::<Note>(r#""elsewhere""#, &shop).unwrap();
    assert_eq!(accepted.valid.0, "elsewhere");
    assert_eq!(told(&accepted.warnings.unwrap()), pairs(&[("", "of_tenant")]));
    let fine = boundary.examine_with::<Note>(r#""acme/""#, &shop).unwrap();
    assert!(fine.warnings.is_none());
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
