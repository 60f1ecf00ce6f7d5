use std::any::TypeId;
use std::thread;

use contracts_registry::{Error, Found, Handle, Kind, Registry, Typed};
use contracts_runtime::{Linked, Zone};

use crate::fixture::{At, contract, registry, shop, shown};

#[test]
fn registries_do_not_see_each_other() {
    let one = registry([contract::<1>("app", "order", "", Zone::External)]);
    let other = registry([contract::<2>("app", "payment", "", Zone::External)]);
    assert_eq!(shown(&one.list()), ["app::order"]);
    assert_eq!(shown(&other.list()), ["app::payment"]);
    assert!(one.named("payment").is_err());
    assert!(other.named("order").is_err());
    assert!(Registry::global().named("order").is_err());
}

#[test]
fn a_registry_may_be_empty() {
    let empty = Registry::builder().build().unwrap();
    assert_eq!(empty.list(), []);
    assert!(Zone::ALL.into_iter().all(|zone| empty.in_zone(zone).is_empty()));
    assert_eq!(empty.discover("**").unwrap().len(), 0);
    assert_eq!(empty.named("order").unwrap_err().kind(), Kind::NotFound);
}

#[test]
fn the_same_contract_twice_is_there_once() {
    let entry = contract::<1>("app", "order", "", Zone::External);
    assert_eq!(registry([entry, entry]).list().len(), 1);
}

#[test]
fn a_copy_of_a_descriptor_is_no_other_contract() {
    // What two compilation units may make of one constant.
    let copies = [
        contract::<1>("app", "order", "", Zone::External),
        contract::<1>("app", "order", "", Zone::External),
    ];
    assert!(!std::ptr::eq(copies[0].descriptor(), copies[1].descriptor()));
    assert_eq!(registry(copies).list().len(), 1);
}

#[test]
fn different_contracts_under_one_key_are_an_error_that_names_all_places() {
    let error = Registry::builder()
        .register(contract::<9>("app", "order", "1", Zone::Core))
        .register(contract::<8>("app", "payment", "", Zone::External))
        .register(contract::<3>("app", "order", "1", Zone::External))
        .register(contract::<7>("app", "order", "1", Zone::External))
        .register(contract::<5>("app", "payment", "", Zone::External))
        .register(contract::<4>("app", "order", "2", Zone::External))
        .build()
        .unwrap_err();
    assert_eq!(error.kind(), Kind::Duplicate);
    assert_eq!(
        error.to_string(),
        "`app::order@1` is declared at src/app.rs:3 and at src/app.rs:7; \
         `app::order@1` is declared at src/app.rs:3 and at src/app.rs:9; \
         `app::payment` is declared at src/app.rs:5 and at src/app.rs:8",
    );
    let places: Vec<_> = error
        .conflicts()
        .iter()
        .map(|conflict| {
            (
                conflict.first().descriptor().unwrap().line(),
                conflict.second().descriptor().unwrap().line(),
            )
        })
        .collect();
    assert_eq!(places, [(3, 7), (3, 9), (5, 8)]);
}

#[test]
fn two_types_of_one_declaration_are_different_contracts() {
    // As two instances of a generic contract are.
    let one = contract::<1>("app", "page", "", Zone::External);
    let other = Linked::new(one.descriptor(), TypeId::of::<At<2>>, |_, _| Ok(()));
    let error = Registry::builder()
        .register(one)
        .register(other)
        .build()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "`app::page` is declared at src/app.rs:1 for several types: \
         give one another name, as in `register!(Page<Order> as \"order_page\")`"
    );
    // It is what a `main` that returns it shows.
    assert_eq!(format!("{error:?}"), error.to_string());
}

#[test]
fn module_name_or_version_tells_contracts_apart() {
    let registry = registry([
        contract::<1>("app", "order", "", Zone::External),
        contract::<2>("app", "order", "1", Zone::External),
        contract::<3>("app::v2", "order", "", Zone::External),
        contract::<4>("app", "payment", "", Zone::External),
    ]);
    assert_eq!(registry.list().len(), 4);
}

#[test]
fn threads_share_a_registry_and_its_handles() {
    fn shareable<T: Send + Sync>() {}
    shareable::<Registry>();
    shareable::<Found>();
    shareable::<Handle>();
    shareable::<Error>();
    shareable::<Typed<*const u8>>();

    let registry = shop();
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| assert!(registry.named("refund").is_ok()));
        }
    });
}
