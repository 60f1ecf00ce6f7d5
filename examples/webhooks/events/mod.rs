//! The events, one file each; each is a contract that has the event's name.
//!
//! Their limits: a delivery has at most 25 MB, and a thousand violations are more than an object that is not at all
//! what it should be gives rise to.

#![allow(
    unreachable_pub,
    reason = "a program exports nothing; `pub` says what a module offers the others"
)]

mod issue_comment;
mod issues;
mod ping;
mod pull_request;
mod push;
mod release;
mod star;

/// The module of the events: the contract of `push` is `push` in the module `push` of this one.
pub const MODULE: &str = module_path!();
