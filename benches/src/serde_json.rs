//! `serde_json`: the parse that the other peers check after. It looks at no rule: the base line.

use serde::de::IgnoredAny;

use crate::candidate::{Candidate, accepted, bytes_unchecked, walk};
use crate::data::{Order, Shape, User};

pub(crate) fn candidates() -> Vec<Candidate> {
    let mut candidates = Vec::new();
    candidates.extend(bytes_unchecked(Shape::User, "serde_json", |text| {
        accepted(serde_json::from_slice::<User>(text))
    }));
    candidates.extend(bytes_unchecked(Shape::Order, "serde_json", |text| {
        accepted(serde_json::from_slice::<Order>(text))
    }));
    // Scans strings and numbers for syntax, decodes neither.
    candidates.push(walk("serde_json, ignored", |text| {
        accepted(serde_json::from_slice::<IgnoredAny>(text))
    }));
    candidates
}
