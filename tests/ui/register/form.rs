//! A contract, and a name where it needs one.

use perimeter::{external_contract, register};

#[external_contract]
struct Page<T> {
    #[field(any)]
    items: Vec<T>,
}

register!();
register!("page");
register!(Page<u8> as "");
register!(Page<u8> as bytes);
register!(Page<u8> as);
register!(Page<u8>, Page<u16>);
register!(Page<u8>, "bytes");
register!(Page<u8>, name = "bytes");
register!(Page<u8>, zone = core);
register!(Page<u8>, metadata(owner = "shop"));
register!(Page<u8> "bytes");
register!(Page<u8>, crate);
register!(Page<u8>, crate = "perimeter");

fn main() {}
