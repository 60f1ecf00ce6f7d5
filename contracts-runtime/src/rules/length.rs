//! `length`: how long a text is, how many elements a list, set or map has.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Bound;

use super::bounds::describe;
use super::{Bounds, Measure, Rule, RuleInfo};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// The length of a text, list, set or map lies within a range, or is exact: `length = 8..=128`, `length = 5`.
///
/// Text is counted in Unicode scalar values, as JSON Schema does; `unit = bytes`, `unit = utf16` and, with the feature
/// of that name, `unit = graphemes` count otherwise. Costs nothing but a comparison unless the text is close to a bound
/// and not ASCII; UTF-16 and graphemes are counted one by one, up to what the bounds need.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::length(2).accepts("日本"));
/// assert!(!rules::length(2).accepts("日本語")); // must have exactly 2 characters, not 3
/// assert!(!rules::length(2).unit(rules::words::bytes).accepts("日本"));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::length(2).accepts(&12); // a number has `range`
/// ```
#[must_use]
pub const fn length<B>(bounds: B) -> Length<B, Natural> {
    Length { bounds, unit: PhantomData }
}

/// The rule that [`length()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Length<B, U> {
    bounds: B,
    unit: PhantomData<U>,
}

/// Counts what the type is made of: characters, elements, entries.
#[derive(Debug, Clone, Copy)]
pub struct Natural;

/// Counts bytes of UTF-8.
#[derive(Debug, Clone, Copy)]
pub struct Bytes;

/// Counts UTF-16 code units.
#[derive(Debug, Clone, Copy)]
pub struct Utf16;

/// Counts extended grapheme clusters: what a reader takes for one character.
#[cfg(feature = "graphemes")]
#[derive(Debug, Clone, Copy)]
pub struct Graphemes;

impl<B: Copy, U> Length<B, U> {
    /// Sets what is counted.
    #[must_use]
    pub const fn unit<V: Copy>(self, unit: V) -> Length<B, V> {
        let _ = unit;
        Length { bounds: self.bounds, unit: PhantomData }
    }
}

/// What a length may be given as.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no length",
    label = "this rule takes a number or a range of numbers: `length = 5`, `length = 1..=100`"
)]
pub trait Lengths: fmt::Debug + Copy + Send + Sync {
    /// The least and the greatest length.
    fn ends(self) -> (usize, usize);
    /// The parameters.
    fn params(self) -> Params;

    /// The keywords for the least and the greatest length, as far as they say something.
    fn keywords(self, least: &'static str, most: &'static str) -> Vec<(&'static str, Param)> {
        let (min, max) = self.ends();
        let least = (min > 0).then(|| (least, min.into()));
        let most = (max < usize::MAX).then(|| (most, max.into()));
        least.into_iter().chain(most).collect()
    }
}

impl Lengths for usize {
    #[inline]
    fn ends(self) -> (usize, usize) {
        (self, self)
    }

    fn params(self) -> Params {
        Params::new().with("min", self).with("max", self)
    }
}

impl Lengths for Bounds<usize> {
    #[inline]
    fn ends(self) -> (usize, usize) {
        let min = match self.start {
            Bound::Unbounded => 0,
            Bound::Included(min) => min,
            Bound::Excluded(below) => below.saturating_add(1),
        };
        let max = match self.end {
            Bound::Unbounded => usize::MAX,
            Bound::Included(max) => max,
            // Nothing is shorter than 0: then `min` is above `max`, and nothing passes.
            Bound::Excluded(0) => return (1, 0),
            Bound::Excluded(above) => above - 1,
        };
        (min, max)
    }

    fn params(self) -> Params {
        let (min, max) = self.ends();
        let mut params = Params::new();
        if self.start != Bound::Unbounded {
            params.push("min", min);
        }
        if self.end != Bound::Unbounded {
            params.push("max", max);
        }
        params
    }
}

/// What a unit is called in messages, and whether JSON Schema counts so.
pub trait Unit: fmt::Debug + Copy + Send + Sync {
    /// The name, unless the type gives it.
    const NAME: Option<&'static str>;
}

impl Unit for Natural {
    const NAME: Option<&'static str> = None;
}

impl Unit for Bytes {
    const NAME: Option<&'static str> = Some("bytes");
}

impl Unit for Utf16 {
    const NAME: Option<&'static str> = Some("UTF-16 code units");
}

