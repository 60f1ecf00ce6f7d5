//! Batches: many items from one reader, one after the other, in memory for one.
//!
//! [`Items`] splits what a reader gives into its items: the lines of NDJSON, or the elements of one JSON array. What it
//! lends is a [`Source`](crate::Source) with a place: everything that takes a text takes a reference to an [`Item`], and
//! the report says where in the batch something is wrong.
//!
//! ```
//! use contracts_runtime::batch::{Error, Items};
//!
//! let mut items = Items::lines(&b"{\"id\":1}\n\n{\"id\":2}\n"[..]);
//! let mut places = Vec::new();
//! while let Some(item) = items.next_item()? {
//!     places.push((item.index(), item.line()));
//! }
//! assert_eq!(places, [(0, 1), (1, 3)]);
//! # Ok::<(), Error>(())
//! ```
//!
//! The guide of the facade has a chapter with contracts.

mod array;
mod current;
mod error;
mod item;
mod items;
mod lines;
#[cfg(feature = "parallel")]
mod parallel;
mod position;
mod progress;
mod splitter;
mod totals;

pub use error::Error;
pub use item::Item;
pub use items::Items;
pub use progress::{Every, Progress};
pub use totals::Totals;
