//! Texts that something else judges than a decoder, such as a schema: read here as a value, with all that is wrong with
//! the text itself in the report. What the judge finds by pointers is given places, and joins that report.

use serde_json::{Map, Number, Value};

use super::finding::{Finding, Judged, Spot};
use super::layout::Layout;
use super::limits::Bounds;
use super::{Boundary, Limits, Source, located, refused, unsaid};
use crate::decode::{Decoder, Read};
use crate::json::{MAX_DEPTH, Token};
use crate::telemetry::{Operation, Watch};
use crate::violation::{
    About, Anchor, Fault, Found, Params, Report, Shown, Structural, Violation, Violations, locate,
};
use crate::zone::Zone;

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
        let watch = Watch::start(Operation::Validation);
        let bounds = Bounds::new(self.own_limits().or(limits).or(zone));
        let about = About {
            contract: None,
            origin: source.origin(),
        };
        let (text, cut) = match source.open(bounds.bytes) {
            Ok(opened) => opened,
            Err(refusal) => {
                let mut decoder = refused(&refusal, source.len(), about, watch);
                return Err(located(&mut decoder).unwrap_or_else(unsaid));
            }
        };
        let report = Report::new(bounds.violations, self.fail_fast, true, bounds.depth).about(about);
        let mut decoder = Decoder::new(text, cut, bounds.depth.min(MAX_DEPTH), report, true, watch);
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
        if let Some(origin) = about.origin {
            origin.relate(&mut found);
        }
        // There is something wrong, whether or not it has a place.
        Err(Violations::new(found, total).unwrap_or_else(unsaid))
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
            let misfit = matches!(anchor, Anchor::Value(at) if misfits.binary_search(&at).is_ok());
            // A value that should not be there at all is not looked at.
            if misfit && finding.violation.code() != "unknown" {
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
                chosen: false,
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
        (locate(self.text, self.broken, self.found, None), self.total)
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
