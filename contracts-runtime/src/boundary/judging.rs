//! Texts that something else judges than a decoder, such as a schema: read here as a value, with all that is wrong with
//! the text itself in the report. What the judge finds by pointers is given places, and joins that report.

use serde_json::{Map, Number, Value};

use super::layout::Layout;
use super::limits::Bounds;
use super::{Boundary, Limits, Source, located, refused};
use crate::decode::{Decoder, Read};
use crate::json::{MAX_DEPTH, Token};
use crate::violation::{
    About, Anchor, Fault, Found, Params, Report, Shown, Structural, Violation, Violations, locate, segment,
};
use crate::zone::Zone;

/// What a judge found.
#[derive(Debug, Default)]
pub struct Judged {
    /// What is wrong, in any order: it is put into that of the text.
    pub findings: Vec<Finding>,
    /// The pointers of values of which nothing may be in the report.
    pub secrets: Vec<String>,
}

/// One thing that is wrong.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The JSON Pointer of the value, of the member with the key, or of the missing member.
    pub pointer: String,
    /// What of it the violation is about.
    pub spot: Spot,
    /// Without a pointer.
    pub violation: Violation,
    /// The same for a value of which nothing may be shown.
    pub concealed: Violation,
    /// The pointer of the value that has to be there to its end for this to be true.
    pub whole: Option<String>,
}

/// What a violation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A value.
    Value,
    /// The key of a member.
    Key,
    /// A member that is not there.
    Missing,
}

impl Finding {
    fn anchor(&self, layout: &Layout) -> Option<(Anchor, Option<String>)> {
        if let Some(whole) = &self.whole {
            layout.find(whole)?.end()?;
        }
        match self.spot {
            Spot::Value => Some((Anchor::Value(layout.find(&self.pointer)?.start()), None)),
            Spot::Key => Some((Anchor::Key(layout.key(&self.pointer)?), None)),
            Spot::Missing => {
                let (container, name) = self.pointer.rsplit_once('/')?;
                let end = layout.find(container)?.end()?;
                Some((Anchor::Close(end.saturating_sub(1)), Some(format!("/{name}"))))
            }
        }
    }
}

impl Boundary {
    /// Reads a text of the zone as a value and has it judged. `limits` are those of the judge, and come behind those of
    /// the boundary. No text is read deeper than without any limit. The judge is told how many errors there are already.
    ///
    /// # Errors
    ///
    /// The complete report, in the order of the document.
    #[doc(hidden)]
    pub fn judge(
        &self,
        (zone, limits): (Zone, Limits),
        source: Source<'_>,
        judge: &mut dyn FnMut(&Value, usize) -> Judged,
    ) -> Result<(), Violations> {
        let zone = Limits {
            max_bytes: zone.max_bytes(),
            ..Limits::NONE
        };
        let bounds = Bounds::new(self.own_limits().or(limits).or(zone));
        let about = About {
            contract: None,
            origin: source.origin(),
        };
        let (text, cut) = match source.open(bounds.bytes) {
            Ok(opened) => opened,
            Err(refusal) => {
                let mut decoder = refused(&refusal, source.len(), about);
                return located(&mut decoder).map_or(Ok(()), Err);
            }
        };
        let report = Report::new(bounds.violations, self.fail_fast, true, bounds.depth).about(about);
        let mut decoder = Decoder::new(text, cut, bounds.depth.min(MAX_DEPTH), report, true);
        let (mut value, mut misfits) = (Value::Null, Vec::new());
        let begun = decoder.reader.token() != Token::None;
        // A fault is in the report.
        let _ = read(&mut decoder, &mut value, &mut misfits);
        decoder.end_of_text();
        let ended = self.fail_fast && decoder.report.errors() > 0;
        let judged = match begun && !ended {
            true => judge(&value, decoder.report.errors()),
            false => Judged::default(),
        };
        if judged.findings.is_empty() && decoder.report.errors() == 0 {
            return Ok(());
        }
        let outcome = Outcome {
            text,
            broken: decoder.broken_at(),
            most: bounds.violations,
            first_only: self.fail_fast,
            total: decoder.report.total(),
            found: decoder.report.take_found(),
        };
        let (mut found, total) = outcome.joined(judged, &misfits);
        let Some(origin) = about.origin else {
            return Violations::new(found, total).map_or(Ok(()), Err);
        };
        origin.relate(&mut found);
        Violations::new(found, total).map_or(Ok(()), Err)
    }
}

/// What reading has found.
struct Outcome<'t> {
    text: &'t str,
    broken: Option<usize>,
    most: usize,
    first_only: bool,
    total: usize,
    found: Vec<Found>,
}

