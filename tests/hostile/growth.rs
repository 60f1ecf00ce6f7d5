//! The cost of a document grows with its length, and with nothing else: neither with how deep its content lies, nor with
//! how much of it is wrong.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use perimeter::{Boundary, Contract, Violation, external_contract};
use serde::Deserialize;

use crate::agreement::Ways;
use crate::contracts::CASES;

const BOUNDARY: Boundary = Boundary::new().max_bytes(usize::MAX);

/// How much longer a hostile text may take than a usual one of its length. What grows otherwise takes a hundred times
/// as long; what machines do beside the test does not.
const TIMES: u32 = 12;

/// How often each is read: the best counts.
const TRIES: usize = 5;

/// The shortest of some runs of each of the two, which take turns.
fn shortest(mut usual: impl FnMut(), mut hostile: impl FnMut()) -> (Duration, Duration) {
    let mut best = (Duration::MAX, Duration::MAX);
    for _ in 0..TRIES {
        let start = Instant::now();
        usual();
        best.0 = best.0.min(start.elapsed());
        let start = Instant::now();
        hostile();
        best.1 = best.1.min(start.elapsed());
        if best.1 <= best.0 * TIMES {
            break;
        }
    }
    best
}

/// Holds a hostile text to the time of a usual one.
fn alike(name: &str, usual: impl FnMut(), hostile: impl FnMut()) {
    let (usual, hostile) = shortest(usual, hostile);
    assert!(
        hostile <= usual * TIMES,
        "{name}: {hostile:?} where a usual text takes {usual:?}"
    );
}

fn ways(name: &str) -> &'static Ways {
    CASES.iter().find(|case| case.name == name).unwrap()
}

fn read(name: &str, text: &str) {
    black_box((ways(name).examine)(&BOUNDARY, text.as_bytes()));
}

