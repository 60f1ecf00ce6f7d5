//! The four contracts that the project was founded on, declared in the example `quickstart`.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test over fixed inputs: what is missing is a failure"
)]

#[path = "../examples/quickstart.rs"]
mod quickstart;

use perimeter::Registry;
use serde_json::{Map, Value, json};

/// The places of what the contract of that name finds, in its order.
fn places(contract: &str, body: &Value) -> Vec<String> {
    let contract = Registry::default()
        .named(contract)
        .expect("the contract is linked in");
    match contract.validate(&serde_json::to_vec(body).unwrap()) {
        Ok(()) => Vec::new(),
        Err(violations) => violations
            .iter()
            .map(|violation| violation.pointer().to_string())
            .collect(),
    }
}

/// The object with one member changed, or removed.
fn with(object: &Value, member: &str, value: impl Into<Option<Value>>) -> Value {
    let mut members: Map<String, Value> = object.as_object().unwrap().clone();
    match value.into() {
        Some(value) => members.insert(member.to_string(), value),
        None => members.remove(member),
    };
    Value::Object(members)
}

/// Each value is accepted as the member.
fn accepts(contract: &str, object: &Value, member: &str, values: &[Value]) {
    for value in values {
        let body = with(object, member, value.clone());
        assert_eq!(places(contract, &body), [""; 0], "{member} = {value}");
    }
}

/// Each value is rejected as the member, and nothing else is.
fn rejects(contract: &str, object: &Value, member: &str, values: &[Value]) {
    for value in values {
        let body = with(object, member, value.clone());
        assert_eq!(
            places(contract, &body),
            [format!("/{member}")],
            "{member} = {value}"
        );
    }
}

/// The member can't be left out.
fn requires(contract: &str, object: &Value, members: &[&str]) {
    for member in members {
        assert_eq!(
            places(contract, &with(object, member, None)),
            [format!("/{member}")],
            "without {member}"
        );
    }
}

fn user() -> Value {
    json!({"email": "ada@example.com", "password": "correct horse", "name": "Ada", "age": 36})
}

#[test]
fn a_registration_has_an_email_a_password_and_a_name() {
    accepts(
        "user_registration",
        &user(),
        "email",
        &[json!("ada@example.com"), json!("a.b+c@example.co.uk")],
    );
    rejects(
        "user_registration",
        &user(),
        "email",
        &[json!(""), json!("ada"), json!("ada@"), json!(1), json!(null)],
    );
    requires("user_registration", &user(), &["email", "password", "name"]);
}

#[test]
fn a_password_has_8_to_128_characters() {
    let of = |count| json!("\u{e9}".repeat(count));
    accepts("user_registration", &user(), "password", &[of(8), of(128)]);
    rejects(
        "user_registration",
        &user(),
        "password",
        &[of(0), of(7), of(129), json!(12_345_678)],
    );
}

#[test]
fn a_name_has_1_to_100_characters() {
    let of = |count| json!("\u{e9}".repeat(count));
    accepts("user_registration", &user(), "name", &[of(1), of(100)]);
    rejects(
        "user_registration",
        &user(),
        "name",
        &[of(0), of(101), json!(null)],
    );
}

#[test]
fn an_age_is_13_to_120_or_not_told() {
    accepts(
        "user_registration",
        &with(&user(), "age", None),
        "name",
        &[json!("Ada")],
    );
    accepts(
        "user_registration",
        &user(),
        "age",
        &[json!(13), json!(120), json!(null)],
    );
    let wrong = [
        json!(12),
        json!(121),
        json!(-13),
        json!(300),
        json!(13.5),
        json!("36"),
    ];
    rejects("user_registration", &user(), "age", &wrong);
}

#[test]
fn a_registration_has_no_other_members() {
    rejects("user_registration", &user(), "admin", &[json!(true), json!(null)]);
}

#[test]
fn everything_wrong_is_told_at_once_but_never_the_password() {
    let contract = Registry::default().named("user_registration").unwrap();
    let body = br#"{"email":"ada@","password":"hunter2","age":7,"admin":true}"#;
    let violations = contract.validate(body).unwrap_err();
    let mut places: Vec<_> = violations
        .iter()
        .map(|violation| violation.pointer().to_string())
        .collect();
    places.sort();
    assert_eq!(places, ["/admin", "/age", "/email", "/name", "/password"]);
    assert!(!format!("{violations} {violations:?}").contains("hunter2"));
}

#[test]
fn a_performance_test_has_data_and_an_integer() {
    let body = json!({"data": "", "value": 1});
    accepts(
        "performance_test",
        &body,
        "value",
        &[json!(0), json!(-1), json!(i64::MAX), json!(i64::MIN)],
    );
    rejects(
        "performance_test",
        &body,
        "value",
        &[json!(1.5), json!("1"), json!(null)],
    );
    rejects("performance_test", &body, "data", &[json!(1), json!(null)]);
    requires("performance_test", &body, &["data", "value"]);
}

#[test]
fn a_concurrent_test_has_an_id_and_a_time() {
    let body = json!({"id": "1", "timestamp": "2024-02-29T12:30:00Z"});
    accepts(
        "concurrent_test",
        &body,
        "timestamp",
        &[json!("2024-02-29T12:30:00.5+05:30")],
    );
    let wrong = [
        json!("2023-02-29T12:30:00Z"),
        json!("2024-02-29T12:30:00"),
        json!("now"),
        json!(1_709_209_800),
    ];
    rejects("concurrent_test", &body, "timestamp", &wrong);
    rejects("concurrent_test", &body, "id", &[json!(1), json!(null)]);
    requires("concurrent_test", &body, &["id", "timestamp"]);
}

#[test]
fn a_test_contract_has_a_service_and_one_of_four_operations() {
    let body = json!({"service_id": "billing", "operation": "read", "parameters": {"page": 1}});
    let operations = [json!("create"), json!("read"), json!("update"), json!("delete")];
    accepts("test_contract", &body, "operation", &operations);
    rejects(
        "test_contract",
        &body,
        "operation",
        &[json!("drop"), json!("Read"), json!(""), json!(null)],
    );
    rejects("test_contract", &body, "service_id", &[json!(1), json!(null)]);
    requires("test_contract", &body, &["service_id", "operation"]);
}

#[test]
fn parameters_are_any_map_or_none() {
    let body = json!({"service_id": "billing", "operation": "read"});
    accepts(
        "test_contract",
        &body,
        "parameters",
        &[json!({}), json!({"a": {"b": [1, null]}}), json!(null)],
    );
    rejects(
        "test_contract",
        &body,
        "parameters",
        &[json!([]), json!("page=1"), json!(1)],
    );
}

#[test]
fn what_our_own_services_add_is_dropped() {
    let body = json!({"service_id": "billing", "operation": "read"});
    accepts("test_contract", &body, "trace", &[json!("af01"), json!(null)]);
}

#[test]
fn the_quick_start_shows_what_it_promises() {
    let mut shown = Vec::new();
    quickstart::show(&mut shown).unwrap();
    let shown = String::from_utf8(shown).unwrap();
    for said in [
        "welcome, Ada <ada@example.com>",
        "not a registration:",
        "/admin",
        "billing may read [\"page\"]",
    ] {
        assert!(shown.contains(said), "{said} is not in:\n{shown}");
    }
    for contract in [
        "user_registration",
        "performance_test",
        "concurrent_test",
        "test_contract",
    ] {
        assert!(shown.contains(contract), "{contract} is not in:\n{shown}");
    }
    quickstart::main().unwrap();
}
