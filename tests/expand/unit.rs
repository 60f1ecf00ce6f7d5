//! A unit.

#[derive(Debug, perimeter::Contract)]
struct Unit;
