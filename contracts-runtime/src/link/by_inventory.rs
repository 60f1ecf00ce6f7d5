//! The list by `inventory`: each entry puts itself into a list before `main`.

pub use inventory;

use crate::Linked;

inventory::collect!(Linked);

/// An entry of the list, among items: `submit! { expression }`.
#[doc(hidden)]
#[macro_export]
macro_rules! __submit {
    ($entry:expr) => {
        $crate::private::collector::inventory::submit! { $entry }
    };
}

pub(super) fn entries() -> impl Iterator<Item = &'static Linked> {
    inventory::iter::<Linked>.into_iter()
}
