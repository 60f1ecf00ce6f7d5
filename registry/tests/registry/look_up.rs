use contracts_registry::Kind;
use contracts_runtime::{Boundary, Zone};

use crate::fixture::{contract, registry, shop, shown};

#[test]
fn the_list_is_in_order_of_module_name_and_version() {
    assert_eq!(
        shown(&shop().list()),
        [
            "shop::api::cancel_order",
            "shop::api::create_order",
            "shop::api::v2::refund",
            "shop::billing::create_order",
            "shop::billing::invoice@2",
            "shop::billing::invoice@10",
        ],
    );
}

#[test]
fn a_contract_is_found_by_module_and_name() {
    let handle = shop().get("shop::billing", "create_order").unwrap();
    assert_eq!(handle.descriptor().unwrap().line(), 4);
    assert_eq!(handle.module(), "shop::billing");
    assert_eq!(handle.name(), "create_order");
    assert_eq!(handle.version(), "");
    assert_eq!(handle.zone(), Zone::Core);
}

#[test]
fn a_found_contract_validates() {
    let handle = shop().named("refund").unwrap();
    assert!(handle.validate(b"null").is_ok());
    assert!(handle.validate_with(&Boundary::new(), b"null").is_ok());
    let violations = handle.validate(b"1").unwrap_err();
    assert_eq!(violations.iter().next().unwrap().code(), "type");
}

#[test]
fn what_is_not_found_comes_with_what_is_nearest() {
    let shop = shop();
    for (module, name, message) in [
        (
            "shop::api",
            "create_ordr",
            "`shop::api::create_ordr`; did you mean `shop::api::create_order`?",
        ),
        (
            "shop::api",
            "crncel_order",
            "`shop::api::crncel_order`; did you mean `shop::api::cancel_order` or `shop::api::create_order`?",
        ),
        (
            "shop::apy",
            "cancel_ordr",
            "`shop::apy::cancel_ordr`; did you mean `shop::api::cancel_order`?",
        ),
        (
            "elsewhere",
            "create_order",
            "`elsewhere::create_order`; did you mean `shop::api::create_order` or `shop::billing::create_order`?",
        ),
        (
            "shop::api",
            "invoice",
            "`shop::api::invoice`; did you mean `shop::billing::invoice`?",
        ),
        ("", "Invoice", "`Invoice`; did you mean `shop::billing::invoice`?"),
        (
            "crate::billing",
            "invoyce",
            "`crate::billing::invoyce`; did you mean `shop::billing::invoice`?",
        ),
        ("elsewhere", "nothing", "`elsewhere::nothing`"),
        ("", "", "``"),
        ("a\nb", "c\u{202e}", "`a\\nb::c\\u{202e}`"),
    ] {
        let error = shop.get(module, name).unwrap_err();
        assert_eq!(error.kind(), Kind::NotFound);
        assert_eq!(error.to_string(), format!("there is no contract {message}"));
    }
}

#[test]
fn names_are_compared_in_a_module_of_any_length() {
    let module = "a_module_whose_path_is_longer_than_what_is_worth_to_compare::with_others";
    let registry = registry([contract::<1>(module, "order", "", Zone::Core)]);
    let error = registry.get(module, "ordre").unwrap_err();
    assert!(error.to_string().ends_with("::order`?"), "{error}");
}

#[test]
fn a_name_is_found_where_one_module_has_it() {
    let shop = shop();
    assert_eq!(shop.named("refund").unwrap().descriptor().unwrap().line(), 3);

    let error = shop.named("refnud").unwrap_err();
    assert_eq!(error.kind(), Kind::NotFound);
    assert_eq!(
        error.to_string(),
        "there is no contract `refnud`; did you mean `refund`?"
    );
}

#[test]
fn a_path_is_no_name() {
    let shop = shop();
    let text = "there is no contract `shop::billing::invoice`; ask for the name `invoice` in the module `shop::billing`";
    let errors = [
        shop.named("shop::billing::invoice"),
        shop.get("shop", "billing::invoice"),
    ];
    for error in errors.map(Result::unwrap_err) {
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn a_name_in_several_modules_is_ambiguous() {
    let error = shop().named("create_order").unwrap_err();
    assert_eq!(error.kind(), Kind::Ambiguous);
    assert_eq!(
        error.to_string(),
        "the contract `create_order` is ambiguous: \
         it could be `shop::api::create_order` or `shop::billing::create_order`",
    );
}

#[test]
fn a_contract_in_several_versions_is_ambiguous_without_one() {
    let shop = shop();
    let error = shop.get("shop::billing", "invoice").unwrap_err();
    assert_eq!(error.kind(), Kind::Ambiguous);
    assert_eq!(
        error.to_string(),
        "the contract `shop::billing::invoice` is ambiguous: \
         it could be `shop::billing::invoice@2` or `shop::billing::invoice@10`",
    );
    assert_eq!(shop.named("invoice").unwrap_err().kind(), Kind::Ambiguous);
}

#[test]
fn a_version_is_found_by_its_text() {
    let shop = shop();
    let find = |version| shop.at_version("shop::billing", "invoice", version);
    assert_eq!(find("2").unwrap().descriptor().unwrap().line(), 5);
    assert_eq!(find("10").unwrap().descriptor().unwrap().line(), 6);

    let error = find("02").unwrap_err();
    assert_eq!(error.kind(), Kind::NotFound);
    assert_eq!(
        error.to_string(),
        "there is no contract `shop::billing::invoice@02`; \
         did you mean `shop::billing::invoice@2` or `shop::billing::invoice@10`?",
    );
    assert_eq!(find("").unwrap_err().kind(), Kind::NotFound);
}

#[test]
fn the_empty_version_is_that_of_a_contract_without_one() {
    let shop = shop();
    assert!(shop.at_version("shop::api", "create_order", "").is_ok());
    assert!(shop.at_version("shop::api", "create_order", "1").is_err());
}

#[test]
fn a_zone_has_its_own_contracts_alone() {
    let shop = shop();
    assert_eq!(
        shown(&shop.in_zone(Zone::External)),
        [
            "shop::api::cancel_order",
            "shop::api::create_order",
            "shop::api::v2::refund"
        ],
    );
    assert_eq!(
        shown(&shop.in_zone(Zone::Strategic)),
        ["shop::billing::invoice@2", "shop::billing::invoice@10"],
    );
    assert_eq!(shop.in_zone(Zone::Coupling), []);
    assert_eq!(shown(&shop.in_zone(Zone::Core)), ["shop::billing::create_order"]);
    let again = shop.in_zone(Zone::External);
    assert!(
        std::ptr::eq(shop.in_zone(Zone::External).as_ptr(), again.as_ptr()),
        "it is not copied"
    );
}
