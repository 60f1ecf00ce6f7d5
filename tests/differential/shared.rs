//! What both twins of a type use: std's types, functions for `with` and `default`, types for `from`.

pub use std::borrow::Cow;
pub use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
pub use std::hash::{BuildHasherDefault, DefaultHasher};
pub use std::marker::PhantomData;
pub use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
pub use std::num::NonZeroU8;
pub use std::rc::Rc;
pub use std::sync::Arc;
pub use std::time::Duration;

use serde::{Deserialize, Deserializer};

/// The same order in each run.
pub type Fixed = BuildHasherDefault<DefaultHasher>;

pub fn seven() -> u8 {
    7
}

pub fn word() -> String {
    "word".to_owned()
}

/// Reads a number and doubles it.
pub fn doubled<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    Ok(u32::from(u16::deserialize(deserializer)?) * 2)
}

/// Reads a text, or null as none.
pub fn text_or_null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Option::deserialize(deserializer)
}

pub mod hex {
    use serde::{Deserialize, Deserializer, de::Error};

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
        let text = String::deserialize(deserializer)?;
        u32::from_str_radix(&text, 16).map_err(D::Error::custom)
    }
}

/// A type that is no contract on either side.
#[derive(Debug, Default, Deserialize)]
pub struct Plain {
    pub x: u8,
    #[serde(default)]
    pub y: Option<String>,
}

/// A type that is no contract on either side and knows its members.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strict {
    pub x: u8,
}

pub mod small {
    use serde::{Deserialize, Deserializer, de::Error};

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
        let number = u8::deserialize(deserializer)?;
        if number > 9 {
            Err(D::Error::custom("too large"))
        } else {
            Ok(number)
        }
    }
}
