//! Documents in TOML.

use contracts_runtime::private::Layout;
use serde_json::{Map, Number, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::{Fault, MAX_DEPTH, Parsed};

pub(super) fn parse(text: &str) -> Result<Parsed, Fault> {
    nests(text)?;
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

/// Refuses what nests deeper than any document may: the parser bounds each name with dots, and the tables inside each
/// other, but not all of them together, and a table that was read goes down as many calls when it is dropped.
fn nests(text: &str) -> Result<(), Fault> {
    // What is open: how deep it stands, and what closes it. A name and what opens behind it stand in one line.
    let (mut open, mut depth) = (Vec::new(), 0);
    for token in Source::new(text).lex() {
        match token.kind() {
            TokenKind::Dot => depth += 1,
            TokenKind::LeftCurlyBracket => {
                open.push((depth, TokenKind::RightCurlyBracket));
                depth += 1;
            }
            TokenKind::LeftSquareBracket => {
                open.push((depth, TokenKind::RightSquareBracket));
                depth += 1;
            }
            TokenKind::Comma | TokenKind::Newline => depth = open.last().map_or(0, |(around, _)| around + 1),
            other => {
                if let Some((around, _)) = open.last().filter(|(_, closes)| *closes == other) {
                    depth = *around;
                    open.pop();
                }
            }
        }
        if depth > MAX_DEPTH {
            return Err(Fault::too_deep(token.span().start()));
        }
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
