//! Values that are one of some names, as the variants of an enum are.

use contracts_runtime::private::{Finding, nearest};
use contracts_runtime::{Param, Params};
use serde_json::{Map, Value};

use super::wording::found;

/// Of an object that holds exactly one of some members, as the variants of an enum are: that it is none of them.
pub(super) fn one_of_names(keywords: &Map<String, Value>, pointer: &str, value: &Value) -> Option<Finding> {
    let one = |keyword: &str| keywords.get(keyword).and_then(Value::as_u64) == Some(1);
    let closed = keywords.get("additionalProperties") == Some(&Value::Bool(false));
    let known = keywords.get("properties").and_then(Value::as_object)?;
    let sent = value.as_object()?;
    if !(one("minProperties") && one("maxProperties") && closed) {
        return None;
    }
    let expected: Param = known.keys().cloned().collect();
    let mut params = Params::new().with("expected", expected);
    if let (Some(name), None) = (sent.keys().next(), sent.keys().nth(1)) {
        if let Some(near) = nearest(name, known.keys().map(String::as_str)) {
            params.push("nearest", near.to_owned());
        }
    }
    Some(Finding::variant(pointer.to_owned(), params))
}

/// That a value is none of these names.
pub(super) fn named(pointer: String, names: Vec<String>, value: &Value) -> Finding {
    let Value::String(name) = value else {
        let params = Params::new()
            .with("expected", "a string")
            .with("found", found(value, false));
        return Finding::wrong_type(pointer, params);
    };
    let near = nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
    let mut params = Params::new();
    params.push("expected", names.into_iter().collect::<Param>());
    if let Some(near) = near {
        params.push("nearest", near);
    }
    Finding::variant(pointer, params)
}
