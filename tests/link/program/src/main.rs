//! A program, and the host of a plugin whose path it is given.

use std::path::Path;

use invoices as _;
use libloading::{Library, Symbol};
use perimeter::external_contract;

#[external_contract]
struct Request {
    #[field(any)]
    text: String,
}

fn main() {
    assert_eq!(orders::next(1), 2);
    report::print("binary");
    let plugin = std::env::args_os().nth(1).expect("the path of a plugin is given");
    print_plugin(Path::new(&plugin));
    report::print("binary with a plugin");
}

/// Has the plugin print its own list.
fn print_plugin(path: &Path) {
    // SAFETY: what the library runs when it is loaded is what this program runs as well: the list links its entries.
    let library = unsafe { Library::new(path) }.expect("the plugin is a library");
    // SAFETY: the function is declared in `plugin/src/lib.rs` with this type.
    let print: Symbol<'_, extern "C" fn()> =
        unsafe { library.get(b"print_contracts") }.expect("the plugin prints its contracts");
    print();
    // Nothing is unloaded: neither list expects it.
    std::mem::forget(library);
}