/// Much that is stepped over, at the innermost of many levels instead of the first.
#[test]
fn content_costs_the_same_wherever_it_lies() {
    let much = format!("[{}]", vec!["12345"; 1 << 16].join(","));
    for (name, open, inside, close) in [
        (
            "Internal",
            r#"{"of":"#,
            r#"{"x":MUCH,"kind":"Of"}"#,
            r#","kind":"Of"}"#,
        ),
        (
            "Internal",
            r#"{"kind":"Of","of":"#,
            r#"{"x":MUCH,"kind":"Of"}"#,
            "}",
        ),
        (
            "Adjacent",
            r#"{"c":"#,
            r#"{"c":MUCH,"t":"Both"}"#,
            r#","t":"Of"}"#,
        ),
        ("External", r#"{"Of":"#, r#"{"Of":"End","x":MUCH}"#, r#","x":1}"#),
        ("Flat", r#"{"of":"#, r#"{"x":1,"y":MUCH}"#, "}"),
        ("FlatMap", r#"{"a":1,"k":"#, r#"{"a":1,"k":MUCH}"#, "}"),
        ("Chain", r#"{"of":"#, r#"{"x":1,"y":MUCH}"#, r#","y":1}"#),
        (
            "Order",
            r#"{"count":1,"parts":["#,
            r#"{"count":1,"y":MUCH}"#,
            "]}",
        ),
    ] {
        let inside = inside.replace("MUCH", &much);
        let text = |levels: usize| [&open.repeat(levels), inside.as_str(), &close.repeat(levels)].concat();
        let (flat, deep) = (text(1), text(60));
        alike(
            &format!("{name} {open}"),
            || read(name, &flat),
            || read(name, &deep),
        );
    }
}

/// Contracts with many names that are near to each other.
macro_rules! many {
    ($($variant:ident $name:literal)+) => {
        #[derive(Debug, Contract)]
        #[contract(zone = strategic)]
        enum Many {
            $(#[serde(rename = $name)] $variant,)+
        }

        #[derive(Debug, Contract)]
        #[contract(zone = strategic)]
        #[serde(untagged)]
        enum Either {
            Number(u8),
            Many(Many),
            Text(String),
        }
    };
}

many! {
    A00 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_00"
    A01 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_01"
    A02 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_02"
    A03 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_03"
    A04 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_04"
    A05 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_05"
    A06 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_06"
    A07 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_07"
    A08 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_08"
    A09 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_09"
    A10 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_10"
    A11 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_11"
    A12 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_12"
    A13 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_13"
    A14 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_14"
    A15 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_15"
    A16 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_16"
    A17 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_17"
    A18 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_18"
    A19 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_19"
    A20 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_20"
    A21 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_21"
    A22 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_22"
    A23 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_23"
    A24 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_24"
    A25 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_25"
    A26 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_26"
    A27 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_27"
    A28 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_28"
    A29 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_29"
    A30 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_30"
    A31 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_31"
    A32 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_32"
    A33 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_33"
    A34 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_34"
    A35 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_35"
    A36 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_36"
    A37 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_37"
    A38 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_38"
    A39 "name_that_is_as_long_as_names_are_when_they_are_generated_nr_39"
}

#[derive(Debug, Default)]
#[external_contract]
struct Names {
    #[field(any)]
    many: Vec<Many>,
    #[field(any)]
    either: Vec<Either>,
    #[field(any)]
    text: Vec<String>,
}

/// Variants with names that are nearly known; in an alternative, too, that is not taken.
#[test]
fn names_that_are_nearly_known_cost_as_much_as_known_ones() {
    let near = format!(
        "{}x",
        "name_that_is_as_long_as_names_are_when_they_are_generated_nr_39".trim_end_matches('9')
    );
    let text = |member: &str| {
        let names = vec![format!("{near:?}"); 20_000].join(",");
        let rest = ["many", "either", "text"]
            .into_iter()
            .filter(|other| *other != member);
        let rest = rest.fold(String::new(), |rest, other| rest + ",\"" + other + "\":[]");
        format!(r#"{{"{member}":[{names}]{rest}}}"#)
    };
    let (usual, many, either) = (text("text"), text("many"), text("either"));
    let names = |text: &str| BOUNDARY.accept::<Names>(text);
    alike(
        "variants",
        || assert!(names(&usual).is_ok()),
        || assert_eq!(names(&many).unwrap_err().truncated(), 20_000 - 100),
    );
    alike(
        "alternatives",
        || assert!(names(&usual).is_ok()),
        || assert!(names(&either).is_ok()),
    );
}

#[derive(Debug)]
#[external_contract(check(points))]
struct Pointing {
    #[field(any)]
    list: Vec<u32>,
    of: Option<Box<Pointing>>,
}

fn points(value: &Pointing) -> Result<(), Violation> {
    let last = value.list.len().saturating_sub(1);
    Err(Violation::new("last", "must not be the last").at(format!("/list/{last}")))
}

/// The place of each part is searched for in the whole of what the check is of.
#[test]
fn checks_that_point_into_their_value_cost_the_same_at_every_level() {
    let much = vec!["12345"; 1 << 16].join(",");
    let text = |levels: usize| {
        let inside = format!(r#"{{"list":[{much}]}}"#);
        [
            &r#"{"list":[],"of":"#.repeat(levels),
            inside.as_str(),
            &"}".repeat(levels),
        ]
        .concat()
    };
    let (flat, deep) = (text(1), text(60));
    let read = |text: &str| black_box(BOUNDARY.accept::<Pointing>(text).unwrap_err());
    alike("parts", || drop(read(&flat)), || drop(read(&deep)));
    // On a short text no search is given up.
    let report = read(r#"{"list":[1],"of":{"list":[2,3]}}"#);
    let places: Vec<_> = report
        .iter()
        .map(|found| (found.pointer(), found.column()))
        .collect();
    assert_eq!(places, [("/list/0", Some(10)), ("/of/list/1", Some(29))]);
}

#[derive(Debug)]
#[external_contract]
struct Collections {
    #[field(unique)]
    unique: Option<Vec<String>>,
    #[field(any)]
    map: Option<HashMap<String, u8>>,
    #[field(any)]
    tree: Option<BTreeMap<String, u8>>,
    #[field(each(pattern = "(a|aa)+b?"))]
    pattern: Option<Vec<String>>,
    #[field(any)]
    plain: Option<Vec<String>>,
}

/// Elements and keys that have all but their ends in common.
#[test]
fn elements_and_keys_that_are_nearly_the_same_are_told_apart_in_linear_time() {
    const COUNT: usize = 100_000;
    let key = |index: usize| format!(r#""kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk{index:06}""#);
    let keys: Vec<String> = (0..COUNT).map(key).collect();
    let members: Vec<String> = keys.iter().map(|key| format!("{key}:1")).collect();
    let (keys, members) = (keys.join(","), members.join(","));
    let usual = format!(r#"{{"plain":[{keys}]}}"#);
    let equal = vec![key(0); COUNT].join(",");
    let read = |text: &str| black_box(BOUNDARY.accept::<Collections>(text).is_ok());
    for (name, text, valid) in [
        ("unique", format!(r#"{{"unique":[{keys}]}}"#), true),
        ("equal", format!(r#"{{"unique":[{equal}]}}"#), false),
        ("map", format!(r#"{{"map":{{{members}}}}}"#), true),
        ("tree", format!(r#"{{"tree":{{{members}}}}}"#), true),
    ] {
        assert_eq!(read(&text), valid, "{name}");
        alike(name, || _ = read(&usual), || _ = read(&text));
    }
}

/// What makes engines that go back try each way through the text.
#[test]
fn patterns_are_matched_in_linear_time() {
    let text = |member: &str| format!(r#"{{"{member}":["{}c"]}}"#, "a".repeat(1 << 20));
    let (usual, hostile) = (text("plain"), text("pattern"));
    let read = |text: &str| black_box(BOUNDARY.accept::<Collections>(text).is_ok());
    assert!(!read(&hostile));
    // Plain text is stepped over many bytes at a time, so it is no measure: a second of a megabyte is.
    let (_, hostile) = shortest(|| _ = read(&usual), || _ = read(&hostile));
    assert!(hostile < Duration::from_secs(1), "{hostile:?}");
}

/// What is compared has to be paid for by what was read.
#[test]
fn a_short_text_of_nearly_known_names_has_nearest_ones_as_far_as_its_bytes_pay() {
    let near = |text: String| {
        let report = BOUNDARY.accept::<Names>(&text).unwrap_err();
        let told = |name: &str| {
            report
                .iter()
                .filter(|found| found.params().get(name).is_some())
                .count()
        };
        (report.len(), told("expected"), told("nearest"))
    };
    // A few are what somebody has mistyped.
    let few = [r#""name_that_is_as_long_as_names_are_when_they_are_generated_nr_0""#; 5].join(",");
    assert_eq!(
        near(format!(r#"{{"many":[{few}],"either":[],"text":[]}}"#)),
        (5, 5, 5)
    );
    // Nothing that these have in common with the known ones is at their ends: each comparison is as long as they are.
    let far = [r#""xame_that_is_as_long_as_names_are_when_they_are_generated_nr_0x""#; 100].join(",");
    let (all, _, nearest) = near(format!(r#"{{"many":[{far}],"either":[],"text":[]}}"#));
    assert!(all == 100 && nearest < 10, "{nearest}");
    let names = [r#""x""#; 100].join(",");
    let (all, expected, nearest) = near(format!(r#"{{"many":[{names}],"either":[],"text":[]}}"#));
    assert!(
        all == 100 && (20..60).contains(&expected) && nearest == 0,
        "{expected}"
    );
}

/// A foreign type with a contract inside, which serde reads from its own text again.
#[derive(Debug, Deserialize)]
struct Wrapped {
    of: Nested,
}

#[derive(Debug)]
#[external_contract]
struct Nested {
    #[field(any)]
    wrapped: Option<Box<Wrapped>>,
    #[field(any)]
    swallowed: Option<Box<Swallowed>>,
    #[field(any)]
    numbers: Option<Vec<u32>>,
}

/// A foreign type that takes anything instead of a contract that is refused.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Swallowed {
    Nested(Nested),
    Any(serde::de::IgnoredAny),
}

#[test]
fn contracts_inside_foreign_types_inside_contracts_are_bounded() {
    let much = vec!["12345"; 1 << 15].join(",");
    let nested = |open: &str, close: &str, numbers: &str, levels: usize| {
        let (open, close) = (open.repeat(levels), close.repeat(levels));
        format!(r#"{open}{{"numbers":[{numbers}]}}{close}"#)
    };
    let wrapped = |numbers: &str, levels: usize| nested(r#"{"wrapped":{"of":"#, "}}", numbers, levels);
    let accepted = |text: &str| black_box(BOUNDARY.accept::<Nested>(text)).is_ok();
    assert!(accepted(&wrapped(&much, 5)) && accepted(&wrapped("1", 20)));
    let (flat, deep) = (wrapped(&much, 1), wrapped(&much, 60));
    // What it may read again, each time twice: to step over it, and for serde to find its end.
    let (flat_time, deep_time) = shortest(|| assert!(accepted(&flat)), || assert!(!accepted(&deep)));
    assert!(
        deep_time <= flat_time * 2 * TIMES,
        "{deep_time:?} where one level takes {flat_time:?}"
    );
    let swallowed = nested(r#"{"swallowed":"#, "}", &much, 60);
    for (text, place) in [(&deep, "/wrapped"), (&swallowed, "/swallowed")] {
        let report = BOUNDARY.accept::<Nested>(text).unwrap_err();
        let found = report.first();
        assert_eq!(
            (report.len(), found.code(), found.pointer()),
            (1, "limit.work", place)
        );
    }
    // What was read of one text is not held against the next.
    assert!(accepted(&flat));
}

/// Names of any length beside known ones: most are too long to be near.
#[test]
fn unknown_names_cost_what_their_length_costs() {
    let mut members = String::from(r#"{"map":{"a":1}"#);
    for index in 0..20_000 {
        let _ = write!(members, r#","pattern_unique_plain_{index:044}":0"#);
    }
    let members = format!("{members}}}");
    // The same as entries of a map.
    let usual = format!("{}}}", members.replacen(r#""a":1}"#, r#""a":1"#, 1));
    alike(
        "unknown names",
        || assert!(BOUNDARY.accept::<Collections>(&usual).is_ok()),
        || {
            assert_eq!(
                BOUNDARY.accept::<Collections>(&members).unwrap_err().truncated(),
                20_000 - 100
            );
        },
    );
}
