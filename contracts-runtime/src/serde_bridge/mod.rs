//! `Deserialize` for contracts: whatever the format, its data becomes JSON text and goes through the one decoder.

mod raw;
mod transcode;

use serde::de::{Deserializer, Error};

use crate::boundary::{Boundary, Made, Source};
use crate::contract::Contract;
use crate::decode::Decode;
use crate::valid::Valid;

use raw::Raw;

/// Reads a contract that owns all it holds, from any format that describes itself.
///
/// # Errors
///
/// The report as the format's error; faults of the format itself.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Contract + for<'text> Decode<'text>,
    D: Deserializer<'de>,
{
    let accepted = match raw::read(deserializer)? {
        Raw::Borrowed(text) => boundary().accept_any::<T>(text.into(), None),
        Raw::Owned(made) => boundary().accept_any::<T>(Source::made(&made), None),
    };
    accepted.map(Valid::into_inner).map_err(D::Error::custom)
}

/// Reads a contract that borrows from its input, which only works where the input is JSON text in memory.
///
/// # Errors
///
/// As [`deserialize`]; and if the text is not there to borrow from.
pub fn deserialize_borrowed<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Contract + Decode<'de>,
    D: Deserializer<'de>,
{
    match raw::read(deserializer)? {
        Raw::Borrowed(text) => boundary()
            .accept_any::<T>(text.into(), None)
            .map(Valid::into_inner)
            .map_err(D::Error::custom),
        Raw::Owned(_) => Err(D::Error::custom(
            "this contract borrows from its input, so it is read from a JSON text in memory",
        )),
    }
}

/// The text of whatever a deserializer holds.
pub(crate) fn made<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Made, D::Error> {
    Ok(match raw::read(deserializer)? {
        Raw::Borrowed(text) => Made::of(text.to_owned()),
        Raw::Owned(made) => made,
    })
}

/// The limit on bytes is for what comes in; here the format has read that already.
fn boundary() -> Boundary {
    Boundary::new().max_bytes(usize::MAX)
}
