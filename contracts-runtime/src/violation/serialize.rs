//! Reports as data, in any format of serde's that describes itself. What reads them back is in `deserialize.rs`.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Param, Params, Severity, Violation, Violations};

/// `error` or `warn`.
impl Serialize for Severity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// As the value that it is. What not every format holds is text: an integer beyond 64 bits its digits, a float that is not
/// finite `NaN`, `inf` or `-inf`.
impl Serialize for Param {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Param::Bool(value) => serializer.serialize_bool(*value),
            Param::Integer(value) => match (i64::try_from(*value), u64::try_from(*value)) {
                (Ok(value), _) => serializer.serialize_i64(value),
                (_, Ok(value)) => serializer.serialize_u64(value),
                _ => serializer.collect_str(value),
            },
            Param::Float(value) if value.is_finite() => serializer.serialize_f64(*value),
            Param::Float(value) => serializer.collect_str(value),
            Param::Text(value) => serializer.serialize_str(value),
            Param::List(values) => serializer.collect_seq(values),
            Param::Object(values) => values.serialize(serializer),
        }
    }
}

/// As a map, in order. Of several parameters of one name it has the first, which is the one that
/// [`get`](Params::get) gives.
impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let first = |at: usize, name: &str| !self.iter().take(at).any(|(before, _)| before == name);
        let once = self.iter().enumerate().filter(|(at, (name, _))| first(*at, name));
        let once: Vec<_> = once.map(|(_, entry)| entry).collect();
        serializer.collect_map(once)
    }
}

/// As a map with `pointer`, `code`, `message`, `params` and `severity`; `span`, `line` and `column` if there is a place;
/// `value` if there is one.
///
/// ```
/// use contracts_runtime::Violation;
///
/// let taken = Violation::new("taken", "is already taken").at("/email").with("by", 3);
/// assert_eq!(
///     serde_json::to_string(&taken)?,
///     r#"{"pointer":"/email","code":"taken","message":"is already taken","params":{"by":3},"severity":"error"}"#,
/// );
/// assert_eq!(serde_json::from_str::<Violation>(&serde_json::to_string(&taken)?)?, taken);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let place = self.0.place.as_ref();
        let entries = 5 + 3 * usize::from(place.is_some()) + usize::from(self.value().is_some());
        let mut map = serializer.serialize_map(Some(entries))?;
        map.serialize_entry("pointer", self.pointer())?;
        map.serialize_entry("code", self.code())?;
        map.serialize_entry("message", &self.message())?;
        map.serialize_entry("params", self.params())?;
        map.serialize_entry("severity", &self.severity())?;
        if let Some(place) = place {
            map.serialize_entry("span", &[place.span.start, place.span.end])?;
            map.serialize_entry("line", &place.line)?;
            map.serialize_entry("column", &place.column)?;
        }
        if let Some(value) = self.value() {
            map.serialize_entry("value", value)?;
        }
        map.end()
    }
}

/// As a map with `violations`, in the order of the document, and `truncated`. The contract is not in it.
impl Serialize for Violations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct All<'a>(&'a Violations);
        impl Serialize for All<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // A list whose length is known: binary formats want it ahead.
                let all: Vec<&Violation> = self.0.iter().collect();
                serializer.collect_seq(all)
            }
        }
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("violations", &All(self))?;
        map.serialize_entry("truncated", &self.truncated())?;
        map.end()
    }
}
