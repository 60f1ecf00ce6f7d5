//! The bounds of a range, as the macros write them.

use std::fmt;
use std::ops::Bound;

use crate::violation::{Param, Params};

/// Two ends, each open, included or excluded: what `8..=128` in an attribute becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds<T> {
    /// The lower end.
    pub start: Bound<T>,
    /// The upper end.
    pub end: Bound<T>,
}

impl<T> Bounds<T> {
    /// Bounds with these ends.
    #[must_use]
    pub const fn new(start: Bound<T>, end: Bound<T>) -> Self {
        Bounds { start, end }
    }
}

impl<T: PartialOrd> Bounds<T> {
    /// Whether the value lies between the ends. A value that compares with neither, such as NaN, does not; an end
    /// that is open is no comparison, so there the value is compared with itself.
    #[inline]
    pub fn contains(&self, value: &T) -> bool {
        #[allow(clippy::eq_op, reason = "only NaN differs from itself")]
        let ordered = value == value;
        let above = match &self.start {
            Bound::Unbounded => ordered,
            Bound::Included(start) => value >= start,
            Bound::Excluded(start) => value > start,
        };
        above
            && match &self.end {
                Bound::Unbounded => ordered,
                Bound::Included(end) => value <= end,
                Bound::Excluded(end) => value < end,
            }
    }
}

impl<T: Clone + Into<Param>> Bounds<T> {
    /// `min`, `max`, `exclusive_min`, `exclusive_max`, as far as there are ends.
    pub(crate) fn params(&self) -> Params {
        let mut params = Params::new();
        match &self.start {
            Bound::Unbounded => {}
            Bound::Included(start) => params.push("min", start.clone()),
            Bound::Excluded(start) => params.push("exclusive_min", start.clone()),
        }
        match &self.end {
            Bound::Unbounded => {}
            Bound::Included(end) => params.push("max", end.clone()),
            Bound::Excluded(end) => params.push("exclusive_max", end.clone()),
        }
        params
    }
}

/// A bound as text follows it: a date or a duration stands for itself, only a character needs its quotes.
pub(super) struct Shown<'p>(pub(super) &'p Param);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            // One digit may be a decimal.
            Param::Text(text)
                if text.chars().nth(1).is_some() || text.starts_with(|char: char| char.is_ascii_digit()) =>
            {
                f.write_str(text)
            }
            bound => bound.fmt(f),
        }
    }
}

/// Writes a range from the parameters that [`Bounds::params`] gives: `8 to 128`, `at least 1`, `less than 5`.
pub(crate) fn describe(params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if let (Some(min), Some(max)) = (params.get("min"), params.get("max")) {
        let (same, min, max) = (min == max, Shown(min), Shown(max));
        return if same {
            write!(f, "exactly {min}")
        } else {
            write!(f, "{min} to {max}")
        };
    }
    let mut parts = 0;
    for (name, words) in [
        ("min", "at least"),
        ("exclusive_min", "more than"),
        ("max", "at most"),
        ("exclusive_max", "less than"),
    ] {
        if let Some(bound) = params.get(name) {
            let and = if parts > 0 { " and " } else { "" };
            write!(f, "{and}{words} {}", Shown(bound))?;
            parts += 1;
        }
    }
    Ok(())
}
