//! Conditions: another field has one of some values.

use std::fmt;

use crate::violation::{Param, Params};

/// That a field has one of these values: `country = "US"`, `level = [1, 2]`.
#[derive(Clone, Copy)]
pub struct Condition {
    field: &'static str,
    values: fn() -> Vec<Param>,
    secret: bool,
}

impl Condition {
    /// That the field of this name in documents has one of these values.
    #[must_use]
    pub const fn new(field: &'static str, values: fn() -> Vec<Param>) -> Self {
        Condition {
            field,
            values,
            secret: false,
        }
    }

    /// The same of a field whose value appears in no report: that the condition is met would tell it.
    #[must_use]
    pub const fn concealed(self) -> Self {
        Condition { secret: true, ..self }
    }

    /// The field, as a list of one.
    pub(super) fn others(&self) -> &[&'static str] {
        std::slice::from_ref(&self.field)
    }

    /// The values.
    pub(super) fn values(&self) -> Vec<Param> {
        (self.values)()
    }

    /// The parameters of a rule that depends on it.
    pub(super) fn params(&self) -> Params {
        let params = Params::new().with("other", self.field);
        if self.secret {
            return params;
        }
        params.with("equals", self.one_or_all())
    }

    /// Writes it behind a word such as `if`.
    pub(super) fn message(&self, word: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.secret {
            true => write!(f, "{word} `{}` has a certain value", self.field),
            false => write!(f, "{word} `{}` is {}", self.field, self.one_or_all()),
        }
    }

    /// The value, or the list of them.
    fn one_or_all(&self) -> Param {
        let mut values = self.values();
        match (values.pop(), values.is_empty()) {
            (Some(only), true) => only,
            (last, _) => values.into_iter().chain(last).collect(),
        }
    }
}

impl fmt::Debug for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Condition");
        shown.field("field", &self.field);
        // The values are those of a secret.
        match self.secret {
            true => shown.finish_non_exhaustive(),
            false => shown.field("values", &self.values()).finish(),
        }
    }
}

/// A value that can be one of some: of the same type, or text for `&'static str`.
#[diagnostic::on_unimplemented(
    message = "`{V}` is never equal to a value of type `{Self}`",
    label = "the value of a condition must be one of the field that it reads"
)]
pub trait Among<V> {
    /// Whether it is one of these.
    fn is_among(&self, values: &[V]) -> bool;
}

impl<V: PartialEq> Among<V> for V {
    #[inline]
    fn is_among(&self, values: &[V]) -> bool {
        values.contains(self)
    }
}

#[diagnostic::do_not_recommend]
impl Among<&'static str> for str {
    #[inline]
    fn is_among(&self, values: &[&'static str]) -> bool {
        values.contains(&self)
    }
}

/// Whether a field has one of these values.
#[doc(hidden)]
#[inline]
pub fn met<X: Among<V> + ?Sized, V>(value: Option<&X>, values: &[V]) -> bool {
    value.is_some_and(|value| value.is_among(values))
}
