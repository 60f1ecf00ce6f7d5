//! Contracts that are judged inside others, in every shape, and by those who know no type: with the context or not at all.

use perimeter::{
    Boundary, Contract, accept, accept_with, core_contract, coupling_contract, external_contract,
};

use super::{GOOD, Order, Shop, Warehouse, pairs, shop, told};

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
        first.message(),
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
fn the_registry_checks_in_a_context_and_not_without() {
    let shop = shop();
    let registry = perimeter::Registry::default();
    let order = registry.of::<Order>().unwrap();
    let handle = order.handle();
    assert_eq!(handle.descriptor().unwrap().context(), Some("Shop"));
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
