//! Which of our rules is meant by the suites' words, and how their parameters make it.

use std::collections::BTreeMap;
use std::ops::Bound;

use contracts_runtime::formats::Cidr;
use contracts_runtime::rules::{self, Bounds, Rule};

use crate::any::Any;
use crate::number::{self, InRange, MultipleOf, Number as _};
use crate::{Case, Json};

/// What a rule says of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Judgement {
    /// Whether it accepts the value.
    Verdict(bool),
    /// We have no such rule, or not with this meaning.
    NotOffered,
    /// The rule can't be built from these parameters, or takes no value of this type.
    NotApplicable,
}

/// The verdict on a case; `None` where the rule can't be had of its parameters or for its value.
type Judge = fn(&Case) -> Option<bool>;

/// Offering a rule is a line.
const RULES: &[(&str, Judge)] = &[
    ("alphanumeric", |case| text(case, &rules::alphanumeric())),
    ("ascii", |case| text(case, &rules::ascii().control())),
    ("base64", |case| text(case, &rules::base64())),
    ("bic", |case| text(case, &rules::bic())),
    ("const", |case| {
        Some(rules::one_of([any(case.params.get("value")?)]).accepts(&any(&case.value)))
    }),
    ("contains", |case| {
        text(case, &rules::contains(param(case, "text")?))
    }),
    ("credit-card", |case| text(case, &rules::credit_card())),
    ("date", |case| text(case, &rules::date())),
    ("date-time", |case| text(case, &rules::date_time())),
    ("duration", |case| text(case, &rules::duration())),
    ("email", |case| text(case, &rules::email())),
    ("finite", |case| {
        Some(rules::finite().accepts(&f64::read(&case.value)?))
    }),
    ("hex-color", |case| text(case, &rules::hex_color())),
    ("host-and-port", host_and_port),
    ("hostname", |case| text(case, &rules::hostname())),
    ("iban", |case| text(case, &rules::iban())),
    ("idn-email", |case| text(case, &rules::email().idn())),
    ("idn-hostname", |case| text(case, &rules::idn_hostname())),
    ("ip", |case| text(case, &rules::ip())),
    ("ipv4", |case| text(case, &rules::ipv4())),
    ("ipv6", |case| text(case, &rules::ipv6())),
    ("iri", |case| text(case, &rules::iri())),
    ("iri-reference", |case| text(case, &rules::iri_reference())),
    ("isbn", |case| text(case, &rules::isbn())),
    // `length` is the rule on the size of anything.
    ("items", |case| {
        Some(rules::length(lengths(case)?).accepts(case.value.list()?))
    }),
    ("json-pointer", |case| text(case, &rules::json_pointer())),
    ("json-pointer-uri-fragment", |case| {
        text(case, &rules::json_pointer_uri_fragment())
    }),
    ("length", length),
    ("lowercase", |case| text(case, &rules::lowercase())),
    ("luhn", |case| text(case, &rules::luhn())),
    ("mac", |case| text(case, &rules::mac())),
    ("multiple_of", |case| number::judge(case, &MultipleOf)),
    ("not_contains", |case| {
        text(case, &rules::not_contains(param(case, "text")?))
    }),
    ("not_one_of", |case| {
        Some(rules::not_one_of(set(case.params.get("values")?)?).accepts(&any(&case.value)))
    }),
    ("one_of", |case| {
        Some(rules::one_of(set(case.params.get("values")?)?).accepts(&any(&case.value)))
    }),
    ("pattern", |case| {
        let rule = rules::pattern(param(case, "regex")?).search();
        match case.params.get("dialect") {
            Some(Json::Text(dialect)) if dialect == "ecma262" => text(case, &rule.try_ecma().ok()?),
            _ => text(case, &rule),
        }
    }),
    ("phone-number", |case| text(case, &rules::phone())),
    ("port", |case| text(case, &rules::port())),
    ("prefix", |case| text(case, &rules::prefix(param(case, "text")?))),
    ("properties", |case| {
        Some(rules::length(lengths(case)?).accepts(members(&case.value)?))
    }),
    ("range", |case| number::judge(case, &InRange)),
    ("regex", |case| text(case, &rules::regex())),
    ("relative-json-pointer", |case| {
        text(case, &rules::relative_json_pointer())
    }),
    ("semver", |case| text(case, &rules::semver())),
    ("slug", |case| text(case, &rules::slug())),
    ("suffix", |case| text(case, &rules::suffix(param(case, "text")?))),
    ("time", |case| text(case, &rules::time())),
    ("ulid", |case| text(case, &rules::ulid())),
    ("unique", unique),
    ("uppercase", |case| text(case, &rules::uppercase())),
    ("uri", |case| text(case, &rules::uri())),
    ("uri-reference", |case| text(case, &rules::uri_reference())),
    ("uri-template", |case| text(case, &rules::uri_template())),
    ("uuid", |case| text(case, &rules::uuid())),
];

