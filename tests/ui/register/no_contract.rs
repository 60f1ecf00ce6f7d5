//! What is listed has to be a contract.

use perimeter::register;

struct Plain;

register!(Plain);
register!(Option<u8> as "maybe");

fn main() {}
