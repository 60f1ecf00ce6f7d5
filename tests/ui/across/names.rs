//! Fields that are not there, not read, or the field itself.

use std::collections::BTreeMap;

#[perimeter::strategic_boundary(at_least_one_of(start, ende))]
struct Wrong {
    start: Option<u32>,
    #[field(greater_than(strat))]
    end: Option<u32>,
    #[field(matches(again))]
    again: u32,
    #[field(required_with(start, again_2, start))]
    note: Option<u32>,
    #[serde(skip)]
    #[field(required_with(start))]
    cached: Option<u32>,
    #[field(matches(cached))]
    seen: u32,
    #[field(required_with(rest))]
    more: Option<u32>,
    #[serde(flatten)]
    #[field(matches(start))]
    rest: BTreeMap<String, u32>,
}

#[derive(perimeter::Contract)]
enum Shape {
    Dot { x: u32 },
    Line {
        #[field(less_than(x))]
        from: u32,
        #[field(greater_than(form))]
        to: u32,
    },
}

fn main() {}