/// Meanings of a suite's own that our options have.
const PROFILES: &[(&str, &str, Judge)] = &[
    ("cidr", "address-with-prefix", |case| text(case, &cidr(case)?)),
    ("cidr", "network", |case| text(case, &cidr(case)?.network())),
    ("email", "html5", |case| text(case, &rules::email().html())),
    ("url", "whatwg", url),
    ("uuid", "rfc9562", versioned_uuid),
];

/// What our rule for this case says.
#[must_use]
pub fn judge(case: &Case) -> Judgement {
    let judge = match &case.profile {
        None => RULES
            .iter()
            .find(|(rule, _)| *rule == case.rule)
            .map(|(_, judge)| judge),
        Some(profile) => PROFILES
            .iter()
            .find(|(rule, of, _)| *rule == case.rule && of == profile)
            .map(|(_, _, judge)| judge),
    };
    match judge.map(|judge| judge(case)) {
        None => Judgement::NotOffered,
        Some(None) => Judgement::NotApplicable,
        Some(Some(verdict)) => Judgement::Verdict(verdict),
    }
}

fn text(case: &Case, rule: &impl Rule<str>) -> Option<bool> {
    Some(rule.accepts(case.value.text()?))
}

fn host_and_port(case: &Case) -> Option<bool> {
    let rule = rules::host_and_port();
    match case.params.get("port_required") {
        Some(Json::Bool(false)) => text(case, &rule.port_optional()),
        _ => text(case, &rule),
    }
}

fn cidr(case: &Case) -> Option<Cidr> {
    Some(match case.params.get("version").map(count) {
        None => rules::cidr(),
        Some(Some(4)) => rules::cidr().v4(),
        Some(Some(6)) => rules::cidr().v6(),
        Some(_) => return None,
    })
}

/// The standard takes every scheme, so the rule is that with the scheme that the text has.
fn url(case: &Case) -> Option<bool> {
    let scheme = case.value.text()?.split(':').next()?.to_ascii_lowercase();
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || "+-.".contains(character));
    match is_scheme {
        true => text(case, &rules::url().schemes([&*scheme.leak()])),
        false => text(case, &rules::url()),
    }
}

fn versioned_uuid(case: &Case) -> Option<bool> {
    let uuid = rules::uuid();
    let rule = match case.params.get("version").map(count) {
        Some(Some(1)) => uuid.v1(),
        Some(Some(2)) => uuid.v2(),
        Some(Some(3)) => uuid.v3(),
        Some(Some(4)) => uuid.v4(),
        Some(Some(5)) => uuid.v5(),
        Some(Some(6)) => uuid.v6(),
        Some(Some(7)) => uuid.v7(),
        Some(Some(8)) => uuid.v8(),
        // Any version, but with no other variant: we have no such option.
        _ => return None,
    };
    text(case, &rule)
}

fn length(case: &Case) -> Option<bool> {
    let rule = rules::length(lengths(case)?);
    match param(case, "unit")? {
        "chars" => text(case, &rule),
        "bytes" => text(case, &rule.unit(rules::words::bytes)),
        _ => None,
    }
}

fn unique(case: &Case) -> Option<bool> {
    let items: Vec<Any> = case.value.list()?.iter().map(any).collect();
    match case.params.get("unique")? {
        Json::Bool(true) => Some(rules::unique().accepts(items.as_slice())),
        // The keyword says so that it says nothing.
        _ => Some(true),
    }
}

/// The bounds that `min` and `max` give, or `eq`.
fn lengths(case: &Case) -> Option<Bounds<usize>> {
    let bound = |name: &str| match case.params.get(name).or_else(|| case.params.get("eq")) {
        Some(bound) => count(bound).map(Bound::Included),
        None => Some(Bound::Unbounded),
    };
    Some(Bounds::new(bound("min")?, bound("max")?))
}

fn count(json: &Json) -> Option<usize> {
    match json {
        Json::Number(number) => {
            // Some write whole numbers with a point.
            let written = number.written();
            written.strip_suffix(".0").unwrap_or(written).parse().ok()
        }
        _ => None,
    }
}

fn members(json: &Json) -> Option<&BTreeMap<String, Json>> {
    match json {
        Json::Object(members) => Some(members),
        _ => None,
    }
}

/// Sets up to this size can be made.
const GREATEST_SET: usize = 32;

fn set(values: &Json) -> Option<[Any; GREATEST_SET]> {
    let values = values.list().filter(|values| values.len() <= GREATEST_SET)?;
    let last = any(values.last()?);
    // The last value again for the rest: a set does not mind.
    Some(std::array::from_fn(|at| values.get(at).map_or(last, any)))
}

/// Rules are constants in programs, so what they hold is static; here it lives until the end of the program.
fn any(json: &Json) -> Any {
    Any(Box::leak(Box::new(json.clone())))
}

fn param(case: &Case, name: &str) -> Option<&'static str> {
    case.params.get(name)?.text().map(|text| &*text.to_owned().leak())
}
