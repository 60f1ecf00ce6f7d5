//! JSON whose numbers are as exact as they are written.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use crate::decimal::Decimal;

/// A JSON value. Numbers are equal where they are mathematically.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Decimal),
    /// A float that is no number of JSON: `NaN`, `inf`, `-inf`.
    NotFinite(&'static str),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Object(BTreeMap<String, Json>),
}

impl Json {
    /// Reads a value. An object with the only member `$float` is a float that JSON can't carry.
    ///
    /// # Errors
    ///
    /// If the text is no JSON, or holds a number whose exponent is beyond reason; the text says why.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = |error: serde_json::Error| error.to_string();
        Ok(match text.as_bytes().first() {
            Some(b'{') => {
                let members: BTreeMap<String, &RawValue> = serde_json::from_str(text).map_err(wrong)?;
                let mut object = BTreeMap::new();
                for (name, member) in members {
                    object.insert(name, Self::parse(member.get())?);
                }
                Self::without_marker(object)
            }
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(text).map_err(wrong)?;
                let items = items.into_iter().map(|item| Self::parse(item.get()));
                Self::List(items.collect::<Result<_, _>>()?)
            }
            Some(b'"') => Self::Text(serde_json::from_str(text).map_err(wrong)?),
            Some(b't' | b'f') => Self::Bool(serde_json::from_str(text).map_err(wrong)?),
            Some(b'n') => Self::Null,
            _ => Self::Number(text.parse()?),
        })
    }

    fn without_marker(object: BTreeMap<String, Self>) -> Self {
        let marker = object
            .get("$float")
            .filter(|_| object.len() == 1)
            .and_then(Self::text);
        match marker {
            Some("NaN") => Self::NotFinite("NaN"),
            Some("+Inf") => Self::NotFinite("inf"),
            Some("-Inf") => Self::NotFinite("-inf"),
            _ => Self::Object(object),
        }
    }

    /// The member of an object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(object) => object.get(name),
            _ => None,
        }
    }

    /// The text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items of an array.
    #[must_use]
    pub fn list(&self) -> Option<&[Self]> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }
}
