//! The inputs of the expansions that are held in `expand/*.expanded.rs` compile. The expansions themselves are held by
//! the unit test `expand::snapshots` of the macros.

#![allow(
    dead_code,
    clippy::ptr_arg,
    clippy::result_large_err,
    clippy::trivially_copy_pass_by_ref,
    clippy::unnecessary_wraps,
    reason = "the inputs are declarations alone, with checks in the form that checks have"
)]

mod expand {
    mod across;
    mod adjacent;
    mod contextual;
    mod coupling;
    mod external;
    mod flatten;
    mod generics;
    mod internal;
    mod newtype;
    mod parts;
    mod record;
    mod register;
    mod tuple;
    mod unit;
    mod untagged;
    mod words;
}
