//! Batches: many items from one reader, one after the other, in memory for one.
//!
//! [`Items`] splits what a reader gives into its items: the lines of NDJSON, or the elements of one JSON array. What it
//! lends is a [`Source`](crate::Source) with a place: everything that takes a text takes a reference to an [`Item`], and
//! the report says where in the batch something is wrong.
//!
//! ```
//! use contracts_runtime::batch::Items;
//! # use contracts_runtime::private::Decode;
//! # use contracts_runtime::{Boundary, Contract, NoContext};
//!
//! # fn read<T: Contract<Context: NoContext> + for<'de> Decode<'de>>(file: &[u8]) -> Result<(), contracts_runtime::batch::Error> {
//! let boundary = Boundary::new();
//! let mut items = Items::lines(file);
//! while let Some(item) = items.next_item()? {
//!     match boundary.accept::<T>(&item) {
//!         Ok(value) => drop(value),
//!         Err(report) => assert!(report.first().pointer().starts_with(&format!("/{}", item.index()))),
//!     }
//! }
//! # Ok(())
//! # }
//! ```

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
