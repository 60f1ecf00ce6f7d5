//! Documents in YAML: the core schema of YAML 1.2, as far as JSON can say the same.

use contracts_runtime::private::Layout;
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span};
use serde_json::{Map, Number, Value};

use super::{Fault, MAX_DEPTH, Parsed};

pub(super) fn parse(text: &str) -> Result<Parsed, Fault> {
    // The grammar goes by lines that end in a line feed; a mark of the order of bytes is none of its characters.
    let mut tree = Tree {
        bytes: Bytes::of(text),
        open: Vec::new(),
        root: None,
    };
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| {
            Fault::new(
                tree.bytes.at(error.marker()),
                format!("is not YAML: {}", error.info()),
            )
        })?;
        tree.take(event, span)?;
    }
    let (value, layout) = tree
        .root
        .ok_or_else(|| Fault::new(0, "is empty; a document is a mapping"))?;
    Ok(Parsed { value, layout })
}

/// From characters, which the parser counts, to bytes.
struct Bytes(Option<Vec<usize>>);

impl Bytes {
    fn of(text: &str) -> Self {
        let starts = || {
            text.char_indices()
                .map(|(at, _)| at)
                .chain([text.len()])
                .collect()
        };
        Bytes((!text.is_ascii()).then(starts))
    }

    fn at(&self, marker: &Marker) -> usize {
        let index = marker.index();
        match &self.0 {
            None => index,
            Some(starts) => starts.get(index).or(starts.last()).copied().unwrap_or_default(),
        }
    }
}

struct Tree {
    bytes: Bytes,
    open: Vec<Open>,
    root: Option<(Value, Layout)>,
}

/// A sequence or mapping that is open.
struct Open {
    layout: Layout,
    inside: Inside,
}

enum Inside {
    List(Vec<Value>),
    /// With the key whose value comes next.
    Table(Map<String, Value>, Option<(String, usize)>),
}

impl Tree {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Fault> {
        let (start, end) = (self.bytes.at(&span.start), self.bytes.at(&span.end));
        match event {
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentEnd
            | Event::DocumentStart(_)
                if self.root.is_none() || !matches!(event, Event::DocumentStart(_)) =>
            {
                Ok(())
            }
            Event::DocumentStart(_) => Err(Fault::new(
                start,
                "a second document starts here; write one document a file",
            )),
            Event::Alias(_) => Err(Fault::new(
                start,
                "is an alias, which JSON does not have; write a definition below `$defs` and a `$ref` to it",
            )),
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(anchor, _)
            | Event::MappingStart(anchor, _)
                if anchor > 0 =>
            {
                Err(Fault::new(
                    start,
                    "has an anchor, which JSON does not have; write a definition below `$defs` and a `$ref` to it",
                ))
            }
            Event::Scalar(_, _, _, Some(tag))
            | Event::SequenceStart(_, Some(tag))
            | Event::MappingStart(_, Some(tag)) => Err(Fault::new(
                start,
                format!("has the tag `{tag}`, which JSON does not have; leave it out"),
            )),
            Event::SequenceStart(..) => self.enter(start, Inside::List(Vec::new())),
            Event::MappingStart(..) => self.enter(start, Inside::Table(Map::new(), None)),
            Event::SequenceEnd | Event::MappingEnd => self.leave(end),
            Event::Scalar(text, style, ..) => self.scalar(&text, style, (start, end)),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
        }
    }

    fn enter(&mut self, start: usize, inside: Inside) -> Result<(), Fault> {
        if let Some(Open {
            inside: Inside::Table(_, None),
            ..
        }) = self.open.last()
        {
            return Err(Fault::new(start, "is no key of JSON; a key is text"));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(Fault::too_deep(start));
        }
        self.open.push(Open {
            layout: Layout::new(start, None),
            inside,
        });
        Ok(())
    }

