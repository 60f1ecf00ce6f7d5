//! Every way to a verdict is told, once.

use std::any::TypeId;

use perimeter::batch::Items;
use perimeter::{
    Body, Boundary, Contract, ContractDescriptor, Definition, Enforcement, Linked, Mode, Payload, Registry,
    Valid, Zone, accept, accept_reader, external_contract,
};
use tracing::Level;

use super::spy::{Spy, Told};
use super::{FAULTY, Order, SOUND};

/// What is told while this runs: of which contract which outcome with how many errors.
fn told(run: impl FnOnce()) -> Vec<String> {
    let ((), told) = Spy::at(Level::TRACE).listening(run);
    told.iter()
        .map(|told| {
            let outcome = told.name.rsplit('.').next().unwrap();
            let [name, errors] = ["name", "error_count"].map(|field| told.field(field).unwrap());
            format!("{name} {outcome} {errors}")
        })
        .collect()
}

fn assert_both(run: impl Fn(&'static str)) {
    assert_eq!(told(|| run(SOUND)), ["order success 0"]);
    assert_eq!(told(|| run(FAULTY)), ["order failed 6"]);
}

#[test]
fn a_text() {
    assert_both(|text| drop(accept::<Order>(text)));
}

#[test]
fn bytes() {
    assert_both(|text| drop(accept::<Order>(text.as_bytes())));
    assert_eq!(told(|| drop(accept::<Order>(b"\"\xff\""))), ["order failed 1"]);
}

#[test]
fn a_reader() {
    assert_both(|text| drop(accept_reader::<Order>(text.as_bytes())));
}

#[test]
fn a_value() {
    assert_both(|text| {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        drop(accept::<Order>(&Payload::value(&value)));
    });
}

#[test]
fn a_form() {
    #[external_contract]
    struct Login {
        #[field(length = 1..=3)]
        name: String,
    }
    let login = |form: &'static str| {
        told(|| {
            let payload = Payload::form::<Login>(form);
            let accepted = accept::<Login>(&payload);
            drop(accepted.map(|login| login.into_inner().name));
        })
    };
    assert_eq!(login("name=ada"), ["login success 0"]);
    assert_eq!(login("name=grace"), ["login failed 1"]);
}

#[test]
fn deserialize() {
    assert_both(|text| drop(serde_json::from_str::<Order>(text)));
    assert_both(|text| drop(serde_json::from_str::<Valid<Order>>(text)));
}

#[test]
fn with_warnings() {
    assert_both(|text| drop(Boundary::new().examine::<Order>(text)));
}

#[test]
fn what_is_too_long_to_be_read() {
    let boundary = Boundary::new().max_bytes(4);
    assert_eq!(told(|| drop(boundary.accept::<Order>(SOUND))), ["order failed 1"]);
}

#[test]
fn the_first_error_alone() {
    let boundary = Boundary::new().fail_fast();
    assert_eq!(
        told(|| drop(boundary.accept::<Order>(FAULTY))),
        ["order failed 1"]
    );
}

/// More errors are counted than told.
#[test]
fn more_errors_than_the_report_holds() {
    let boundary = Boundary::new().max_violations(1);
    assert_eq!(
        told(|| drop(boundary.accept::<Order>(FAULTY))),
        ["order failed 6"]
    );
}

#[test]
fn a_handle() {
    let registry = Registry::builder().contract::<Order>().build().unwrap();
    // What looking it up tells is not counted here.
    let handle = registry.list().first().cloned().unwrap();
    assert_both(|text| drop(handle.validate(text)));
}

#[test]
fn a_registry_tells_of_what_is_asked_of_it_and_done_to_it() {
    let registry = Registry::builder().build().unwrap();
    let ((), told) = Spy::at(Level::TRACE).listening(|| {
        registry.register(Definition::of::<Order>()).unwrap();
        let module = registry.list()[0].module().to_owned();
        assert!(registry.get(&module, "order").is_ok());
        assert!(registry.named("ordre").is_err());
        assert_eq!(registry.discover("**").unwrap().len(), 1);
        assert!(registry.discover("a*").is_err());
        assert_eq!(registry.invalidate_all().unwrap(), 1);
    });
    assert_eq!(
        names(&told),
        [
            "contract.registered",
            "contract.listed",
            "contract.cache_hit",
            "contract.not_found",
            "discovery.completed",
            "discovery.failed",
            "contract.invalidated",
        ]
    );
}

