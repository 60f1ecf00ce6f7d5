//! Values at a bound and right beside it, for samples.

use super::moment::{DAY, Stretch};
use super::samples::Samples;
use crate::violation::{Param, Params};

/// The nanoseconds of a second.
const SECOND: i128 = 1_000_000_000;

/// What lies in a range and what does not, by the parameters of its bounds.
pub(super) fn around(params: &Params) -> Samples {
    let mut samples = Samples::new();
    let [min, above, max, less] =
        ["min", "exclusive_min", "max", "exclusive_max"].map(|name| params.get(name));
    // A range of a single value has nothing beside its bounds; one that is empty has no values at all.
    let inside = |value: &Param| {
        let at_least = |bound: Option<&Param>, strict: bool| {
            bound.is_none_or(|bound| {
                order(bound, value).is_some_and(|order| order < 0 || order == 0 && !strict)
            })
        };
        let at_most = |bound: Option<&Param>, strict: bool| {
            bound.is_none_or(|bound| {
                order(value, bound).is_some_and(|order| order < 0 || order == 0 && !strict)
            })
        };
        at_least(min, false) && at_least(above, true) && at_most(max, false) && at_most(less, true)
    };
    let mut values = Vec::new();
    for bound in [min, above, max, less].into_iter().flatten() {
        values.push(bound.clone());
        values.extend([1, -1].into_iter().filter_map(|step| beside(bound, step)));
    }
    if let (Some(low), Some(high)) = (min.or(above), max.or(less)) {
        values.extend(middle(low, high));
    }
    for far in [1, 100, -100] {
        for bound in [min, above, max, less].into_iter().flatten() {
            values.extend(beside(bound, far * 10));
        }
    }
    for value in values {
        // What can't be compared here makes no claim.
        let known = [min, above, max, less]
            .into_iter()
            .flatten()
            .all(|bound| order(bound, &value).is_some());
        samples = match (known, inside(&value)) {
            (false, _) => samples,
            (true, true) => samples.accepting([value]),
            (true, false) => samples.rejecting([value]),
        };
    }
    samples
}

/// What is not the value but close to it.
pub(super) fn other(value: &Param) -> Vec<Param> {
    let mut others = match value {
        Param::Bool(value) => vec![Param::Bool(!value)],
        Param::Text(text) => {
            let swapped: String = match text.chars().any(char::is_lowercase) {
                true => text.to_uppercase(),
                false => text.to_lowercase(),
            };
            let cut: String = text.chars().skip(1).collect();
            vec![swapped.into(), format!("{text}x").into(), cut.into(), "x".into()]
        }
        Param::Integer(_) | Param::Float(_) | Param::List(_) | Param::Object(_) => Vec::new(),
    };
    others.extend([1, -1].into_iter().filter_map(|step| beside(value, step)));
    others.retain(|other| other != value);
    others
}

/// A value `steps` above the bound, below it if negative. A step is the least of integers, characters and days, a second
/// of moments, and for floats one that floats of 32 bits can tell apart.
pub(super) fn beside(bound: &Param, steps: i32) -> Option<Param> {
    match bound {
        Param::Integer(value) => value.checked_add(i128::from(steps)).map(Param::Integer),
        Param::Float(value) => {
            let step = (value.abs() / 1_048_576.0).max(1.0 / 1_048_576.0);
            let beside = value + step * f64::from(steps);
            beside.is_finite().then_some(Param::Float(beside))
        }
        Param::Text(text) => {
            let mut chars = text.chars();
            if let (Some(char), None) = (chars.next(), chars.next()) {
                if !char.is_ascii_digit() {
                    let scalar = i64::from(u32::from(char)) + i64::from(steps);
                    let char = u32::try_from(scalar).ok().and_then(char::from_u32)?;
                    return Some(char.into());
                }
            }
            decimal(text, steps)
                .or_else(|| moment(text, steps))
                .map(Param::from)
        }
        Param::Bool(_) | Param::List(_) | Param::Object(_) => None,
    }
}

/// Something between two bounds.
fn middle(low: &Param, high: &Param) -> Option<Param> {
    match (low, high) {
        (Param::Integer(low), Param::Integer(high)) => Some(Param::Integer((low / 2).checked_add(high / 2)?)),
        (Param::Float(low), Param::Float(high)) => {
            let middle = low / 2.0 + high / 2.0;
            middle.is_finite().then_some(Param::Float(middle))
        }
        _ => None,
    }
}

