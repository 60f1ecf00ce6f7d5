//! Contracts made by hand, each of a type of its own.

use std::any::TypeId;

use contracts_registry::{Handle, Registry};
use contracts_runtime::private::{Contract, Decode, Decoder, Read, Shape};
use contracts_runtime::{Body, ContractDescriptor, Kind, Linked, Zone, zone};

/// A type for each line that a contract is declared at.
pub(crate) struct At<const LINE: u32>;

/// What all of them accept.
struct Null;

impl Shape for Null {
    type Target = Self;
    const KIND: Kind = Kind::Null;

    fn reach(&self) -> Option<&Self> {
        Some(self)
    }
}

impl<'de> Decode<'de> for Null {
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
        <()>::decode(decoder).map(|()| Null)
    }
}

impl Contract for Null {
    type Zone = zone::Core;
    type Context = ();
    const ENFORCED: bool = true;
    const DESCRIPTOR: &'static ContractDescriptor =
        &ContractDescriptor::new("null", "shop", Zone::Core, Body::Unit);
}

pub(crate) fn contract<const LINE: u32>(
    module: &'static str,
    name: &'static str,
    version: &'static str,
    zone: Zone,
) -> Linked {
    let descriptor = ContractDescriptor::new(name, module, zone, Body::Unit)
        .declared("src/app.rs", LINE, "")
        .versioned(version);
    Linked::new(
        Box::leak(Box::new(descriptor)),
        TypeId::of::<At<LINE>>,
        |boundary, source| boundary.accept::<Null>(source).map(drop),
    )
}

pub(crate) fn registry<const N: usize>(contracts: [Linked; N]) -> Registry {
    contracts
        .into_iter()
        .fold(Registry::builder(), |builder, contract| {
            builder.register(contract)
        })
        .build()
        .unwrap()
}

/// A small program with one name in two zones, and another in two versions.
pub(crate) fn shop() -> Registry {
    registry([
        contract::<1>("shop::api", "create_order", "", Zone::External),
        contract::<2>("shop::api", "cancel_order", "", Zone::External),
        contract::<3>("shop::api::v2", "refund", "", Zone::External),
        contract::<4>("shop::billing", "create_order", "", Zone::Core),
        contract::<5>("shop::billing", "invoice", "2", Zone::Strategic),
        contract::<6>("shop::billing", "invoice", "10", Zone::Strategic),
    ])
}

pub(crate) fn shown<'a>(handles: impl IntoIterator<Item = &'a Handle>) -> Vec<String> {
    handles.into_iter().map(ToString::to_string).collect()
}
