//! Contracts compile wherever users write them: under strict lints, beside items with our names, in odd places.
#![forbid(unsafe_code)]
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused_qualifications,
    unused_lifetimes,
    single_use_lifetimes,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    non_ascii_idents,
    let_underscore_drop,
    trivial_casts,
    trivial_numeric_casts,
    unused_results,
    clippy::all,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::question_mark_used
)]
#![allow(
    clippy::result_large_err,
    clippy::trivially_copy_pass_by_ref,
    reason = "checks take references and give violations"
)]

mod hygiene {
    mod facade;
    mod generics;
    mod names;
    mod no_prelude;
    mod places;
    mod strict;
}
