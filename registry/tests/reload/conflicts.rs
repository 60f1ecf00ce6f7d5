//! Keys that several contend for: nothing is replaced silently.

use std::any::TypeId;

use contracts_registry::{Definition, Document, Format, Kind, Registry};
use contracts_runtime::{Body, ContractDescriptor, Linked, Zone};

use crate::fixture::{Folder, document, tally};

/// The contract `shop::order` of a type.
fn order() -> Definition {
    enum Order {}
    static ORDER: ContractDescriptor =
        ContractDescriptor::new("order", "shop", Zone::Core, Body::Unit).declared("src/shop.rs", 3, "");
    Definition::from(Linked::new(&ORDER, TypeId::of::<Order>, |_, _| Ok(())))
}

fn registered() -> Document {
    Document::parse(Format::Yaml, &document("order", "string")).unwrap()
}

#[test]
fn the_key_of_a_contract_of_a_type_is_an_error_of_build() {
    let folder = Folder::new("type_build");
    let file = folder.write("order.yaml", &document("order", "string"));
    let builder = Registry::builder().folder(&folder).register(order());
    let error = builder.build().unwrap_err();
    assert_eq!(error.kind(), Kind::Duplicate);
    let text = format!(
        "`shop::order` is declared at src/shop.rs:3 and at {}",
        file.display()
    );
    assert_eq!(error.to_string(), text);
}

#[test]
fn a_document_that_is_registered_too_is_an_error_of_build() {
    let folder = Folder::new("registered_build");
    folder.write("order.yaml", &document("order", "string"));
    let builder = Registry::builder().folder(&folder).register(registered());
    assert_eq!(builder.build().unwrap_err().kind(), Kind::Duplicate);
}

#[test]
fn a_file_that_is_registered_again_after_a_change_is_named_once() {
    let folder = Folder::new("again");
    let read = |kind| Document::from_path(folder.write("order.yaml", &document("order", kind))).unwrap();
    let registry = Registry::builder().register(read("string")).build().unwrap();
    let error = registry.register(read("integer")).unwrap_err();
    let text = format!(
        "`shop::order` is declared at {} twice, with different contents",
        folder.path("order.yaml").display()
    );
    assert_eq!(error.to_string(), text);
}

#[test]
fn a_file_does_not_get_the_key_of_a_contract_until_that_is_gone() {
    let folder = Folder::new("outsider");
    let registry = Registry::builder()
        .folder(&folder)
        .register(order())
        .build()
        .unwrap();
    let file = folder.write("order.yaml", &document("order", "string"));
    let reloaded = registry.reload();
    assert_eq!(tally(&reloaded), [0, 0, 0, 1]);
    let failure = &reloaded.failures()[0];
    assert_eq!((failure.file(), failure.error().is_none()), (&*file, true));
    assert_eq!(*failure.contention().unwrap().first(), order());
    let text = format!(
        "{0}: `shop::order` is declared at src/shop.rs:3 and at {0}",
        file.display()
    );
    assert_eq!(failure.to_string(), text);
    assert_eq!(*registry.get("shop", "order").unwrap().definition(), order());

    registry.invalidate("shop", "order").unwrap();
    let reloaded = registry.reload();
    assert_eq!(
        (tally(&reloaded), reloaded.repaired()),
        ([1, 0, 0, 0], &[file][..])
    );
}

#[test]
fn what_is_registered_in_place_of_a_document_stays() {
    let folder = Folder::new("in_place");
    folder.write("order.yaml", &document("order", "string"));
    let registry = folder.registry();
    assert_eq!(registry.register(order()).unwrap_err().kind(), Kind::Duplicate);
    registry.replace(order()).unwrap();
    assert_eq!(tally(&registry.reload()), [0, 0, 0, 1]);
    assert_eq!(*registry.get("shop", "order").unwrap().definition(), order());
    // It goes with its file no more than without it.
    folder.remove("order.yaml");
    assert_eq!(tally(&registry.reload()), [0; 4]);
    assert!(registry.get("shop", "order").is_ok());
}

#[test]
fn who_came_first_keeps_the_key_and_the_other_gets_it_afterwards() {
    let folder = Folder::new("first");
    let old = folder.write("old.yaml", &document("order", "string"));
    let registry = folder.registry();
    let new = folder.write("a_new.yaml", &document("order", "integer"));
    let reloaded = registry.reload();
    assert_eq!(tally(&reloaded), [0, 0, 0, 1]);
    assert_eq!(reloaded.failures()[0].file(), new);
    let conflict = reloaded.failures()[0].contention().unwrap();
    let path = |of: &Definition| of.document().unwrap().path().unwrap().to_owned();
    assert_eq!((path(conflict.first()), path(conflict.second())), (new, old));
    assert!(registry.get("shop", "order").unwrap().validate(b"\"a\"").is_ok());

    folder.remove("old.yaml");
    assert_eq!(tally(&registry.reload()), [0, 1, 0, 0]);
    assert!(registry.get("shop", "order").unwrap().validate(b"1").is_ok());
}

#[test]
fn of_two_that_come_together_none_gets_the_key() {
    let folder = Folder::new("together");
    let registry = folder.registry();
    folder.write("a.yaml", &document("order", "string"));
    folder.write("b.yaml", &document("order", "string"));
    let reloaded = registry.reload();
    assert_eq!((tally(&reloaded), registry.list().len()), ([0, 0, 0, 2], 0));
    folder.remove("a.yaml");
    assert_eq!(tally(&registry.reload()), [1, 0, 0, 0]);
}

#[test]
fn files_may_swap_their_keys() {
    let folder = Folder::new("swap");
    folder.write("1.yaml", &document("a", "string"));
    folder.write("2.yaml", &document("b", "integer"));
    let registry = folder.registry();
    folder.write("1.yaml", &document("b", "string"));
    folder.write("2.yaml", &document("a", "integer"));
    assert_eq!(tally(&registry.reload()), [0, 2, 0, 0]);
    assert_eq!(registry.revision(), 1);
    assert!(registry.get("shop", "a").unwrap().validate(b"1").is_ok());
    assert!(registry.get("shop", "b").unwrap().validate(b"\"a\"").is_ok());
}

#[test]
fn a_file_that_can_not_have_its_new_key_keeps_the_old_one() {
    let folder = Folder::new("keeps");
    folder.write("1.yaml", &document("a", "string"));
    folder.write("2.yaml", &document("b", "string"));
    let registry = folder.registry();
    folder.write("1.yaml", &document("b", "integer"));
    folder.write("3.yaml", &document("a", "integer"));
    assert_eq!(tally(&registry.reload()), [0, 0, 0, 2]);
    assert!(registry.get("shop", "a").unwrap().validate(b"\"a\"").is_ok());
    assert!(registry.get("shop", "b").unwrap().validate(b"\"a\"").is_ok());
}
