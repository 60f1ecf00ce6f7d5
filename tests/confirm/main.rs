//! The last phase: asynchronous checks of what satisfies its contract.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::unused_async,
    dead_code,
    reason = "a test over fixed inputs; checks are async by their form"
)]

mod secrets;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use perimeter::zone::Core;
use perimeter::{Confirmation, Confirmed, Findings, Severity, Valid, Violation, accept, external_contract};

#[external_contract(max_violations = 3)]
#[derive(Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
struct SignUp {
    #[field(length = 1..=20)]
    #[serde(alias = "nick")]
    user_name: String,
    #[field(length = 8.., secret)]
    password: String,
    #[field(length = ..=5)]
    friends: Vec<Friend>,
}

#[external_contract]
#[derive(Debug, PartialEq)]
struct Friend {
    #[field(length = 1..=20)]
    name: String,
    #[field(any, secret)]
    keys: BTreeMap<String, String>,
}

const TEXT: &str = r#"{"userName":"ada","password":"correct horse","friends":[]}"#;

fn sign_up() -> Valid<SignUp> {
    accept(TEXT).unwrap()
}

/// Polls to the end; nothing here needs to be woken.
fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}

/// Is ready when it is polled again.
async fn later() {
    let mut polled = false;
    poll_fn(|_| match std::mem::replace(&mut polled, true) {
        true => Poll::Ready(()),
        false => Poll::Pending,
    })
    .await;
}

#[derive(Debug, PartialEq)]
struct Down;

async fn not_taken(user: &SignUp, findings: &mut Findings) -> Result<(), Down> {
    later().await;
    if user.user_name == "ada" {
        findings.add("/userName", Violation::new("taken", "is already taken"));
    }
    Ok(())
}

/// Confirms with what `add` finds; the lines of the report.
fn found(add: impl Fn(&mut Findings)) -> Vec<String> {
    let outcome = block_on(sign_up().confirm(async |_, findings| {
        add(findings);
        Ok::<(), Down>(())
    }));
    match outcome {
        Confirmation::Confirmed { warnings, .. } => {
            assert!(warnings.is_none());
            Vec::new()
        }
        Confirmation::Rejected(invalid) => invalid.violations.iter().map(Violation::to_string).collect(),
        Confirmation::Undecided { .. } => panic!("it is decided"),
    }
}

#[test]
fn what_nothing_speaks_against_is_confirmed() {
    let outcome = block_on(sign_up().confirm(async |user, _| {
        later().await;
        assert_eq!(user.user_name, "ada");
        Ok::<_, Down>(())
    }));
    let Confirmation::Confirmed { confirmed, warnings } = outcome else {
        panic!("nothing was found")
    };
    assert!(warnings.is_none());
    assert_eq!(confirmed.user_name, "ada");
    assert_eq!(confirmed.as_valid().user_name, "ada");
    assert_eq!(confirmed.into_valid().into_inner(), sign_up().into_inner());
    assert_eq!(size_of::<Confirmed<SignUp>>(), size_of::<SignUp>());
}

#[test]
fn what_is_found_rejects_and_the_value_comes_back() {
    let Confirmation::Rejected(invalid) = block_on(sign_up().confirm(not_taken)) else {
        panic!("it is taken")
    };
    assert_eq!(invalid.value, sign_up().into_inner());
    assert_eq!(invalid.violations.to_string(), "/userName: is already taken");
    assert_eq!(invalid.violations.contract().unwrap().name(), "sign_up");
    assert_eq!(invalid.violations.first().span(), None);
}

#[test]
fn what_could_not_be_found_out_is_undecided_and_can_be_tried_again() {
    let mut tries = 0;
    let mut valid = sign_up();
    let confirmed = loop {
        let outcome = block_on(valid.confirm(async |_, findings| {
            tries += 1;
            if tries == 1 {
                findings.add("/userName", "may be taken");
                return Err(Down);
            }
            Ok(())
        }));
        match outcome {
            Confirmation::Confirmed { confirmed, .. } => break confirmed,
            Confirmation::Undecided {
                valid: again,
                error,
                found,
            } => {
                assert_eq!((error, found.unwrap().len()), (Down, 1));
                valid = again;
            }
            Confirmation::Rejected(_) => panic!("nothing was found out"),
        }
    };
    assert_eq!((confirmed.user_name.as_str(), tries), ("ada", 2));
}

#[test]
fn warnings_confirm() {
    let warning = || Violation::new("odd", "looks odd").severe(Severity::Warn);
    let outcome = block_on(sign_up().confirm(async |_, findings: &mut Findings| {
        findings.add("/userName", warning());
        assert!(!findings.has_errors());
        Ok::<_, Down>(())
    }));
    let Confirmation::Confirmed { warnings, .. } = outcome else {
        panic!("a warning rejects nothing")
    };
    assert_eq!(warnings.unwrap().to_string(), "warning: /userName: looks odd");
}

