//! What is there again after a restart, and what is not.

use std::fs;
use std::path::Path;

use contracts_registry::{Definition, Document, Format, Registry, Store};
use contracts_runtime::Zone;

use super::fixture::{contract, shown};
use super::model::open;

pub(crate) fn order(maximum: u64) -> Document {
    let text = format!(
        r#"{{"x-module": "shop", "x-name": "order", "x-version": "1", "x-zone": "core", "maximum": {maximum}}}"#
    );
    Document::parse(Format::Json, &text).unwrap()
}

/// The contract of a type under the key of that document.
pub(crate) fn compiled(zone: Zone) -> Definition {
    contract::<7>("shop", "order", "1", zone).into()
}

fn maximum(registry: &Registry) -> Option<u64> {
    let found = registry.named("order").ok()?;
    found.document()?.schema().get("maximum")?.as_u64()
}

fn texts(path: &Path) -> Vec<String> {
    let documents = Store::open(path).unwrap().documents().unwrap();
    documents
        .iter()
        .map(|document| document.text().to_owned())
        .collect()
}

#[test]
fn the_list_is_the_same_and_the_contracts_of_types_are_not_stored() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contracts.redb");
    let refund = contract::<1>("shop", "refund", "", Zone::Core);
    let built = || Registry::builder().register(refund).store(&path).build().unwrap();
    let registry = built();
    registry.register(order(1)).unwrap();
    assert_eq!(shown(registry.list().iter()), ["shop::order@1", "shop::refund"]);
    registry
        .register(Definition::from(contract::<2>("shop", "letter", "", Zone::Core)))
        .unwrap();
    drop(registry);

    let registry = built();
    assert_eq!(shown(registry.list().iter()), ["shop::order@1", "shop::refund"]);
    assert_eq!(registry.revision(), 0);
}

#[test]
fn a_report_is_the_same_to_the_letter() {
    let text = "\
x-perimeter: {module: shop, name: sum, zone: external}
type: object
required: [z, a]
properties:
  z: {multipleOf: 0.1, maximum: 1.0e+300}
  m: {maximum: 18446744073709551615, minimum: 1.50}
  a: {maximum: -0.0}
additionalProperties: false
";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contracts.redb");
    let sum = Document::parse(Format::Yaml, text).unwrap();
    let faulty = br#"{"m": 1.4, "z": 1e301, "b": 0}"#;

    let registry = open(&path);
    registry.register(sum.clone()).unwrap();
    let before = registry
        .named("sum")
        .unwrap()
        .validate(faulty)
        .unwrap_err()
        .to_string();
    drop(registry);

    let registry = open(&path);
    let found = registry.named("sum").unwrap();
    let document = found.document().unwrap();
    assert_eq!(*document, sum);
    assert_eq!(document.content_hash(), sum.content_hash());
    assert_eq!(found.validate(faulty).unwrap_err().to_string(), before);
    assert!(before.lines().count() >= 4, "{before}");
}

#[test]
fn the_file_that_a_document_was_read_from_is_still_known() {
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = (
        folder.path().join("contracts.redb"),
        folder.path().join("order.toml"),
    );
    fs::write(&file, "x-module = 'shop'\nx-name = 'order'\nx-zone = 'core'\n").unwrap();
    let registry = open(&path);
    registry.register(Document::from_path(&file).unwrap()).unwrap();
    drop(registry);

    fs::remove_file(&file).unwrap();
    let registry = open(&path);
    assert_eq!(
        registry.named("order").unwrap().document().unwrap().path(),
        Some(&*file)
    );
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contracts.redb");
    let registry = open(&path);
    registry.register(order(1)).unwrap();
    let before = fs::read(&path).unwrap();
    registry.register(order(1)).unwrap();
    registry.register_all([order(1), order(1)]).unwrap();
    assert!(registry.register(order(2)).is_err());
    registry
        .register(Definition::from(contract::<2>("shop", "letter", "", Zone::Core)))
        .unwrap();
    registry.invalidate("shop", "letter").unwrap();
    registry.invalidate("shop", "nothing").unwrap();
    registry.reset().unwrap();
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_document_in_the_place_of_a_contract_of_the_program_takes_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contracts.redb");
    let built = || {
        Registry::builder()
            .register(compiled(Zone::External))
            .store(&path)
            .build()
    };
    let registry = built().unwrap();
    assert_eq!(maximum(&registry), None);
    registry.replace(order(1)).unwrap();
    registry.replace(order(2)).unwrap();
    drop(registry);

    let registry = built().unwrap();
    assert_eq!(maximum(&registry), Some(2));
    registry.reset().unwrap();
    assert_eq!(maximum(&registry), Some(2));
    registry.invalidate("shop", "order").unwrap();
    assert!(registry.named("order").is_err());
    registry.reset().unwrap();
    assert!(registry.named("order").unwrap().descriptor().is_some());
    drop(registry);

    assert!(built().unwrap().named("order").unwrap().descriptor().is_some());
    // Without that contract the document would have stayed as well.
    open(&path).register(order(3)).unwrap();
    assert_eq!(maximum(&open(&path)), Some(3));
}

#[test]
fn the_contract_of_a_type_takes_the_place_of_a_document_for_good() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contracts.redb");
    let registry = open(&path);
    registry.register(order(1)).unwrap();
    registry.replace(compiled(Zone::Core)).unwrap();
    drop(registry);
    assert!(open(&path).list().is_empty());
}

#[test]
fn a_document_that_the_builder_has_as_well_is_stored_when_it_is_registered() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contracts.redb");
    let registry = Registry::builder()
        .register(order(1))
        .store(&path)
        .build()
        .unwrap();
    assert_eq!(registry.revision(), 0);
    drop(registry);
    assert!(texts(&path).is_empty());

    let built = || {
        Registry::builder()
            .register(order(1))
            .store(&path)
            .build()
            .unwrap()
    };
    built().register(order(1)).unwrap();
    assert_eq!(texts(&path).len(), 1);
    assert_eq!(built().list().len(), 1);
    assert_eq!(maximum(&open(&path)), Some(1));
}

#[test]
fn reset_gives_what_a_restart_would() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contracts.redb");
    let refund = contract::<1>("shop", "refund", "", Zone::Core);
    let built = || Registry::builder().register(refund).store(&path).build().unwrap();
    let registry = built();
    registry.register(order(1)).unwrap();
    registry.invalidate("shop", "refund").unwrap();
    registry
        .register(Definition::from(contract::<2>("shop", "letter", "", Zone::Core)))
        .unwrap();
    assert_eq!(shown(registry.list().iter()), ["shop::letter", "shop::order@1"]);
    registry.reset().unwrap();
    let reset = shown(registry.list().iter());
    drop(registry);
    assert_eq!(reset, ["shop::order@1", "shop::refund"]);
    assert_eq!(shown(built().list().iter()), reset);
}

#[test]
fn handles_outlive_the_registry_and_leave_its_store_free() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contracts.redb");
    let handle = open(&path).register(order(1)).unwrap();
    assert_eq!(maximum(&open(&path)), Some(1));
    assert!(handle.validate(b"1").is_ok());
}
