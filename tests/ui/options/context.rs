//! A context is written `context(Type)` or `context(Type as name)`, and its type has a size and owns what it holds.

use perimeter::external_contract;

pub struct App;

pub struct Borrowing<'a>(pub &'a str);

#[external_contract(context)]
pub struct Bare(u32);

#[external_contract(context())]
pub struct Empty(u32);

#[external_contract(context = App)]
pub struct Equals(u32);

#[external_contract(context(App as))]
pub struct Unnamed(u32);

#[external_contract(context(App as app, App))]
pub struct Two(u32);

#[external_contract(context(App), context(App))]
pub struct Twice(u32);

#[external_contract(context(&App))]
pub struct Reference(u32);

#[external_contract(context((App, Option<Borrowing<'_>>)))]
pub struct Lifetime(u32);

#[external_contract(context(dyn Send))]
pub struct Unsized(u32);

/// The lifetimes of functions are their own.
#[external_contract(context(Box<dyn Fn(&str) -> bool>))]
pub struct Sound(u32);

fn main() {}
