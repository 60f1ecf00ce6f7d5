//! The formats keep their vectors, agree with the standard library, and panic on no text.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the configuration allows them in tests, but not in the functions beside them"
)]

use std::{
    fs,
    net::{Ipv4Addr, Ipv6Addr},
    path::PathBuf,
};

use serde_json::Value;

use contracts_runtime::formats::{ALL, check};

const VECTORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata/formats");

#[test]
fn every_format_has_vectors_and_every_vector_file_a_format() {
    let mut files: Vec<String> = fs::read_dir(VECTORS)
        .unwrap()
        .map(|entry| PathBuf::from(entry.unwrap().file_name()))
        .map(|name| name.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    files.sort();
    assert_eq!(files, ALL);
}

#[test]
fn every_vector_file_names_its_format_and_has_both_verdicts() {
    for format in ALL {
        let file = read(format);
        assert_eq!(file["format"], *format);
        for verdict in [true, false] {
            assert!(
                cases(&file).iter().any(|case| case["accept"] == verdict),
                "{format} has no case with accept = {verdict}"
            );
        }
    }
}

#[test]
fn formats_keep_their_vectors() {
    let mut wrong = Vec::new();
    for format in ALL {
        for case in cases(&read(format)) {
            let (value, accept) = (case["value"].as_str().unwrap(), case["accept"].as_bool().unwrap());
            if check(format, value) != Some(accept) {
                wrong.push(format!("{format} {value:?}: expected {accept}, {}", case["why"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[cfg(feature = "proptest")]
#[test]
fn formats_keep_their_samples() {
    for format in ALL {
        let [accepted, rejected] = contracts_runtime::formats::samples(format).unwrap();
        assert!(
            !accepted.is_empty() && !rejected.is_empty(),
            "{format} has no samples"
        );
        for text in accepted {
            assert_eq!(check(format, text), Some(true), "{format}: {text:?}");
        }
        for text in rejected {
            assert_eq!(check(format, text), Some(false), "{format}: {text:?}");
        }
    }
}

#[test]
fn unknown_names_are_no_format() {
    #[cfg(feature = "proptest")]
    assert_eq!(contracts_runtime::formats::samples("no_such_format"), None);
    assert_eq!(check("no_such_format", "a"), None);
    assert_eq!(check("UUID", "a"), None);
}

#[test]
fn no_format_panics_on_random_text() {
    let mut random = Random::new(1);
    for _ in 0..20_000 {
        let text = random.text();
        for format in ALL {
            assert!(check(format, &text).is_some());
        }
    }
}

#[test]
fn no_format_panics_on_damaged_vectors() {
    let mut random = Random::new(2);
    let seeds: Vec<String> = ALL
        .iter()
        .flat_map(|format| {
            cases(&read(format))
                .iter()
                .map(|case| case["value"].as_str().unwrap().to_owned())
                .collect::<Vec<_>>()
        })
        .collect();
    for _ in 0..20_000 {
        let text = random.damage(random.clone().pick(&seeds));
        for format in ALL {
            assert!(check(format, &text).is_some());
        }
    }
}

#[test]
fn long_text_takes_linear_time() {
    // A scan in the square of the length would run for minutes.
    let parts = [
        "a",
        ".",
        ":",
        "-",
        "%41",
        "{a}",
        "{",
        "[",
        "@",
        "\"",
        "\\a",
        "0",
        "\u{e9}",
        "/",
        "xn--",
        "http:",
        "0.",
        "(",
        "(?<a>|",
        "\\k<a>",
        "~1",
        "a-",
        "[1,",
        "\u{4f8b}.",
    ];
    for part in parts {
        for prefix in [
            "", "http://", "a@", "\"", "x:", "{", "http://[", "x://[v1.", "/", "P", "1.2.3-", "de-",
        ] {
            let text = prefix.to_owned() + &part.repeat(50_000);
            for format in ALL {
                assert!(check(format, &text).is_some());
            }
        }
    }
}

#[test]
fn ipv4_agrees_with_the_standard_library() {
    let mut random = Random::new(3);
    let pieces = [
        "0", "1", "9", "00", "01", "10", "25", "99", "100", "199", "249", "250", "255", "256", "300", "1000",
    ];
    let mut accepted = 0;
    for _ in 0..200_000 {
        let mut text = String::new();
        for at in 0..random.below(40).min(4) + u64::from(random.below(8) == 0) {
            if at > 0 {
                text.push_str(random.pick(&[".", ".", ".", ".", ".", ".", ".", "", "..", " ", ":"]));
            }
            text.push_str(random.pick(&pieces));
        }
        let expected = text.parse::<Ipv4Addr>().is_ok();
        accepted += u32::from(expected);
        assert_eq!(check("ipv4", &text), Some(expected), "{text:?}");
    }
    assert!(accepted > 1_000, "too few of the texts are addresses: {accepted}");
}

#[test]
fn ipv6_agrees_with_the_standard_library() {
    let mut random = Random::new(4);
    let pieces = [
        "0",
        "1",
        "ab",
        "CDE",
        "ffff",
        "0000",
        "12345",
        "",
        "g",
        "1.2.3.4",
        "1.2.3.256",
        "01.2.3.4",
    ];
    let mut accepted = 0;
    for _ in 0..400_000 {
        let mut text = random.pick(&["", "", "", "::", ":"]).to_owned();
        for at in 0..=random.below(9) {
            if at > 0 {
                text.push_str(random.pick(&[":", ":", ":", ":", ":", ":", ":", "::", ":::", "."]));
            }
            // Mostly plain groups, or hardly any text would be an address.
            let piece = if random.below(8) == 0 {
                random.pick(&pieces)
            } else {
                random.pick(&pieces[..6])
            };
            text.push_str(piece);
        }
        text.push_str(random.pick(&["", "", "", "::", ":", "%1"]));
        let expected = text.parse::<Ipv6Addr>().is_ok();
        accepted += u32::from(expected);
        assert_eq!(check("ipv6", &text), Some(expected), "{text:?}");
    }
    assert!(
        accepted > 10_000,
        "too few of the texts are addresses: {accepted}"
    );
}

#[test]
fn date_passes_exactly_the_days_of_the_calendar() {
    // 400 years are a whole cycle: the rule is right for all years if it is for these.
    let mut days = 0;
    for year in 1600..2000 {
        for month in 0..=13 {
            for day in 0..=32 {
                let accepted = check("date", &format!("{year:04}-{month:02}-{day:02}")) == Some(true);
                assert!(!accepted || (1..=12).contains(&month) && (1..=31).contains(&day));
                days += u32::from(accepted);
            }
        }
    }
    assert_eq!(days, 400 * 365 + 97);
}

fn read(format: &str) -> Value {
    let text = fs::read_to_string(format!("{VECTORS}/{format}.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn cases(file: &Value) -> &[Value] {
    file["cases"].as_array().unwrap()
}

/// A generator of the xorshift family: the same texts on every run.
#[derive(Clone)]
struct Random(u64);

impl Random {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) % bound
    }

    fn pick<'a, T: AsRef<str>>(&mut self, from: &'a [T]) -> &'a str {
        let at = self.below(from.len() as u64);
        from[usize::try_from(at).unwrap()].as_ref()
    }

    fn character(&mut self) -> char {
        match self.below(8) {
            0 => char::from(u8::try_from(self.below(256)).unwrap()),
            1 => char::from_u32(u32::try_from(self.below(0x11_0000)).unwrap()).unwrap_or('\u{fffd}'),
            2 | 3 => self
                .pick(&[".", ":", "-", "@", "/", "%", "[", "]", "{", "}", "\"", "\\"])
                .chars()
                .next()
                .unwrap(),
            _ => char::from(b' ' + u8::try_from(self.below(95)).unwrap()),
        }
    }

    fn text(&mut self) -> String {
        let mut text = self
            .pick(&[
                "", "", "", "http://", "https:", "xn--", "a@", "a@[IPv6:", "\"", "2024-", "x://[",
            ])
            .to_owned();
        for _ in 0..self.below(48) {
            text.push(self.character());
        }
        text
    }

    /// `text` with a few characters replaced, taken out or put in.
    fn damage(&mut self, text: &str) -> String {
        let mut characters: Vec<char> = text.chars().collect();
        for _ in 0..=self.below(3) {
            let at = usize::try_from(self.below(characters.len() as u64 + 1)).unwrap();
            match (self.below(3), at < characters.len()) {
                (0, true) => characters[at] = self.character(),
                (1, true) => drop(characters.remove(at)),
                _ => characters.insert(at, self.character()),
            }
        }
        characters.into_iter().collect()
    }
}
