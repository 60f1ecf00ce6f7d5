//! The list by `linkme`: the entries are a section of the program, and nothing runs before `main`.

pub use linkme;
use linkme::distributed_slice;

use crate::Linked;

/// The entries. Sections of one name are one section, also of two versions of this crate in one program, so that the
/// name has the version.
#[distributed_slice]
pub static PERIMETER_0_1_0: [Linked];

/// An entry of the list, among items: `submit! { expression }`.
#[doc(hidden)]
#[macro_export]
macro_rules! __submit {
    ($entry:expr) => {
        const _: () = {
            #[$crate::private::collector::linkme::distributed_slice(
                $crate::private::collector::PERIMETER_0_1_0
            )]
            #[linkme(crate = $crate::private::collector::linkme)]
            static ENTRY: $crate::private::Linked = $entry;
        };
    };
}

pub(super) fn entries() -> impl Iterator<Item = &'static Linked> {
    PERIMETER_0_1_0.into_iter()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_section_has_the_version() {
        let version = env!("CARGO_PKG_VERSION").replace(['.', '-'], "_");
        let name = format!("PERIMETER_{version}");
        assert_eq!(name, stringify!(PERIMETER_0_1_0));
    }
}