/// How two bounds of a kind compare: negative, zero or positive; `None` if that is not known here.
fn order(one: &Param, other: &Param) -> Option<i32> {
    let order = match (one, other) {
        (Param::Integer(one), Param::Integer(other)) => one.partial_cmp(other),
        (Param::Float(one), Param::Float(other)) => one.partial_cmp(other),
        (Param::Integer(_), Param::Text(_)) | (Param::Text(_), Param::Integer(_)) => {
            whole(one)?.partial_cmp(&whole(other)?)
        }
        (Param::Text(_), Param::Text(_)) if whole(one).is_some() && whole(other).is_some() => {
            whole(one).partial_cmp(&whole(other))
        }
        (Param::Text(one), Param::Text(other)) => {
            if let (Some(one), Some(other)) = (single(one), single(other)) {
                one.partial_cmp(&other)
            } else if let (Some(one), Some(other)) = (scaled(one), scaled(other)) {
                one.partial_cmp(&other)
            } else {
                stretch(one)?.first.partial_cmp(&stretch(other)?.first)
            }
        }
        _ => None,
    };
    order.map(|order| order as i32)
}

/// An integer of 128 bits with or without sign, as something that is in their order: negative ones first.
fn whole(param: &Param) -> Option<(bool, u128)> {
    match param {
        Param::Integer(value) if *value < 0 => Some((false, u128::MAX - value.unsigned_abs())),
        Param::Integer(value) => Some((true, value.unsigned_abs())),
        Param::Text(text) => text.parse().ok().map(|value| (true, value)),
        _ => None,
    }
}

/// The only character of a text, unless it is a digit, which may be a number.
fn single(text: &str) -> Option<char> {
    let mut chars = text.chars();
    let char = chars.next().filter(|char| !char.is_ascii_digit())?;
    chars.next().is_none().then_some(char)
}

/// A decimal as the number of its trillionths; `None` if it is none or too large.
fn scaled(text: &str) -> Option<i128> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) || fraction.len() > 12 {
        return None;
    }
    let fraction: i128 = format!("{fraction:0<12}").parse().ok()?;
    let value = whole
        .parse::<i128>()
        .ok()?
        .checked_mul(1_000_000_000_000)?
        .checked_add(fraction)?;
    Some(if unsigned.len() == text.len() {
        value
    } else {
        -value
    })
}

/// A decimal or great integer in text, so many more.
fn decimal(text: &str, steps: i32) -> Option<String> {
    if let Ok(value) = text.parse::<u128>() {
        let magnitude = u128::from(steps.unsigned_abs());
        return match steps < 0 {
            true => Some(match value.checked_sub(magnitude) {
                Some(below) => below.to_string(),
                // The subtraction fails where the magnitude is the greater one.
                None => format!("-{}", magnitude.abs_diff(value)),
            }),
            false => value.checked_add(magnitude).map(|above| above.to_string()),
        };
    }
    let value = scaled(text)? + i128::from(steps) * 1_000_000_000_000;
    let sign = if value < 0 { "-" } else { "" };
    let (whole, fraction) = (
        value.unsigned_abs() / 1_000_000_000_000,
        value.unsigned_abs() % 1_000_000_000_000,
    );
    let written = format!("{sign}{whole}.{fraction:012}");
    Some(written.trim_end_matches('0').trim_end_matches('.').to_owned())
}

/// What of a moment a text says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Date,
    DateTime,
    LocalDateTime,
    LocalTime,
}

fn form(text: &str) -> Option<(Form, Stretch)> {
    let forms = [
        (Form::Date, text.to_owned()),
        (Form::LocalDateTime, format!("{}Z", text.replacen(' ', "T", 1))),
        (Form::LocalTime, format!("1970-01-01T{text}Z")),
    ];
    for (form, completed) in forms {
        if let Some(stretch) = Stretch::parse(&completed) {
            let is_date = stretch.first != stretch.last;
            let form = if form == Form::Date && !is_date {
                Form::DateTime
            } else {
                form
            };
            return Some((form, stretch));
        }
    }
    None
}

