//! A tuple.

#[derive(Debug, perimeter::Contract)]
struct Tuple(u32, #[field(email)] String);
