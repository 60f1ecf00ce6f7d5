//! From other formats of serde: the whole report, and the format's own errors apart from it.

use perimeter::{Boundary, Payload, accept, external_contract, strategic_boundary};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{on_a_small_stack, told};

#[external_contract]
#[derive(Debug)]
struct Order {
    #[field(length = 1..=20)]
    id: String,
    #[field(range = 1..=9)]
    count: u8,
    #[field(length = ..=3, each(length = 1..=5))]
    tags: Vec<String>,
}

#[strategic_boundary]
#[derive(Debug)]
struct Anything(Value);

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected
        .iter()
        .map(|(pointer, code)| ((*pointer).to_owned(), (*code).to_owned()))
        .collect()
}

#[test]
fn each_format_gives_the_whole_report() {
    let wrong = json!({"count": 10, "tags": ["a", "", 7], "more": null});
    let mut cbor = Vec::new();
    ciborium::into_writer(&wrong, &mut cbor).unwrap();
    let payloads: [Payload; 5] = [
        ciborium::from_reader(&*cbor).unwrap(),
        rmp_serde::from_slice(&rmp_serde::to_vec_named(&wrong).unwrap()).unwrap(),
        serde_norway::from_str(&serde_norway::to_string(&wrong).unwrap()).unwrap(),
        serde_json::from_str(&wrong.to_string()).unwrap(),
        Payload::deserialize(&wrong).unwrap(),
    ];
    for payload in &payloads {
        let report = accept::<Order>(payload).unwrap_err();
        let mut found = told(&report);
        found.sort();
        let expected = [
            ("/count", "range"),
            ("/id", "missing"),
            ("/more", "unknown"),
            ("/tags/1", "length"),
            ("/tags/2", "type"),
        ];
        assert_eq!(found, pairs(&expected));
        assert!(report.iter().all(|violation| violation.span().is_none()));
    }
    // TOML has no null.
    let payload: Payload = toml::from_str("count = 10\ntags = ['a', '', 7]\n").unwrap();
    let report = accept::<Order>(&payload).unwrap_err();
    let expected = [
        ("/count", "range"),
        ("/tags/1", "length"),
        ("/tags/2", "type"),
        ("", "missing"),
    ];
    assert_eq!(told(&report)[..3], pairs(&expected)[..3]);
    assert_eq!(told(&report)[3], pairs(&[("/id", "missing")])[0]);
}

#[test]
fn what_is_not_of_the_format_is_the_formats_error() {
    assert!(toml::from_str::<Payload>("count =").is_err());
    assert!(serde_norway::from_str::<Payload>("a: [1").is_err());
    assert!(rmp_serde::from_slice::<Payload>(&[0x92, 1]).is_err());
    assert!(ciborium::from_reader::<Payload, _>(&[0x82_u8, 1][..]).is_err());
    // JSON can't hold it.
    let error = serde_norway::from_str::<Payload>("[.nan]").unwrap_err();
    assert!(error.to_string().contains("JSON has no number NaN"), "{error}");
}

/// Arrays one inside the other.
fn nested(depth: usize) -> String {
    format!("{}{}", "[".repeat(depth), "]".repeat(depth))
}

/// One payload of each format that nests so deep.
fn deep<T: DeserializeOwned>(depth: usize) -> Vec<(&'static str, Result<T, String>)> {
    let message_pack: Vec<u8> = vec![0x91; depth - 1].into_iter().chain([0x90]).collect();
    let cbor: Vec<u8> = vec![0x81; depth - 1].into_iter().chain([0x80]).collect();
    let text = nested(depth);
    vec![
        (
            "MessagePack",
            rmp_serde::from_slice(&message_pack).map_err(|error| error.to_string()),
        ),
        (
            "CBOR",
            ciborium::from_reader(&*cbor).map_err(|error| error.to_string()),
        ),
        (
            "JSON",
            serde_json::from_str(&text).map_err(|error| error.to_string()),
        ),
    ]
}

#[test]
fn depth_is_judged_as_in_json_text() {
    for depth in [1, 126, 127, 128, 200, 100_000] {
        on_a_small_stack(move || {
            let text = nested(depth);
            let expected = accept::<Anything>(&text)
                .map(|_| ())
                .map_err(|report| told(&report));
            assert_eq!(expected.is_ok(), depth <= 127);
            for (format, payload) in deep::<Payload>(depth) {
                let payload = payload.unwrap();
                let found = accept::<Anything>(&payload)
                    .map(|_| ())
                    .map_err(|report| told(&report));
                assert_eq!(found, expected, "{format}, {depth} deep");
                // A limit below holds, one above does not let deeper values in.
                let found = Boundary::new().max_depth(1000).accept::<Anything>(&payload);
                if format != "JSON" {
                    assert_eq!(found.is_ok(), depth <= 127, "{format}, {depth} deep");
                }
                let found = Boundary::new().max_depth(5).accept::<Anything>(&payload);
                assert_eq!(found.is_ok(), depth <= 5, "{format}, {depth} deep");
            }
            for (format, read) in deep::<Anything>(depth) {
                let error = read.map(|_| ()).err();
                assert_eq!(error.is_none(), depth <= 127, "{format}, {depth} deep");
                assert!(
                    error.is_none_or(|error| error.contains("nested too deeply")),
                    "{format}"
                );
            }
        });
    }
}

/// What JSON holds no trace of is bounded as well.
#[test]
fn options_inside_options_are_too_deep_in_the_end() {
    #[derive(Debug)]
    struct Endless(usize);

    impl<'de> serde::Deserializer<'de> for Endless {
        type Error = serde::de::value::Error;

        fn deserialize_any<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            match self.0 {
                0 => visitor.visit_bool(true),
                left => visitor.visit_some(Endless(left - 1)),
            }
        }

        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
            newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
        }
    }

    on_a_small_stack(|| {
        let payload = Payload::deserialize(Endless(100)).unwrap();
        assert!(accept::<Anything>(&payload).is_ok());
        let payload = Payload::deserialize(Endless(10_000_000)).unwrap();
        let report = accept::<Anything>(&payload).unwrap_err();
        assert_eq!(report.first().code(), "limit.depth");
    });
}

#[test]
fn a_contract_borrows_from_the_payload() {
    #[strategic_boundary]
    #[derive(Debug)]
    struct Borrowed<'t> {
        text: &'t str,
    }

    let payload: Payload = toml::from_str("text = 'tea'").unwrap();
    assert_eq!(accept::<Borrowed<'_>>(&payload).unwrap().text, "tea");
}
