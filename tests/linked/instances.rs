//! Instances of generic contracts are listed by `register!`.

use std::any::TypeId;

use perimeter::{Boundary, Contract, Registry, linked, register};

use super::names;

/// What is declared here is registered elsewhere.
mod shop {
    use perimeter::external_contract;

    #[external_contract(version = "2")]
    pub(super) struct Page<T> {
        #[field(length = 1..=2)]
        pub(super) items: Vec<T>,
    }

    #[external_contract]
    pub(super) struct Order {
        #[field(range = 1..)]
        pub(super) number: u32,
    }

    #[external_contract]
    pub(super) struct Label<'a> {
        #[field(length = 1..=4)]
        pub(super) text: &'a str,
    }

    #[external_contract]
    pub(super) struct Grid<const WIDTH: usize> {
        #[field(any)]
        pub(super) cells: [u8; WIDTH],
    }

    pub(super) struct Stock {
        pub(super) pieces: u32,
    }

    #[external_contract(context(Stock as stock))]
    pub(super) struct Line<T> {
        #[field(check = in_stock)]
        pub(super) pieces: u32,
        pub(super) of: T,
    }

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "checks take references")]
    fn in_stock(pieces: &u32, stock: &Stock) -> Result<(), &'static str> {
        match *pieces <= stock.pieces {
            true => Ok(()),
            false => Err("must be in stock"),
        }
    }
}

mod lists {
    use super::shop;
    use super::shop::{Grid, Page};
    use perimeter::register;

    register!(Page<u8>);
    register!(Page<shop::Order> as "order_page");
    register!(super::shop::Page<Option<crate::instances::shop::Order>> as "sparse_page",);
    register!(Page<shop::Label<'_>> as "label_page");
    register!(Grid<{ 1 + 1 }>);
    register!(shop::Line<shop::Order>);
}

// Once more, and under another name beside its own.
register!(shop::Order);
register!(shop::Order as "request");
register!(shop::Page<u8>);

#[expect(
    dead_code,
    reason = "nothing calls it, and what it registers is listed all the same"
)]
fn never_called() {
    use perimeter as facade;
    register!(shop::Page<bool> as "bool_page", crate = facade);
}

fn registry() -> Registry {
    Registry::linked().expect("each instance has a name of its own")
}

const SHOP: &str = "linked::instances::shop";

#[test]
fn instances_are_listed_in_the_module_of_the_contract() {
    let registry = registry();
    assert_eq!(
        names(&registry, SHOP),
        [
            "bool_page",
            "grid",
            "label",
            "label_page",
            "line",
            "order",
            "order_page",
            "page",
            "request",
            "sparse_page"
        ]
    );
    assert_eq!(names(&registry, "linked::instances::lists"), [""; 0]);
}

#[test]
fn what_is_listed_twice_is_in_the_registry_once() {
    let entries = |name: &str| {
        let named = linked().filter(|entry| {
            let contract = entry.descriptor();
            contract.module() == SHOP && contract.name() == name
        });
        named.count()
    };
    assert_eq!((entries("order"), entries("page")), (2, 2));
    assert_eq!(
        registry().get(SHOP, "page").unwrap().to_string(),
        format!("{SHOP}::page@2")
    );
}

#[test]
fn a_name_of_its_own_is_all_that_differs() {
    let renamed = registry().get(SHOP, "order_page").unwrap().descriptor().unwrap();
    let page = <shop::Page<shop::Order> as Contract>::DESCRIPTOR;
    assert_eq!((renamed.name(), page.name()), ("order_page", "page"));
    assert_eq!(
        format!("{renamed:?}"),
        format!("{page:?}").replacen("\"page\"", "\"order_page\"", 1)
    );
}

#[test]
fn instances_check_as_their_type_does() {
    let registry = registry();
    let orders = registry.get(SHOP, "order_page").unwrap();
    assert_eq!(orders.validate(br#"{"items":[{"number":1}]}"#), Ok(()));
    let report = orders.validate(br#"{"items":[{"number":0},{}]}"#).unwrap_err();
    assert_eq!(
        report.to_string(),
        "1:21: /items/0/number: must be at least 1\n1:25: /items/1/number: is missing"
    );
    assert_eq!(
        orders.validate(br#"{"items":[]}"#).unwrap_err().first().pointer(),
        "/items"
    );

    let numbers = registry.get(SHOP, "page").unwrap();
    assert_eq!(numbers.validate(br#"{"items":[7]}"#), Ok(()));
    assert!(numbers.validate(br#"{"items":[{"number":1}]}"#).is_err());

    let grid = registry.get(SHOP, "grid").unwrap();
    assert_eq!(grid.validate(br#"{"cells":[1,2]}"#), Ok(()));
    assert!(grid.validate(br#"{"cells":[1,2,3]}"#).is_err());
}

#[test]
fn instances_that_borrow_check_texts_of_any_lifetime() {
    let registry = registry();
    let labels = registry.get(SHOP, "label_page").unwrap();
    let text = String::from(r#"{"items":[{"text":"new"},{"text":"older"}]}"#);
    let report = labels.validate(&text).unwrap_err();
    assert_eq!(report.first().pointer(), "/items/1/text");
}

#[test]
fn instances_are_found_by_their_type() {
    let registry = registry();
    let orders = registry.of::<shop::Page<shop::Order>>().unwrap();
    assert_eq!(orders.handle().name(), "order_page");
    let page = orders.accept(br#"{"items":[{"number":3}]}"#).unwrap();
    assert_eq!(page.items.first().map(|order| order.number), Some(3));

    let handle = registry.get(SHOP, "order_page").unwrap();
    assert!(handle.typed::<shop::Page<shop::Order>>().is_some());
    assert!(handle.typed::<shop::Page<u8>>().is_none());

    let borrowed = linked()
        .find(|entry| entry.descriptor().name() == "label_page")
        .unwrap();
    assert_eq!(
        borrowed.type_id(),
        TypeId::of::<shop::Page<shop::Label<'static>>>()
    );
}

#[test]
fn an_instance_with_a_context_needs_it() {
    let line = registry().get(SHOP, "line").unwrap();
    let text = br#"{"pieces":3,"of":{"number":1}}"#;
    assert_eq!(line.validate(text).unwrap_err().first().code(), "context");

    let boundary = Boundary::new();
    assert_eq!(
        line.validate_in(&boundary, &shop::Stock { pieces: 3 }, text),
        Ok(())
    );
    let report = line
        .validate_in(&boundary, &shop::Stock { pieces: 2 }, text)
        .unwrap_err();
    assert_eq!(report.to_string(), "1:11: /pieces: must be in stock");
    let stock: &dyn std::any::Any = &"of no use";
    assert_eq!(
        line.validate_in(&boundary, stock, text)
            .unwrap_err()
            .first()
            .code(),
        "context"
    );
}

#[test]
fn the_schema_has_each_instance_under_its_name() {
    let text = registry().schema().to_string();
    for name in ["order_page", "page", "sparse_page", "bool_page"] {
        let definition = format!("\"linked.instances.shop.{name}@2\": {{");
        assert_eq!(text.matches(&definition).count(), 1, "{name}");
    }
}