#[test]
fn the_zone_stays() {
    let outcome = block_on(sign_up().enter::<Core>().confirm(async |_, _| Ok::<_, Down>(())));
    let Confirmation::Confirmed { confirmed, .. } = outcome else {
        panic!("nothing was found")
    };
    let _: Valid<SignUp, Core> = confirmed.into_valid();
}

#[test]
fn the_order_is_that_of_the_fields_whatever_came_first() {
    let all: [(&str, &str); 3] = [
        ("/friends/10/name", "c"),
        ("/friends/9/name", "b"),
        ("/userName", "a"),
    ];
    let expected = ["/userName: a", "/friends/9/name: b", "/friends/10/name: c"];
    for turn in 0..3 {
        let told = found(|findings| {
            for index in 0..3 {
                let (pointer, message) = all[(index + turn) % 3];
                findings.add(pointer, message);
            }
        });
        assert_eq!(told, expected);
    }
    let one = found(|findings| {
        findings.add("", "whole");
        findings.add("/nick", "by its alias");
        findings.add("/other", "not a field");
    });
    assert_eq!(one, ["whole", "/nick: by its alias", "/other: not a field"]);
}

#[test]
fn as_much_is_kept_as_a_report_holds_and_always_the_same() {
    for reversed in [false, true] {
        let outcome = block_on(sign_up().confirm(async |_, findings| {
            for index in 0..1000 {
                let index = if reversed { 999 - index } else { index };
                findings.add(&format!("/friends/{index}"), "is unknown");
            }
            Ok::<_, Down>(())
        }));
        let Confirmation::Rejected(invalid) = outcome else {
            panic!("much was found")
        };
        let pointers: Vec<_> = invalid.violations.iter().map(Violation::pointer).collect();
        assert_eq!(pointers, ["/friends/0", "/friends/1", "/friends/2"]);
        assert_eq!(invalid.violations.truncated(), 997);
    }
}

#[test]
fn errors_beyond_what_is_kept_reject() {
    let outcome = block_on(sign_up().confirm(async |_, findings: &mut Findings| {
        for _ in 0..3 {
            findings.add("/userName", Violation::from("is odd").severe(Severity::Warn));
        }
        findings.add("/password", "is wrong");
        Ok::<_, Down>(())
    }));
    let Confirmation::Rejected(invalid) = outcome else {
        panic!("there is an error")
    };
    assert!(invalid.violations.has_errors());
    assert_eq!((invalid.violations.len(), invalid.violations.truncated()), (3, 1));
}

#[test]
fn pointers_are_from_the_whole_value_on() {
    let told = found(|findings| {
        findings.add("friends/0", Violation::from("is unknown").at("/name"));
        findings.add("userName", "is taken");
    });
    assert_eq!(told, ["/userName: is taken", "/friends/0/name: is unknown"]);
}

#[test]
fn what_is_dropped_half_way_leaves_nothing() {
    struct Guard(Rc<Cell<bool>>);
    impl Drop for Guard {
        fn drop(&mut self) {
            self.0.set(true);
        }
    }
    let dropped = Rc::new(Cell::new(false));
    let guard = Guard(dropped.clone());
    let mut confirming = Box::pin(sign_up().confirm(async move |_, findings| {
        let _guard = guard;
        findings.add("", "is never told");
        later().await;
        later().await;
        Ok::<_, Down>(())
    }));
    let mut context = Context::from_waker(Waker::noop());
    assert!(confirming.as_mut().poll(&mut context).is_pending());
    assert!(!dropped.get());
    drop(confirming);
    assert!(dropped.get());
}

#[test]
fn a_panic_is_that_of_who_polls() {
    let caught = catch_unwind(AssertUnwindSafe(|| {
        let outcome = block_on(sign_up().confirm(async |_, _| -> Result<(), Down> { panic!("a mistake") }));
        drop(outcome);
    }));
    assert!(caught.is_err());
}

#[test]
fn the_future_is_send_if_its_parts_are() {
    fn is_send<T: Send>(value: T) -> T {
        value
    }

    let outcome = block_on(is_send(sign_up().confirm(not_taken)));
    assert!(matches!(outcome, Confirmation::Rejected(_)));
    let names = ["ada".to_owned()];
    let confirming = is_send(sign_up().confirm(async move |user, findings| {
        later().await;
        if names.contains(&user.user_name) {
            findings.add("/userName", "is already taken");
        }
        Ok::<_, Down>(())
    }));
    // As a runtime would: on another thread.
    let outcome = std::thread::spawn(move || block_on(confirming)).join().unwrap();
    assert!(matches!(outcome, Confirmation::Rejected(_)));
}
