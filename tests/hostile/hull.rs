//! A contract with a place for each kind of harm.

use std::collections::BTreeMap;

use perimeter::{Boundary, Contract, Violations, external_contract};

#[derive(Debug)]
#[external_contract]
pub(crate) struct Leaf {
    #[field(range = 0..=9)]
    pub(crate) x: u8,
}

#[derive(Debug)]
#[external_contract]
pub(crate) struct Hull {
    #[field(any)]
    pub(crate) numbers: Option<Vec<u32>>,
    #[field(any)]
    pub(crate) leaves: Option<Vec<Leaf>>,
    #[field(any)]
    pub(crate) map: Option<BTreeMap<String, BTreeMap<String, Leaf>>>,
    pub(crate) tree: Option<Tree>,
    #[field(any)]
    pub(crate) choices: Option<Vec<Choice>>,
    pub(crate) flat: Option<Flat>,
}

#[derive(Debug)]
#[external_contract]
pub(crate) struct Tree {
    #[field(any)]
    pub(crate) of: Vec<Tree>,
}

#[derive(Debug)]
#[external_contract]
pub(crate) struct Flat {
    pub(crate) a: Option<u8>,
    #[serde(flatten)]
    pub(crate) rest: BTreeMap<String, u32>,
}

#[derive(Debug, Contract)]
#[serde(untagged)]
pub(crate) enum Choice {
    First { of: Box<Choice>, x: u8 },
    Second { of: Box<Choice>, y: u8 },
    Third { of: Box<Choice>, z: u8 },
    Fourth(#[field(range = 0..=9)] u8),
}

pub(crate) fn boundary() -> Boundary {
    Boundary::new().max_bytes(usize::MAX)
}

pub(crate) fn report(text: &str) -> Violations {
    boundary().accept::<Hull>(text).unwrap_err()
}
