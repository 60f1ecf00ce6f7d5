//! Documents in TOML.

use contracts_runtime::private::Layout;
use serde_json::{Map, Number, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Fault, MAX_DEPTH, Parsed};

/// The longest chain of names with dots between them in a line: each is a table in the one before, and the parser goes
/// down as many calls.
const MAX_DOTS: usize = MAX_DEPTH;

pub(super) fn parse(text: &str) -> Result<Parsed, Fault> {
    dots(text)?;
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        Fault::new(
            at,
            format!("is not TOML: {}", error.message().replace('\n', ", ")),
        )
    })?;
    let span = 0..text.len();
    let (value, layout) = members(table.get_ref(), span, MAX_DEPTH)?;
    Ok(Parsed { value, layout })
}

/// Refuses names that nest deeper than any table may. Dots that stand elsewhere count as well: nothing has so many.
fn dots(text: &str) -> Result<(), Fault> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = line.find(['=', ']', '"', '\'', '#']).unwrap_or(line.len());
        let key = line.get(..end).unwrap_or_default();
        if key.matches('.').count() > MAX_DOTS {
            return Err(Fault::too_deep(start));
        }
        start += line.len();
    }
    Ok(())
}

fn members(table: &DeTable<'_>, span: std::ops::Range<usize>, room: usize) -> Result<(Value, Layout), Fault> {
    let room = room.checked_sub(1).ok_or_else(|| Fault::too_deep(span.start))?;
    let mut layout = Layout::new(span.start, Some(span.end));
    let mut members = Map::new();
    for (name, value) in table {
        let (member, inner) = self::value(value, room)?;
        layout.insert(name.get_ref(), name.span().start, inner);
        members.insert(name.get_ref().to_string(), member);
    }
    Ok((Value::Object(members), layout))
}

fn value(value: &Spanned<DeValue<'_>>, room: usize) -> Result<(Value, Layout), Fault> {
    let span = value.span();
    let scalar = match value.get_ref() {
        DeValue::Table(table) => return members(table, span, room),
        DeValue::Array(items) => {
            let room = room.checked_sub(1).ok_or_else(|| Fault::too_deep(span.start))?;
            let mut layout = Layout::new(span.start, Some(span.end));
            let mut list = Vec::with_capacity(items.len());
            for item in items {
                let (item, inner) = self::value(item, room)?;
                list.push(item);
                layout.push(inner);
            }
            return Ok((Value::Array(list), layout));
        }
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Boolean(value) => Value::Bool(*value),
        DeValue::Datetime(moment) => Value::String(moment.to_string()),
        DeValue::Integer(integer) => {
            let number = i64::from_str_radix(integer.as_str(), integer.radix()).map(Number::from);
            let number =
                number.or_else(|_| u64::from_str_radix(integer.as_str(), integer.radix()).map(Number::from));
            let beyond = |_| {
                Fault::new(
                    span.start,
                    "must be an integer of 64 bits, not one beyond its range",
                )
            };
            Value::Number(number.map_err(beyond)?)
        }
        DeValue::Float(float) => {
            let number = float.as_str().parse().ok().and_then(Number::from_f64);
            let none = || {
                Fault::new(
                    span.start,
                    "must be a number that JSON has; it knows no `inf` and no `nan`",
                )
            };
            Value::Number(number.ok_or_else(none)?)
        }
    };
    Ok((scalar, Layout::new(span.start, Some(span.end))))
}