#[cfg(feature = "graphemes")]
impl Unit for Graphemes {
    const NAME: Option<&'static str> = Some("graphemes");
}

impl<B: Lengths, U: Unit> RuleInfo for Length<B, U> {
    fn code(&self) -> &'static str {
        "length"
    }

    fn params(&self) -> Params {
        let params = self.bounds.params();
        match U::NAME {
            Some(unit) => params.with("unit", unit),
            None => params,
        }
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        describe_count(params, f)
    }

    fn keywords(&self, kind: Kind) -> Vec<(&'static str, Param)> {
        let (least, most) = match (U::NAME, kind) {
            (Some(_), _) => return Vec::new(),
            (None, Kind::Map { .. }) => ("minProperties", "maxProperties"),
            (None, Kind::List { .. } | Kind::Set(_) | Kind::Tuple(_)) => ("minItems", "maxItems"),
            (None, Kind::Optional(kind)) => return self.keywords(*kind),
            (None, _) => ("minLength", "maxLength"),
        };
        self.bounds.keywords(least, most)
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        let (min, max) = self.bounds.ends();
        lengths(min, max)
    }
}

#[cfg(feature = "proptest")]
/// The lengths at and beside both ends.
pub(super) fn lengths(min: usize, max: usize) -> super::Samples {
    use super::Samples;
    if min > max {
        return Samples::new().measuring([], [0, 1, 2]);
    }
    let between = min.saturating_add(max.saturating_sub(min).min(4) / 2);
    let accepted = [min, between, min.saturating_add(1), max, max.saturating_sub(1)];
    let rejected = [min.checked_sub(1), max.checked_add(1), (min > 1).then_some(0)];
    let mut unique = Vec::new();
    for length in accepted {
        if (min..=max).contains(&length) && !unique.contains(&length) {
            unique.push(length);
        }
    }
    Samples::new().measuring(unique, rejected.into_iter().flatten())
}

/// Writes what a length must be, from the parameters.
pub(super) fn describe_count(params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match params.get("unit") {
        Some(Param::Text(unit)) => {
            f.write_str("must have ")?;
            describe(params, f)?;
            write!(f, " {}", counted(unit, params))?;
        }
        // Of a secret nothing was observed, not even what it is made of.
        _ => {
            f.write_str("must have a length of ")?;
            describe(params, f)?;
        }
    }
    match params.get("actual") {
        Some(actual) => write!(f, ", not {actual}"),
        None => Ok(()),
    }
}

/// The unit as it follows the bounds: one of it, or several.
fn counted<'u>(unit: &'u str, params: &Params) -> &'u str {
    let last = params.get("max").or_else(|| params.get("min"));
    match (last, unit) {
        (Some(Param::Integer(1)), "characters") => "character",
        (Some(Param::Integer(1)), "elements") => "element",
        (Some(Param::Integer(1)), "entries") => "entry",
        (Some(Param::Integer(1)), "bytes") => "byte",
        (Some(Param::Integer(1)), "graphemes") => "grapheme",
        _ => unit,
    }
}

impl<T: Measure + ?Sized, B: Lengths> Rule<T> for Length<B, Natural> {
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "the bounds are constants where it is inlined")]
    fn accepts(&self, value: &T) -> bool {
        let (min, max) = self.bounds.ends();
        value.within(min, max)
    }

    fn observe(&self, value: &T, params: &mut Params) {
        params.push("unit", T::UNIT);
        params.push("actual", value.measure());
    }
}

macro_rules! text_units {
    ($($(#[$meta:meta])* $unit:ty: |$text:ident, $most:ident| $count:expr;)+) => {$(
        $(#[$meta])*
        impl<B: Lengths> Rule<str> for Length<B, $unit> {
            #[inline]
            fn accepts(&self, $text: &str) -> bool {
                let (min, max) = self.bounds.ends();
                // Whoever sends a long text does not decide how long it is counted.
                let $most = max.saturating_add(1);
                (min..=max).contains(&$count)
            }

            fn observe(&self, $text: &str, params: &mut Params) {
                let $most = usize::MAX;
                params.push("actual", $count);
            }
        }
    )+};
}

text_units! {
    Bytes: |text, _most| text.len();
    Utf16: |text, most| text.encode_utf16().take(most).count();
    #[cfg(feature = "graphemes")]
    Graphemes: |text, most| unicode_segmentation::UnicodeSegmentation::graphemes(text, true).take(most).count();
}
