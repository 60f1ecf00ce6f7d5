//! Contracts are found wherever they are declared.

use perimeter::{Registry, core_contract, external_contract};

use super::names;

#[external_contract]
struct Order {
    #[field(range = 1..)]
    number: u32,
}

mod private {
    use perimeter::coupling_contract;

    #[coupling_contract(always)]
    struct Unnamed {
        #[field(range = 1..)]
        number: u32,
    }
}

#[expect(
    dead_code,
    reason = "nothing calls it, and its contract is listed all the same"
)]
fn never_called() {
    #[core_contract]
    struct Inside {
        number: u32,
    }
}

#[test]
fn contracts_in_private_modules_and_in_functions_are_listed() {
    let registry = Registry::linked().unwrap();
    assert_eq!(names(&registry, "linked::places"), ["inside", "order"]);
    assert_eq!(names(&registry, "linked::places::private"), ["unnamed"]);
}

#[test]
fn a_listed_contract_checks() {
    let registry = Registry::linked().unwrap();
    for (module, name) in [
        ("linked::places", "order"),
        ("linked::places::private", "unnamed"),
    ] {
        let contract = registry.get(module, name).unwrap();
        assert_eq!(contract.validate(br#"{"number":1}"#), Ok(()), "{contract}");
        let report = contract.validate(br#"{"number":0}"#).unwrap_err();
        assert_eq!(report.first().pointer(), "/number", "{contract}");
    }
}