impl Outcome<'_> {
    /// The report with what was judged, and how many violations there are in all. What is said of values that could not
    /// be read as they stand, at these bytes, is left out.
    fn joined(mut self, judged: Judged, misfits: &[usize]) -> (Vec<Violation>, usize) {
        let layout = Layout::of(self.text, self.broken);
        let secrets = judged.secrets.iter().filter_map(|secret| layout.find(secret));
        let secrets = secrets.map(|secret| (secret.start(), secret.end().unwrap_or(usize::MAX)));
        let secrets = Stretches::of(secrets.collect());
        let unread = unread(&judged.findings, &layout);
        let before = self.found.len();
        self.found.retain(|found| match found.anchor {
            Some(Anchor::Syntax(_)) | None => true,
            Some(anchor) => unread.around(anchor.at()).is_none(),
        });
        self.total -= before - self.found.len();
        for finding in judged.findings {
            let Some((anchor, below)) = finding.anchor(&layout) else {
                continue;
            };
            if matches!(anchor, Anchor::Value(at) if misfits.binary_search(&at).is_ok()) {
                continue;
            }
            let secret = secrets.around(anchor.at()).map(Anchor::Value);
            let violation = match secret == Some(anchor) {
                true => finding.concealed,
                false => finding.violation,
            };
            self.found.push(Found {
                violation: violation.at(below.unwrap_or_default()),
                anchor: Some(anchor),
                base: 0,
                secret: None,
                shown: Shown::Never,
            });
            self.total += 1;
        }
        for found in &mut self.found {
            secrets.conceal(found);
        }
        self.found.sort_by_key(|found| found.anchor.map_or(0, Anchor::at));
        if self.first_only {
            (self.most, self.total) = (1, self.total.min(1));
        }
        self.found.truncate(self.most);
        (locate(self.text, self.broken, self.found), self.total)
    }
}

/// The insides of values of which a decoder would read nothing: those of another type, and of members that are not
/// known. What is wrong with the text there, and can be stepped over, is not told.
fn unread(findings: &[Finding], layout: &Layout) -> Stretches {
    let values = findings.iter().filter_map(|finding| {
        let value = layout.find(&finding.pointer)?;
        let start = match (finding.spot, finding.violation.code()) {
            (Spot::Value, "type" | "variant") => value.start() + 1,
            (_, "unknown") => value.start(),
            _ => return None,
        };
        Some((start, value.end()?))
    });
    Stretches::of(values.collect())
}

/// Where values start and end, in the order of the text. Those that lie in another one are not listed.
struct Stretches(Vec<(usize, usize)>);

impl Stretches {
    fn of(mut places: Vec<(usize, usize)>) -> Self {
        places.sort_unstable();
        let mut behind = 0;
        places.retain(|(start, end)| {
            let outermost = *start >= behind;
            behind = behind.max(*end);
            outermost
        });
        Stretches(places)
    }

    /// Where the stretch starts that this byte lies in.
    fn around(&self, at: usize) -> Option<usize> {
        let before = self.0.partition_point(|(start, _)| *start <= at).checked_sub(1)?;
        let (start, end) = self.0.get(before)?;
        (at < *end).then_some(*start)
    }

    /// Hides a fault that lies in one of them.
    fn conceal(&self, found: &mut Found) {
        let Some(anchor) = found.anchor else { return };
        let Some(start) = self.around(anchor.at()) else {
            return;
        };
        if let Anchor::Syntax(_) = anchor {
            found.secret = Some(start);
        } else if anchor != Anchor::Value(start) {
            found.violation.conceal(false);
            found.anchor = Some(Anchor::Value(start));
        }
    }
}

/// Reads the next value as far as it goes. Recursion is as deep as the reader lets it be.
fn read(decoder: &mut Decoder<'_>, into: &mut Value, misfits: &mut Vec<usize>) -> Read<()> {
    let token = decoder.reader.token();
    match token {
        Token::Null => decoder.skip()?,
        Token::Bool => {
            let value = decoder.reader.bool();
            *into = Value::Bool(value.map_err(|error| decoder.syntax(error))?);
        }
        Token::Number => *into = number(decoder, misfits)?,
        Token::String => {
            let text = decoder.reader.string();
            *into = Value::String(text.map_err(|error| decoder.syntax(error))?.into_owned());
        }
        Token::Array => {
            *into = Value::Array(Vec::new());
            if let Value::Array(items) = into {
                array(decoder, items, misfits)?;
            }
        }
        Token::Object => {
            *into = Value::Object(Map::new());
            if let Value::Object(members) = into {
                object(decoder, members, misfits)?;
            }
        }
        Token::None => return Err(decoder.mismatch("a value")),
    }
    Ok(())
}

