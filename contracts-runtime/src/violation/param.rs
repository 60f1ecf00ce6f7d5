//! Typed parameters of a violation.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

/// The value of a parameter.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Param {
    /// A truth value.
    Bool(bool),
    /// An integer. What an `i128` can't hold is a [`Param::Text`].
    Integer(i128),
    /// A float.
    Float(f64),
    /// A text.
    Text(Cow<'static, str>),
    /// A list.
    List(Vec<Param>),
    /// Values by name, as a keyword of JSON Schema may have.
    Object(Params),
}

impl fmt::Display for Param {
    /// As a person writes it: text in quotes, a list as `a, b or c`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Param::Bool(value) => write!(f, "{value}"),
            Param::Integer(value) => write!(f, "{value}"),
            Param::Float(value) => write!(f, "{value}"),
            Param::Text(value) => write!(f, "{value:?}"),
            Param::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    match index {
                        0 => {}
                        _ if index + 1 == values.len() => f.write_str(" or ")?,
                        _ => f.write_str(", ")?,
                    }
                    write!(f, "{value}")?;
                }
                Ok(())
            }
            Param::Object(values) => {
                for (index, (name, value)) in values.iter().enumerate() {
                    let comma = if index > 0 { ", " } else { "" };
                    write!(f, "{comma}{name}: {value}")?;
                }
                Ok(())
            }
        }
    }
}

macro_rules! from_integers {
    ($($type:ty)+) => {$(
        impl From<$type> for Param {
            fn from(value: $type) -> Self {
                Param::Integer(i128::from(value))
            }
        }
    )+};
}
from_integers!(u8 u16 u32 u64 i8 i16 i32 i64 i128);

impl From<usize> for Param {
    fn from(value: usize) -> Self {
        i128::try_from(value).map_or_else(|_| value.to_string().into(), Param::Integer)
    }
}

impl From<isize> for Param {
    fn from(value: isize) -> Self {
        i128::try_from(value).map_or_else(|_| value.to_string().into(), Param::Integer)
    }
}

impl From<u128> for Param {
    fn from(value: u128) -> Self {
        i128::try_from(value).map_or_else(|_| value.to_string().into(), Param::Integer)
    }
}

impl From<bool> for Param {
    fn from(value: bool) -> Self {
        Param::Bool(value)
    }
}

/// As the shortest decimal that the type tells apart: `0.1_f32` is 0.1, not 0.10000000149011612.
impl From<f32> for Param {
    fn from(value: f32) -> Self {
        let shortest = value.to_string().parse();
        Param::Float(shortest.unwrap_or(f64::from(value)))
    }
}

impl From<f64> for Param {
    fn from(value: f64) -> Self {
        Param::Float(value)
    }
}

impl From<char> for Param {
    fn from(value: char) -> Self {
        value.to_string().into()
    }
}

/// As people write it: `1.5s`, `250ms`.
impl From<Duration> for Param {
    fn from(value: Duration) -> Self {
        format!("{value:?}").into()
    }
}

impl From<&'static str> for Param {
    fn from(value: &'static str) -> Self {
        Param::Text(Cow::Borrowed(value))
    }
}

impl From<String> for Param {
    fn from(value: String) -> Self {
        Param::Text(Cow::Owned(value))
    }
}

impl From<Params> for Param {
    fn from(values: Params) -> Self {
        Param::Object(values)
    }
}

impl<T: Into<Param>> FromIterator<T> for Param {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Param::List(values.into_iter().map(Into::into).collect())
    }
}

/// Parameters by name, in the order in which the rule gives them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Params(Vec<(Cow<'static, str>, Param)>);

impl Params {
    /// No parameters. Does not allocate.
    #[must_use]
    pub const fn new() -> Self {
        Params(Vec::new())
    }

    /// Adds a parameter at the end.
    pub fn push(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Param>) {
        self.0.push((name.into(), value.into()));
    }

    /// The same with a parameter more.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Param>) -> Self {
        self.push(name, value);
        self
    }

    /// The parameter called `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.iter()
            .find_map(|(known, value)| (known == name).then_some(value))
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Param)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