fn stretch(text: &str) -> Option<Stretch> {
    form(text).map(|(_, stretch)| stretch)
}

/// A text about time, so many days or seconds later, in its own form.
fn moment(text: &str, steps: i32) -> Option<String> {
    let (form, stretch) = form(text)?;
    let later = |unit: i128| stretch.first + i128::from(steps) * unit;
    match form {
        Form::Date => date(later(DAY)),
        Form::DateTime => date_time(later(SECOND)),
        Form::LocalDateTime => date_time(later(SECOND)).map(|text| text.trim_end_matches('Z').to_owned()),
        Form::LocalTime => {
            let text = date_time(later(SECOND))?;
            Some(text.strip_prefix("1970-01-01T")?.trim_end_matches('Z').to_owned())
        }
    }
}

/// A moment, and the day that it is of, in UTC, as far as RFC 3339 can say them.
pub(super) fn said(nanoseconds: i128) -> impl Iterator<Item = String> {
    [date_time(nanoseconds), date(nanoseconds)].into_iter().flatten()
}

/// The day in UTC.
pub(super) fn date(nanoseconds: i128) -> Option<String> {
    // The calendar in years that begin in March, by Howard Hinnant's `civil_from_days`.
    let days = nanoseconds.div_euclid(DAY) + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, early) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    let year = year + era * 400 + early;
    (0..=9999)
        .contains(&year)
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The moment in UTC.
pub(super) fn date_time(nanoseconds: i128) -> Option<String> {
    let time = nanoseconds.rem_euclid(DAY);
    let (seconds, fraction) = (time / SECOND, time % SECOND);
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let fraction = if fraction == 0 {
        String::new()
    } else {
        format!(".{fraction:09}")
    };
    date(nanoseconds).map(|date| format!("{date}T{hour:02}:{minute:02}:{second:02}{fraction}Z"))
}

/// The values of a set, and values beside them that it does not hold.
pub(super) fn told(set: Param) -> (Vec<Param>, Vec<Param>) {
    let values = match set {
        Param::List(values) => values,
        value => vec![value],
    };
    let mut others: Vec<Param> = Vec::new();
    for other in values.iter().flat_map(other) {
        if !values.contains(&other) && !others.contains(&other) {
            others.push(other);
        }
    }
    (values, others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_beside_a_bound_has_its_form() {
        for (bound, steps, expected) in [
            ("2024-02-28", 1, "2024-02-29"),
            ("2024-03-01", -1, "2024-02-29"),
            ("1970-01-01T00:00:00+00:00", -1, "1969-12-31T23:59:59Z"),
            ("2024-01-01 00:00:00", 1, "2024-01-01T00:00:01"),
            ("12:00:00", 1, "12:00:01"),
            ("0.5", -1, "-0.5"),
            ("-0.5", 1, "0.5"),
            (
                "340282366920938463463374607431768211455",
                -1,
                "340282366920938463463374607431768211454",
            ),
            ("m", 1, "n"),
        ] {
            assert_eq!(
                beside(&bound.into(), steps),
                Some(Param::from(expected)),
                "{bound}"
            );
        }
        assert_eq!(beside(&"1.5s".into(), 1), None);
        assert_eq!(beside(&u128::MAX.into(), 1), None);
    }

    #[test]
    fn dates_are_written_as_they_are_read() {
        for text in [
            "0000-01-01",
            "1969-12-31",
            "2000-02-29",
            "2024-12-31",
            "9999-12-31",
        ] {
            let stretch = Stretch::parse(text).unwrap();
            assert_eq!(date(stretch.first).as_deref(), Some(text));
            assert_eq!(date(stretch.last).as_deref(), Some(text));
        }
        assert_eq!(date(Stretch::parse("9999-12-31").unwrap().last + 1), None);
    }

    #[test]
    fn a_range_has_both_of_its_ends_on_both_sides() {
        let samples = around(&Params::new().with("min", 1).with("exclusive_max", 5));
        for accepted in [1, 2, 4] {
            assert!(samples.accepted().contains(&accepted.into()));
        }
        for rejected in [0, 5, 6] {
            assert!(samples.rejected().contains(&rejected.into()));
        }
    }
}