/// A number: an integer of 64 bits, or a float. What is neither is reported, and stands for the nearest there is.
fn number(decoder: &mut Decoder<'_>, misfits: &mut Vec<usize>) -> Read<Value> {
    let start = decoder.begin();
    let number = decoder.reader.number().map_err(|error| decoder.syntax(error))?;
    let whole = number.as_i128();
    let exact = whole.and_then(|whole| {
        let signed = i64::try_from(whole).map(Number::from);
        signed.or_else(|_| u64::try_from(whole).map(Number::from)).ok()
    });
    let float = number.as_f64();
    let expected = match exact {
        Some(exact) => return Ok(Value::Number(exact)),
        None if number.integer && float != 0.0 => "an integer of 64 bits",
        None if !float.is_finite() => "a number that an f64 can hold",
        None => return Ok(Number::from_f64(float).map_or(Value::Null, Value::Number)),
    };
    misfits.push(start);
    let params = Params::new()
        .with("expected", expected)
        .with("found", "one beyond its range");
    if decoder.fault_at(start, Structural::Type, params) == Fault::Halt {
        return Err(Fault::Halt);
    }
    let nearest = Number::from_f64(float.clamp(f64::MIN, f64::MAX));
    Ok(nearest.map_or(Value::Null, Value::Number))
}

fn array(decoder: &mut Decoder<'_>, items: &mut Vec<Value>, misfits: &mut Vec<usize>) -> Read<()> {
    decoder.enter()?;
    if decoder.reader.peek_token() == b']' {
        decoder.reader.bump();
    } else {
        loop {
            items.push(Value::Null);
            if let Some(item) = items.last_mut() {
                read(decoder, item, misfits)?;
            }
            match decoder.reader.more(b']') {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => return Err(decoder.syntax(error)),
            }
        }
    }
    decoder.reader.leave();
    Ok(())
}

fn object(decoder: &mut Decoder<'_>, members: &mut Map<String, Value>, misfits: &mut Vec<usize>) -> Read<()> {
    decoder.enter()?;
    if decoder.reader.peek_token() == b'}' {
        decoder.reader.bump();
    } else {
        loop {
            let (key, name) = match decoder.reader.key() {
                Ok((key, name)) => (key, name.into_owned()),
                Err(error) => return Err(decoder.syntax(error)),
            };
            if members.contains_key(&name) {
                let duplicate = Structural::Duplicate.violation();
                if decoder.report.add_anchored(Anchor::Key(key), duplicate) == Fault::Halt {
                    return Err(Fault::Halt);
                }
                // The first one counts; what is wrong with the text of this one is told all the same.
                decoder.skip()?;
            } else {
                let value = members.entry(name).or_insert(Value::Null);
                read(decoder, value, misfits)?;
            }
            match decoder.reader.more(b'}') {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => return Err(decoder.syntax(error)),
            }
        }
    }
    decoder.reader.leave();
    Ok(())
}

impl Finding {
    /// That a member is missing from the object at `object`.
    #[must_use]
    pub fn missing(object: &str, name: &str) -> Self {
        let pointer = format!("{object}{}", segment(name));
        let violation = Structural::Missing.violation();
        Finding::new((pointer, Spot::Missing), violation.clone(), violation).within(object)
    }

    /// That the member at `pointer` is not known.
    #[must_use]
    pub fn unknown(pointer: String, spot: Spot, nearest: Option<&str>) -> Self {
        let mut params = Params::new();
        if let Some(nearest) = nearest {
            params.push("nearest", nearest.to_owned());
        }
        Finding::structural((pointer, spot), Structural::Unknown, params)
    }

    /// That the value at `pointer` is null.
    #[must_use]
    pub fn null(pointer: String) -> Self {
        Finding::structural((pointer, Spot::Value), Structural::Null, Params::new())
    }

    /// That the value at `pointer` is of another type.
    #[must_use]
    pub fn wrong_type(pointer: String, params: Params) -> Self {
        Finding::structural((pointer, Spot::Value), Structural::Type, params)
    }

    /// That the value at `pointer` is none of the alternatives.
    #[must_use]
    pub fn variant(pointer: String, params: Params) -> Self {
        Finding::structural((pointer, Spot::Value), Structural::Variant, params)
    }

    /// That the value at `pointer` takes too much work to judge.
    #[must_use]
    pub fn work(pointer: String) -> Self {
        Finding::structural((pointer, Spot::Value), Structural::Work, Params::new())
    }

    /// What is wrong with the value, or the key, at a pointer. `concealed` says it without anything of the value.
    #[must_use]
    pub fn new((pointer, spot): (String, Spot), violation: Violation, concealed: Violation) -> Self {
        let whole = match spot {
            Spot::Value => Some(pointer.clone()),
            Spot::Key | Spot::Missing => None,
        };
        Finding {
            pointer,
            spot,
            violation,
            concealed,
            whole,
        }
    }

    /// The same, which is true only if the value at `whole` is there to its end.
    #[must_use]
    pub fn within(mut self, whole: &str) -> Self {
        // Of two values around one the outer one ends last.
        if self.whole.as_ref().is_none_or(|inner| inner.len() >= whole.len()) {
            self.whole = Some(whole.to_owned());
        }
        self
    }

    fn structural(place: (String, Spot), fault: Structural, params: Params) -> Self {
        Finding::new(place, fault.with(params), fault.violation())
    }
}
