//! Reports from data: what `serialize.rs` writes.
//!
//! Members that are not known are ignored, so that a newer program may send more. What is read was a report once and is
//! none of this program's checks: it has no contract, and a message that is text.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};

use super::{Param, Params, Parts, Place, Severity, Text, Violation, Violations};

impl<'de> Deserialize<'de> for Severity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Word;
        impl Visitor<'_> for Word {
            type Value = Severity;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("`error` or `warn`")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<Severity, E> {
                [Severity::Error, Severity::Warn]
                    .into_iter()
                    .find(|severity| severity.as_str() == word)
                    .ok_or_else(|| E::invalid_value(Unexpected::Str(word), &self))
            }
        }
        deserializer.deserialize_str(Word)
    }
}

/// From a truth value, a number, a text, a list or a map. Integers beyond 64 bits and floats that are not finite were
/// written as text, and stay text.
impl<'de> Deserialize<'de> for Param {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ParamVisitor)
    }
}

struct ParamVisitor;

macro_rules! taken {
    ($($visit:ident($type:ty))+) => {$(
        fn $visit<E: de::Error>(self, value: $type) -> Result<Param, E> {
            Ok(value.into())
        }
    )+};
}

impl<'de> Visitor<'de> for ParamVisitor {
    type Value = Param;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a parameter: a truth value, a number, a text, a list or a map")
    }

    taken! {
        visit_bool(bool) visit_i64(i64) visit_i128(i128) visit_u64(u64) visit_u128(u128) visit_f64(f64)
        visit_string(String)
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Param, E> {
        Ok(value.to_owned().into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Param, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Param::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Param, A::Error> {
        params(map).map(Param::Object)
    }
}

fn params<'de, A: MapAccess<'de>>(mut map: A) -> Result<Params, A::Error> {
    let mut params = Params::new();
    while let Some((name, value)) = map.next_entry::<String, Param>()? {
        params.push(name, value);
    }
    Ok(params)
}

impl<'de> Deserialize<'de> for Params {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Params;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map of parameters")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Params, A::Error> {
                params(map)
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

/// Reads the value of a member into its slot. A second one of that name is an error.
fn member<'de, T, A>(map: &mut A, name: &'static str, slot: &mut Option<T>) -> Result<(), A::Error>
where
    T: Deserialize<'de>,
    A: MapAccess<'de>,
{
    if slot.is_some() {
        return Err(de::Error::duplicate_field(name));
    }
    *slot = Some(map.next_value()?);
    Ok(())
}

/// The members of a violation that need not be there: absent or null.
type Maybe<T> = Option<Option<T>>;

#[derive(Default)]
struct Members {
    pointer: Option<String>,
    code: Option<String>,
    message: Option<String>,
    params: Option<Params>,
    severity: Option<Severity>,
    span: Maybe<(usize, usize)>,
    line: Maybe<usize>,
    column: Maybe<usize>,
    value: Maybe<Box<str>>,
}

impl Members {
    fn violation<E: de::Error>(self) -> Result<Violation, E> {
        let place = match (self.span.flatten(), self.line.flatten(), self.column.flatten()) {
            (None, None, None) => None,
            (Some((start, end)), _, _) if end < start => {
                return Err(E::custom("the end of `span` is before its start"));
            }
            (_, Some(0), _) | (_, _, Some(0)) => {
                return Err(E::custom("`line` and `column` are counted from 1"));
            }
            (Some((start, end)), Some(line), Some(column)) => Some(Place {
                span: start..end,
                line,
                column,
            }),
            _ => {
                return Err(E::custom(
                    "`span`, `line` and `column` are there together or not at all",
                ));
            }
        };
        let missing = E::missing_field;
        Ok(Violation(Box::new(Parts {
            pointer: self.pointer.ok_or_else(|| missing("pointer"))?,
            code: Cow::Owned(self.code.ok_or_else(|| missing("code"))?),
            params: self.params.unwrap_or_default(),
            text: Text::Own(Cow::Owned(self.message.ok_or_else(|| missing("message"))?)),
            severity: self.severity.ok_or_else(|| missing("severity"))?,
            place,
            value: self.value.flatten(),
        })))
    }
}

/// From a map with `pointer`, `code`, `message` and `severity`; the other members that `Serialize` writes may be absent
/// or null, `params` absent. The message is the one that was written, whatever the code.
impl<'de> Deserialize<'de> for Violation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct One;
        impl<'de> Visitor<'de> for One {
            type Value = Violation;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a violation: a map with `pointer`, `code`, `message` and `severity`")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Violation, A::Error> {
                let mut members = Members::default();
                while let Some(name) = map.next_key::<String>()? {
                    match &*name {
                        "pointer" => member(&mut map, "pointer", &mut members.pointer)?,
                        "code" => member(&mut map, "code", &mut members.code)?,
                        "message" => member(&mut map, "message", &mut members.message)?,
                        "params" => member(&mut map, "params", &mut members.params)?,
                        "severity" => member(&mut map, "severity", &mut members.severity)?,
                        "span" => member(&mut map, "span", &mut members.span)?,
                        "line" => member(&mut map, "line", &mut members.line)?,
                        "column" => member(&mut map, "column", &mut members.column)?,
                        "value" => member(&mut map, "value", &mut members.value)?,
                        _ => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                members.violation()
            }
        }
        deserializer.deserialize_map(One)
    }
}

/// From a map with `violations`, of which there is at least one, and `truncated`, which is 0 where it is absent. The
/// report is of no [contract](Violations::contract).
impl<'de> Deserialize<'de> for Violations {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;
        impl<'de> Visitor<'de> for All {
            type Value = Violations;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a report: a map with `violations` and `truncated`")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Violations, A::Error> {
                let (mut violations, mut truncated) = (None::<Vec<Violation>>, None::<usize>);
                while let Some(name) = map.next_key::<String>()? {
                    match &*name {
                        "violations" => member(&mut map, "violations", &mut violations)?,
                        "truncated" => member(&mut map, "truncated", &mut truncated)?,
                        _ => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                let found = violations.ok_or_else(|| de::Error::missing_field("violations"))?;
                let total = found.len().saturating_add(truncated.unwrap_or_default());
                Violations::new(found, total)
                    .ok_or_else(|| de::Error::invalid_length(0, &"at least one violation"))
            }
        }
        deserializer.deserialize_map(All)
    }
}