#[test]
fn a_registry_tells_of_what_it_brings_back_and_of_what_it_refuses() {
    const OTHER: &ContractDescriptor = &ContractDescriptor::new(
        Order::DESCRIPTOR.name(),
        Order::DESCRIPTOR.module(),
        Zone::Core,
        Body::Unit,
    );
    let registry = Registry::linked().unwrap();
    let module = Order::DESCRIPTOR.module();
    registry.invalidate(module, "order").unwrap();
    let ((), told) = Spy::at(Level::TRACE).listening(|| {
        assert!(registry.get(module, "order").is_ok());
        let other = Linked::new(OTHER, TypeId::of::<u8>, |_, _| Ok(()));
        assert!(registry.register(other).is_err());
        assert!(registry.register_all([other]).is_err());
    });
    assert_eq!(
        names(&told),
        [
            "contract.cache_miss_discovered",
            "contract.registration_failed",
            "contract.registration_failed",
        ]
    );
    assert!(told.iter().all(|told| told.field("name") == Some("order")));
}

#[cfg(feature = "reload")]
#[test]
fn a_registry_tells_of_what_came_of_a_reload() {
    let folder = tempfile::tempdir().unwrap();
    let registry = Registry::builder().folder(folder.path()).build().unwrap();
    let sound = r#"{"x-module": "shop", "x-name": "refund", "x-zone": "core"}"#;
    std::fs::write(folder.path().join("sound.json"), sound).unwrap();
    std::fs::write(folder.path().join("broken.json"), "{").unwrap();
    let ((), told) = Spy::at(Level::TRACE).listening(|| drop(registry.reload()));
    assert_eq!(names(&told), ["contract.reloaded", "contract.reload_failed"]);
    let counts: Vec<_> = told.iter().map(|told| told.field("count")).collect();
    assert_eq!(
        counts,
        [Some("1"), Some("0")],
        "one is new, and of the other nothing was in force"
    );
    assert!(told[1].field("reason").unwrap().contains("broken.json:1:"));
}

/// The names of events, as the guide has them.
fn names(told: &[Told]) -> Vec<&str> {
    let names = told.iter();
    names
        .map(|told| told.name.trim_start_matches("foundation.perimeter."))
        .collect()
}

#[test]
fn each_item_of_a_batch() {
    let lines = format!("{SOUND}\n{FAULTY}\n");
    let items = || {
        let mut items = Items::lines(lines.as_bytes());
        while let Some(item) = items.next_item().unwrap() {
            drop(accept::<Order>(&item));
        }
    };
    assert_eq!(told(items), ["order success 0", "order failed 6"]);
}

#[test]
fn a_built_value() {
    let mut order = accept::<Order>(SOUND).unwrap().into_inner();
    assert_eq!(told(|| order.validate().unwrap()), ["order success 0"]);
    order.email.clear();
    assert_eq!(told(|| drop(order.validate())), ["order failed 1"]);
    assert_eq!(told(|| drop(Valid::new(order))), ["order failed 1"]);
}

/// What is admitted although it breaks rules has failed; what no rule has looked at has neither failed nor succeeded.
#[test]
fn under_an_enforcement() {
    let admit = |mode, text| {
        let boundary = Boundary::new().enforcing(Enforcement::all(mode), |_: &_| {});
        told(|| drop(boundary.admit::<Order>(text)))
    };
    let long = r#"{"email":"ada@","tags":["a"],"counts":{},"password":"correct horse"}"#;
    for mode in [Mode::Strict, Mode::Warn, Mode::Log] {
        assert_eq!(admit(mode, SOUND), ["order success 0"]);
        assert_eq!(admit(mode, long), ["order failed 1"]);
    }
    assert_eq!(admit(Mode::Off, SOUND), [""; 0]);
    assert_eq!(admit(Mode::Off, long), [""; 0]);
    assert_eq!(admit(Mode::Off, "7"), ["order failed 1"]);
}

#[test]
fn a_built_value_under_an_enforcement() {
    let admit = |mode, email: &str| {
        let boundary = Boundary::new().enforcing(Enforcement::all(mode), |_: &_| {});
        let mut order = accept::<Order>(SOUND).unwrap().into_inner();
        email.clone_into(&mut order.email);
        told(|| drop(boundary.admit_built(order)))
    };
    assert_eq!(admit(Mode::Strict, "ada@example.com"), ["order success 0"]);
    assert_eq!(admit(Mode::Warn, "ada@"), ["order failed 1"]);
    assert_eq!(admit(Mode::Off, "ada@"), [""; 0]);
}