    fn leave(&mut self, end: usize) -> Result<(), Fault> {
        let Some(Open { mut layout, inside }) = self.open.pop() else {
            return Ok(());
        };
        layout.close(end);
        let value = match inside {
            Inside::List(items) => Value::Array(items),
            Inside::Table(members, _) => Value::Object(members),
        };
        self.settle(value, layout)
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, (start, end): (usize, usize)) -> Result<(), Fault> {
        let value = match style {
            ScalarStyle::Plain => plain(text).map_err(|message| Fault::new(start, message))?,
            _ => Value::String(text.to_owned()),
        };
        if let Some(Open {
            layout,
            inside: Inside::Table(_, key @ None),
        }) = self.open.last_mut()
        {
            let Value::String(name) = value else {
                let message = format!("is no key of JSON; a key is text: write \"{text}\"");
                return Err(Fault::new(start, message));
            };
            if layout
                .key(&format!("/{}", name.replace('~', "~0").replace('/', "~1")))
                .is_some()
            {
                return Err(Fault::new(
                    start,
                    format!("the key `{name}` is there more than once"),
                ));
            }
            *key = Some((name, start));
            return Ok(());
        }
        self.settle(value, Layout::new(start, Some(end)))
    }

    /// Puts a value where it belongs.
    fn settle(&mut self, value: Value, inner: Layout) -> Result<(), Fault> {
        let Some(Open { layout, inside }) = self.open.last_mut() else {
            self.root = Some((value, inner));
            return Ok(());
        };
        match inside {
            Inside::List(items) => {
                items.push(value);
                layout.push(inner);
            }
            Inside::Table(members, key) => {
                let Some((name, at)) = key.take() else {
                    return Err(Fault::new(inner.start(), "is no key of JSON; a key is text"));
                };
                layout.insert(&name, at, inner);
                members.insert(name, value);
            }
        }
        Ok(())
    }
}

/// A plain scalar by the core schema (YAML 1.2.2, section 10.3.2).
fn plain(text: &str) -> Result<Value, &'static str> {
    const BEYOND: &str = "must be an integer of 64 bits, not one beyond its range";
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Ok(Value::Null),
        "true" | "True" | "TRUE" => return Ok(Value::Bool(true)),
        "false" | "False" | "FALSE" => return Ok(Value::Bool(false)),
        ".nan" | ".NaN" | ".NAN" => return Err("must be a number that JSON has; it knows no `.nan`"),
        _ => {}
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        return Err("must be a number that JSON has; it knows no `.inf`");
    }
    for (prefix, radix) in [("0o", 8), ("0x", 16)] {
        if let Some(digits) = text.strip_prefix(prefix) {
            if !digits.is_empty() && digits.chars().all(|char| char.is_digit(radix)) {
                let number = u64::from_str_radix(digits, radix).map_err(|_| BEYOND)?;
                return Ok(Value::from(number));
            }
        }
    }
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits(unsigned) {
        let signed = text.parse::<i64>().map(Number::from);
        let number = signed.or_else(|_| text.parse::<u64>().map(Number::from));
        return number.map(Value::Number).map_err(|_| BEYOND);
    }
    if is_float(unsigned) {
        let number = text.parse().ok().and_then(Number::from_f64);
        return number
            .map(Value::Number)
            .ok_or("must be a number that an f64 can hold, not one beyond its range");
    }
    Ok(Value::String(text.to_owned()))
}

/// `(\. [0-9]+ | [0-9]+ (\. [0-9]*)?) ([eE] [-+]? [0-9]+)?`
fn is_float(text: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    let mut rest = text.get(whole..).unwrap_or_default();
    let mut fraction = 0;
    if let Some(behind) = rest.strip_prefix('.') {
        fraction = digits(behind);
        rest = behind.get(fraction..).unwrap_or_default();
    }
    if whole + fraction == 0 {
        return false;
    }
    match rest.strip_prefix(['e', 'E']) {
        None => rest.is_empty(),
        Some(exponent) => {
            let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            !exponent.is_empty() && digits(exponent) == exponent.len()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn plain_scalars_are_those_of_the_core_schema() {
        for (text, value) in [
            ("~", json!(null)),
            ("True", json!(true)),
            ("yes", json!("yes")),
            ("0x1F", json!(31)),
            ("0o17", json!(15)),
            ("017", json!(17)),
            ("-1", json!(-1)),
            ("18446744073709551615", json!(u64::MAX)),
            ("1.", json!(1.0)),
            (".5e-1", json!(0.05)),
            ("1e3", json!(1000.0)),
            (".", json!(".")),
            ("1e", json!("1e")),
            ("1_000", json!("1_000")),
            ("2020-01-01", json!("2020-01-01")),
            ("<<", json!("<<")),
        ] {
            assert_eq!(plain(text), Ok(value), "{text}");
        }
        for text in [".nan", "-.inf", "18446744073709551616", "1e999"] {
            assert!(plain(text).is_err(), "{text}");
        }
    }
}
