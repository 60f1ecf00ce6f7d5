//! Prints the contracts that the linker gathered, as each artifact sees them.

use perimeter::{Boundary, Source, linked};

/// Prints a line for each contract of the list, in order.
pub fn print(artifact: &str) {
    let mut names: Vec<String> = linked()
        .map(|contract| {
            // An entry is of use if its check is there too.
            let report = contract.validate(&Boundary::new(), Source::from("?"));
            assert!(report.is_err(), "{contract:?} accepts what is no JSON");
            let contract = contract.descriptor();
            format!("{}::{}", contract.module(), contract.name())
        })
        .collect();
    names.sort_unstable();
    for name in names {
        println!("contract {artifact}: {name}");
    }
}
