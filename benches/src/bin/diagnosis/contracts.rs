//! A contract for each way to be wrong.

use std::collections::BTreeMap;

use perimeter::{Contract, Violation, external_contract};
use serde::Deserialize;

#[external_contract]
pub struct Leaf {
    #[field(range = 0..=9)]
    pub x: u8,
    pub note: Option<u32>,
}

#[external_contract]
pub struct Leaves {
    #[field(any)]
    pub of: Vec<Leaf>,
}

#[external_contract]
pub struct Numbers {
    #[field(any)]
    pub of: Vec<u32>,
}

#[external_contract]
pub struct Texts {
    #[field(each(length = ..=8))]
    pub of: Vec<String>,
}

/// Names are near to each other.
macro_rules! wide {
    ($($field:ident $variant:ident)+) => {
        #[external_contract]
        pub struct Wide {
            $(pub $field: Option<u32>,)+
        }

        #[derive(Contract)]
        #[contract(zone = external)]
        #[serde(rename_all = "snake_case")]
        pub enum Name {
            $($variant,)+
        }
    };
}

wide! {
    shipping_address_line_01 ShippingAddressLineA shipping_address_line_02 ShippingAddressLineB
    shipping_address_line_03 ShippingAddressLineC shipping_address_line_04 ShippingAddressLineD
    shipping_address_line_05 ShippingAddressLineE shipping_address_line_06 ShippingAddressLineF
    shipping_address_line_07 ShippingAddressLineG shipping_address_line_08 ShippingAddressLineH
    shipping_address_line_09 ShippingAddressLineI shipping_address_line_10 ShippingAddressLineJ
    shipping_address_line_11 ShippingAddressLineK shipping_address_line_12 ShippingAddressLineL
    shipping_address_line_13 ShippingAddressLineM shipping_address_line_14 ShippingAddressLineN
    shipping_address_line_15 ShippingAddressLineO shipping_address_line_16 ShippingAddressLineP
    shipping_address_line_17 ShippingAddressLineQ shipping_address_line_18 ShippingAddressLineR
    shipping_address_line_19 ShippingAddressLineS shipping_address_line_20 ShippingAddressLineT
}

#[external_contract]
pub struct Wides {
    #[field(any)]
    pub of: Vec<Wide>,
}

#[external_contract]
pub struct Names {
    #[field(any)]
    pub of: Vec<Name>,
}

#[external_contract]
pub struct Maps {
    #[field(any)]
    pub of: BTreeMap<String, Leaves>,
}

#[external_contract]
pub struct Tree {
    #[field(any)]
    pub of: Vec<Tree>,
    #[field(range = 0..=9)]
    pub x: Option<u8>,
}

#[external_contract]
pub struct Secret {
    #[field(secret)]
    pub of: Leaves,
}

#[derive(Contract)]
#[contract(zone = external)]
#[serde(untagged)]
pub enum Choice {
    First { of: Box<Choice>, x: u8 },
    Second { of: Box<Choice>, y: u8 },
    Third { of: Box<Choice>, z: u8 },
    Fourth(#[field(range = 0..=9)] u8),
}

#[external_contract]
pub struct Choices {
    #[field(any)]
    pub of: Vec<Choice>,
}

/// Told apart by a member that comes last.
#[derive(Contract)]
#[contract(zone = external)]
#[serde(untagged)]
pub enum Late {
    First { of: Box<Late>, kind: First },
    Second { of: Box<Late>, kind: Second },
    Third { of: Box<Late>, kind: Third },
    Leaf(#[field(any)] Vec<u32>),
}

#[derive(Contract)]
#[contract(zone = external)]
pub enum First {
    A,
}

#[derive(Contract)]
#[contract(zone = external)]
pub enum Second {
    B,
}

#[derive(Contract)]
#[contract(zone = external)]
pub enum Third {
    C,
}

#[external_contract]
#[serde(tag = "kind")]
pub enum Internal {
    End {
        #[field(any)]
        numbers: Vec<u32>,
    },
    Of {
        of: Box<Internal>,
    },
}

#[external_contract]
#[serde(tag = "t", content = "c")]
pub enum Adjacent {
    End(#[field(any)] Vec<u32>),
    Of(Box<Adjacent>),
}

#[external_contract]
pub enum External {
    End(#[field(any)] Vec<u32>),
    Of(Box<External>),
}

#[external_contract]
pub struct Flat {
    pub a: Option<u8>,
    #[serde(flatten)]
    pub rest: BTreeMap<String, u32>,
}

#[external_contract]
pub struct FlatTree {
    pub x: Option<u8>,
    #[serde(flatten)]
    pub rest: FlatRest,
}

#[external_contract]
pub struct FlatRest {
    pub of: Option<Box<FlatTree>>,
    #[field(any)]
    pub numbers: Option<Vec<u32>>,
}

#[external_contract(exactly_one_of(a, b), all_or_none(c, d))]
pub struct Held {
    pub a: Option<u8>,
    pub b: Option<u8>,
    pub c: Option<u8>,
    #[field(greater_than(a))]
    pub d: Option<u8>,
    #[field(required_with(a))]
    pub e: Option<u8>,
}

#[external_contract]
pub struct Helds {
    #[field(any)]
    pub of: Vec<Held>,
}

#[external_contract(check(points))]
pub struct Pointing {
    #[field(any)]
    pub list: Vec<u32>,
    pub of: Option<Box<Pointing>>,
    pub sound: Option<bool>,
}

fn points(value: &Pointing) -> Result<(), Violation> {
    if value.sound == Some(true) {
        return Ok(());
    }
    let last = value.list.len().saturating_sub(1);
    Err(Violation::new("last", "must not be the last").at(format!("/list/{last}")))
}

#[external_contract]
pub struct Unique {
    #[field(unique)]
    pub of: Vec<String>,
}

#[external_contract]
pub struct Warned {
    #[field(each(range(0..=9, severity = warn)))]
    pub soft: Vec<u32>,
    #[field(range = 0..=9)]
    pub hard: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Foreign {
    #[allow(dead_code, reason = "what is read is dropped")]
    x: u8,
}

#[external_contract]
pub struct Foreigns {
    #[field(any)]
    pub of: Vec<Foreign>,
}

/// A foreign type with a contract inside, which serde reads from its own text again.
#[derive(Deserialize)]
pub struct Wrapped {
    #[allow(dead_code, reason = "what is read is dropped")]
    of: Nested,
}

#[external_contract]
pub struct Nested {
    #[field(any)]
    pub wrapped: Option<Box<Wrapped>>,
    #[field(any)]
    pub numbers: Option<Vec<u32>>,
}

#[external_contract]
pub struct Sanitized {
    #[field(each(sanitize(trim, collapse_spaces, lowercase), length = ..=8))]
    pub of: Vec<String>,
}
