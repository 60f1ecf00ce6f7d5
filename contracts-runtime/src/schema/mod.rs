//! Contracts as JSON Schema 2020-12.
//!
//! A schema says what senders may send, in a language that other programs read: it is made from the
//! [descriptor](crate::ContractDescriptor), so that it can't say anything else than what is checked. Contracts inside
//! are definitions below `$defs`, called by module, name and version. What JSON Schema can't say stands under the one
//! keyword [`KEYWORD`].

mod across;
mod definitions;
mod flattened;
#[cfg(feature = "json")]
#[doc(hidden)]
pub mod inverse;
mod keys;
mod kinds;
mod records;
#[cfg(feature = "json")]
mod restated;
mod rules;
mod tree;
mod variants;

use std::fmt;

use crate::contract::Contract;
use crate::descriptor::ContractDescriptor;
use definitions::Builder;
use tree::Node;

/// The keyword for what JSON Schema can't say.
pub const KEYWORD: &str = "x-perimeter";

/// A JSON Schema 2020-12 document. Its text is JSON, indented, in the order of declaration.
#[derive(Clone, PartialEq)]
pub struct Schema(Node);

/// The schema of a contract.
///
/// It accepts what [`accept`](crate::accept) accepts, apart from what the guide's chapter on schemas lists. Each call
/// makes it anew, in time that grows with the contracts inside.
///
/// # Example
///
/// See [`describe`].
#[must_use]
pub fn of<T: Contract>() -> Schema {
    describe(T::DESCRIPTOR)
}

/// The schema of a contract of which there is only the description.
///
/// ```
/// use contracts_runtime::{Body, ContractDescriptor, Kind, Zone, schema};
///
/// static FLAG: ContractDescriptor =
///     ContractDescriptor::new("flag", "app", Zone::Core, Body::Converted(Kind::Bool));
/// let text = schema::describe(&FLAG).to_string();
/// assert!(text.contains(r#""type": "boolean""#));
/// ```
#[must_use]
pub fn describe(descriptor: &'static ContractDescriptor) -> Schema {
    let roots = [descriptor];
    Schema(Builder::new(&roots, true).document(&roots))
}

/// One document with a definition for each of these contracts and of those inside. It accepts everything itself: it is
/// there to be referred to.
///
/// A contract is defined as it is accepted itself. Where it accepts something else inside another one, as one that
/// follows an external contract in what it does with unknown members, there is a further definition for that.
///
/// ```
/// use contracts_runtime::{Body, ContractDescriptor, Kind, Zone, schema};
///
/// static FLAG: ContractDescriptor =
///     ContractDescriptor::new("flag", "app", Zone::Core, Body::Converted(Kind::Bool));
/// static SIZE: ContractDescriptor =
///     ContractDescriptor::new("size", "app", Zone::Core, Body::Converted(Kind::Number));
/// let text = schema::all([&FLAG, &SIZE]).to_string();
/// assert!(text.contains("app.flag") && text.contains("app.size"));
/// ```
#[must_use]
pub fn all(contracts: impl IntoIterator<Item = &'static ContractDescriptor>) -> Schema {
    let roots: Vec<_> = contracts.into_iter().collect();
    Schema(Builder::new(&roots, false).document(&roots))
}

impl Schema {
    /// The schema as a value of `serde_json`, for programs that go on with it.
    ///
    /// Integers beyond 64 bits, which only rules on integers of 128 bits have, are the nearest floats there; the text
    /// has them exactly.
    #[cfg(feature = "json")]
    #[must_use]
    pub fn to_value(&self) -> serde_json::Value {
        value(&self.0)
    }
}

#[cfg(feature = "json")]
fn value(node: &Node) -> serde_json::Value {
    use serde_json::{Number, Value};
    match node {
        Node::Bool(value) => Value::Bool(*value),
        Node::Integer(value) => Number::from_i128(*value).map_or_else(
            || {
                #[allow(clippy::cast_precision_loss, reason = "the nearest float is what is wanted")]
                Value::from(*value as f64)
            },
            Value::Number,
        ),
        Node::Float(value) => Value::from(*value),
        Node::Text(text) => Value::String(text.clone().into_owned()),
        Node::List(values) => values.iter().map(self::value).collect(),
        Node::Object(object) => object
            .iter()
            .map(|(name, node)| (name.to_owned(), self::value(node)))
            .collect(),
    }
}

impl fmt::Display for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
