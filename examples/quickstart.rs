//! Four contracts, what they let in, and what they say of the rest.
//!
//! ```text
//! cargo run --example quickstart
//! ```

#![allow(
    unreachable_pub,
    reason = "a program exports nothing; `pub` says what others would use"
)]

use std::{
    collections::BTreeMap,
    error::Error,
    io::{self, Write},
};

use perimeter::{Registry, Valid, accept, external_contract, strategic_boundary};
use serde_json::Value;

/// Somebody signs up.
#[allow(
    missing_debug_implementations,
    reason = "a password is in here, which nobody should print"
)]
#[external_contract]
#[derive(Clone, PartialEq)]
pub struct UserRegistration {
    /// Where the confirmation goes.
    #[field(email)]
    pub email: String,
    /// Shown nowhere, whatever is wrong with it.
    #[field(length = 8..=128, secret)]
    pub password: String,
    /// What to call them.
    #[field(length = 1..=100)]
    pub name: String,
    /// In years; nobody has to tell.
    #[field(range = 13..=120)]
    pub age: Option<u8>,
}

/// Something to measure with.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct PerformanceTest {
    /// Whatever is sent along.
    #[field(any)]
    pub data: String,
    /// What is measured.
    pub value: i64,
}

/// Something that many send at once.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct ConcurrentTest {
    /// Tells one from the other.
    #[field(any)]
    pub id: String,
    /// When it was sent.
    #[field(date_time)]
    pub timestamp: String,
}

/// One of our own services asks another for something; members that a newer version adds are dropped.
#[strategic_boundary]
#[derive(Debug, Clone, PartialEq)]
pub struct TestContract {
    /// Who asks.
    pub service_id: String,
    /// What for.
    #[field(one_of("create", "read", "update", "delete"))]
    pub operation: String,
    /// With which details, if any.
    pub parameters: Option<BTreeMap<String, Value>>,
}

/// Shows it on stdout.
///
/// # Errors
///
/// As [`show`].
pub fn main() -> Result<(), Box<dyn Error>> {
    show(&mut io::stdout().lock())
}

/// Writes down what the contracts do.
///
/// # Errors
///
/// The output can't be written to, or what should be accepted isn't.
pub fn show(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let good = br#"{"email":"ada@example.com","password":"correct horse","name":"Ada","age":36}"#;
    let user = accept::<UserRegistration>(good)?;
    writeln!(out, "{}", welcome(&user))?;

    let bad = br#"{"email":"ada@","password":"horse","age":7,"admin":true}"#;
    if let Err(violations) = accept::<UserRegistration>(bad) {
        writeln!(out, "\nnot a registration:\n{violations}")?;
    }

    let request = br#"{"service_id":"billing","operation":"read","parameters":{"page":1},"trace":"af01"}"#;
    let TestContract {
        service_id,
        operation,
        parameters,
    } = accept::<TestContract>(request)?.into_inner();
    let parameters = parameters.unwrap_or_default();
    writeln!(
        out,
        "{service_id} may {operation} {:?}",
        parameters.keys().collect::<Vec<_>>()
    )?;

    writeln!(out, "\ncontracts of this program:")?;
    for contract in Registry::default().list() {
        writeln!(out, "{} {}", contract.zone(), contract.name())?;
    }
    Ok(())
}

/// Needs no check of its own: a `Valid` is one that passed.
fn welcome(user: &Valid<UserRegistration>) -> String {
    format!("welcome, {} <{}>", user.name, user.email)
}
