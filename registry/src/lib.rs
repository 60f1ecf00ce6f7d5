//! The contract registry of perimeter: look-up, zones and discovery over one immutable snapshot.
//!
//! A [`Registry`] is a plain value. It is built from the contracts that the linker gathered, from contracts that are
//! registered one by one, or from both; a program has as many as it likes, and none knows of another. Checking never
//! depends on one: `accept` and its kin need no registry.
//!
#![doc = "```"]
#![doc = include_str!("../doc/contracts.txt")]
//! use contracts_registry::Registry;
//! use contracts_runtime::Zone;
//!
//! let registry = Registry::builder()
//!     .contract::<Order>() // `order` of `shop::api`, external
//!     .contract::<Payment>() // `payment` of `shop::billing::card`, core
//!     .build()?;
//!
//! let order = registry.get("shop::api", "order")?;
//! assert_eq!(order.zone(), Zone::External);
//! assert!(order.validate(b"12").is_ok());
//! assert!(order.validate(b"twelve").is_err());
//!
//! let found = registry.discover("shop::billing::**")?;
//! assert_eq!(found, [registry.named("payment")?.clone()]);
//! # Ok::<(), contracts_registry::Error>(())
//! ```
//!
//! Users depend on the facade, `perimeter`, which re-exports this.

#[cfg(feature = "reload")]
mod background;
mod contract;
#[cfg(feature = "documents")]
mod document;
mod error;
#[cfg(feature = "reload")]
mod reload;
pub mod stats;
#[cfg(feature = "persistence")]
mod store;

#[cfg(feature = "reload")]
pub use background::{Job, JobState};
pub use contract::{Builder, Conflict, Contracts, Definition, Found, Handle, Registry, Typed};
#[cfg(feature = "documents")]
pub use document::{Document, DocumentError, DocumentErrorKind, DocumentFault, Format};
pub use error::{Error, Kind};
#[cfg(feature = "reload")]
pub use reload::{ReloadFailure, Reloaded};
#[cfg(feature = "persistence")]
pub use store::{Store, StoredDocument};
