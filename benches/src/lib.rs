//! Perimeter beside its peers: the same rules on the same payloads, one file a peer.
//!
//! `README.md` says what each program shows and how to read it.

pub mod candidate;
pub mod data;
pub mod harness;
pub mod intake;
pub mod options;
pub mod report;

mod garde;
mod hand;
mod jiter;
#[cfg(feature = "jsonschema")]
mod jsonschema;
mod ours;
mod serde_json;
mod serde_valid;
mod validator;

use crate::candidate::Candidate;

/// Every candidate, a table's base line first.
#[must_use]
pub fn candidates() -> Vec<Candidate> {
    let peers = [
        self::serde_json::candidates(),
        self::hand::candidates(),
        self::garde::candidates(),
        self::validator::candidates(),
        self::serde_valid::candidates(),
        #[cfg(feature = "jsonschema")]
        self::jsonschema::candidates(),
        self::jiter::candidates(),
        self::ours::candidates(),
    ];
    peers.into_iter().flatten().collect()
}
