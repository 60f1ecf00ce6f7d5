//! Generics of every kind, and types that hold themselves.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use perimeter::{Contract, accept, external_contract, register};

/// Every kind of parameter, with bounds and defaults.
#[external_contract]
#[derive(Debug)]
pub(crate) struct Everything<'text, T, U = u32, const N: usize = 3>
where
    T: Clone + std::fmt::Debug,
    U: Copy,
{
    /// Borrowed.
    #[field(length = 1..)]
    pub(crate) text: &'text str,
    /// A list.
    #[field(length = ..=5)]
    pub(crate) list: Vec<T>,
    /// One.
    #[field(any)]
    pub(crate) one: U,
    /// As many.
    pub(crate) array: [u8; N],
    /// Nothing.
    #[serde(skip)]
    pub(crate) phantom: PhantomData<T>,
}

/// A bound in the parameters.
#[external_contract]
#[derive(Debug)]
pub(crate) struct Bounded<T: Contract + Clone>(#[field(nested)] T);

/// `Self` in a field.
#[external_contract]
#[derive(Debug)]
pub(crate) struct Tree {
    /// The name.
    #[field(length = 1..=5)]
    pub(crate) name: String,
    /// Below.
    #[field(length = ..=5, default)]
    pub(crate) children: Vec<Self>,
    /// Above.
    pub(crate) parent: Option<Box<Tree>>,
    /// Others.
    #[field(length = ..=5, default)]
    pub(crate) others: BTreeMap<String, Self>,
}

/// An enum that holds itself.
#[external_contract]
#[derive(Debug, Clone)]
pub(crate) enum Expression<'de> {
    /// A number.
    Number(f64),
    /// A name; the lifetime is called like serde's.
    Name(#[field(length = 1..=30)] &'de str),
    /// A sum.
    Sum(#[field(length = 1..)] Vec<Self>),
    /// A negation.
    Not(Box<Self>),
}

/// A generic enum.
#[external_contract]
#[serde(tag = "kind", content = "body")]
#[derive(Debug)]
pub(crate) enum Either<A, B> {
    /// Left.
    Left(#[field(any)] A),
    /// Right.
    Right(#[field(any)] B),
}

/// A name.
#[external_contract]
#[derive(Debug, Clone)]
pub(crate) struct Small {
    /// A number.
    pub(crate) number: u8,
}

register!(Everything<'_, bool> as "everything_bool");
register!(self::Everything<'static, u8, u16, 5> as "everything_bytes");
register!(Bounded<Expression<'_>>);
register!(Either<Small, Tree>);

#[test]
fn they_are_read() {
    let text = br#"{"text": "a", "list": [true], "one": 1, "array": [1, 2, 3]}"#;
    assert!(accept::<Everything<'_, bool>>(text).is_ok_and(|read| read.text == "a" && read.one == 1));
    assert!(accept::<Bounded<Small>>(br#"{"number": 1}"#).is_ok_and(|read| read.0.number == 1));
    let tree = br#"{"name": "a", "children": [{"name": "b", "parent": {"name": "c"}}], "others": {"d": {"name": "d"}}}"#;
    assert!(accept::<Tree>(tree).is_ok_and(|tree| tree.children.len() == 1 && tree.others.len() == 1));
    let sum = br#"{"Sum": [{"Number": 1}, {"Not": {"Name": "x"}}]}"#;
    assert!(accept::<Expression<'_>>(sum).is_ok());
    assert!(accept::<Either<u8, bool>>(br#"{"kind": "Right", "body": true}"#).is_ok());
}
