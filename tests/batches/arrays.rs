//! What an element is, and what is wrong between elements.

use fastrand::Rng;
use perimeter::batch::{Error, Items};
use serde_json::Value;

use crate::reader::Parts;
use crate::{Seen, all, malformed, texts};

#[test]
fn elements_are_split_where_brackets_and_quotes_say() {
    let batch = br#" [ {"a":[1,{"b":"}],"}]} ,"x,]\"y" , [] ,{},true,null, -1.5e3 ,"\\",[[["]"]]] ] "#;
    assert_eq!(
        texts(Items::array(&batch[..])),
        [
            r#"{"a":[1,{"b":"}],"}]}"#,
            r#""x,]\"y""#,
            "[]",
            "{}",
            "true",
            "null",
            "-1.5e3",
            r#""\\""#,
            r#"[[["]"]]]"#
        ]
    );
}

#[test]
fn an_empty_array_has_no_items() {
    for batch in ["[]", " [ ] ", "[\n]\n"] {
        assert_eq!(texts(Items::array(batch.as_bytes())), [""; 0], "{batch:?}");
    }
}

#[test]
fn what_is_wrong_between_elements_ends_the_batch() {
    for (batch, items, report) in [
        ("", 0, "1:1: is not JSON: the text ends inside a value"),
        ("  \n ", 0, "2:2: is not JSON: the text ends inside a value"),
        (r#"{"a":1}"#, 0, "1:1: is not JSON: expected an array"),
        ("\u{feff}[1]", 0, "1:1: is not JSON: expected an array"),
        ("[1 2]", 1, "1:4: is not JSON: expected `,` or `]`"),
        (r#"["a" "b"]"#, 1, "1:6: is not JSON: expected `,` or `]`"),
        ("[{}\n{}]", 1, "2:1: is not JSON: expected `,` or `]`"),
        ("[{}: 1]", 1, "1:4: is not JSON: expected `,` or `]`"),
        ("[1}", 1, "1:3: is not JSON: expected `,` or `]`"),
        ("[1\u{e9},", 1, "1:5: is not JSON: the text ends inside a value"),
        ("[,1]", 0, "1:2: is not JSON: expected a value"),
        ("[1,,2]", 1, "1:4: is not JSON: expected a value"),
        ("[1,]", 1, "1:4: is not JSON: expected a value"),
        ("[}", 0, "1:2: is not JSON: expected a value"),
        ("[1,2]\n,", 2, "2:1: is not JSON: something follows the value"),
        ("[1][2]", 1, "1:4: is not JSON: something follows the value"),
        ("[1", 0, "1:3: /0: is not JSON: the text ends inside a value"),
        ("[1 ", 1, "1:4: is not JSON: the text ends inside a value"),
        ("[1,", 1, "1:4: is not JSON: the text ends inside a value"),
        ("[1,\"a]", 1, "1:7: /1: is not JSON: the text ends inside a value"),
        ("[[1,2", 0, "1:6: /0: is not JSON: the text ends inside a value"),
    ] {
        let (seen, error) = all(Items::array(batch.as_bytes()));
        assert_eq!(
            (seen.len(), malformed(error).as_str()),
            (items, report),
            "{batch:?}"
        );
    }
}

#[test]
fn brackets_that_do_not_match_end_the_batch_at_the_item() {
    for (batch, report) in [
        (
            r#"[1, {"a":[1}, 2]"#,
            "1:12: /1: is not JSON: expected `,` or `]`",
        ),
        (r#"[1, {"a":1], 2]"#, "1:11: /1: is not JSON: expected `,` or `}`"),
    ] {
        let (seen, error) = all(Items::array(batch.as_bytes()));
        assert_eq!((seen.len(), malformed(error).as_str()), (1, report), "{batch:?}");
    }
    // Deeper than 128 levels brackets are only counted.
    let deep = format!("[{}{{]{},1]", "[".repeat(130), "]".repeat(130));
    assert_eq!(texts(Items::array(deep.as_bytes())).len(), 2);
}

#[test]
fn the_place_is_a_character_or_the_end() {
    for (batch, span) in [
        ("[1 x]", 3..4),
        ("[1 \u{20ac}]", 3..6),
        ("[1 \u{1f600}]", 3..7),
        ("[1 ", 3..3),
    ] {
        match all(Items::array(batch.as_bytes())).1 {
            Some(Error::Malformed(report)) => assert_eq!(report.first().span(), Some(span), "{batch}"),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn after_the_fault_there_is_nothing_more() {
    let mut items = Items::array(&b"[1 2, 3]"[..]);
    assert!(items.next_item().unwrap().is_some());
    assert!(items.next_item().is_err());
    for _ in 0..3 {
        assert!(items.next_item().unwrap().is_none());
    }
}

#[test]
fn an_item_that_is_wrong_inside_does_not_end_the_batch() {
    let batch = br#"[{"a":tru}, {"a" 1}, nul, @, {"a":"	"}, [1 2], {"a":1}]"#;
    let texts = texts(Items::array(&batch[..]));
    assert_eq!(texts.len(), 7);
    let sound = texts
        .iter()
        .filter(|text| serde_json::from_str::<Value>(text).is_ok());
    assert_eq!(sound.collect::<Vec<_>>(), [r#"{"a":1}"#]);
}

#[test]
fn items_that_are_too_long_are_read_past() {
    let batch = br#"[1, [1,2,3,4], "12345678", 12345678, {"a":"]"} ,2 ]"#;
    let (seen, error) = all(Items::array(&batch[..]).max_item_bytes(6));
    assert!(error.is_none());
    let texts: Vec<_> = seen.into_iter().map(|(.., text)| text).collect();
    assert_eq!(
        texts,
        [Some(b"1".to_vec()), None, None, None, None, Some(b"2".to_vec())]
    );
}

/// A text that may be an array of elements, or nearly so.
pub(crate) fn draw(rng: &mut Rng) -> Vec<u8> {
    const TOKENS: &[&str] = &[
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        " ",
        "\n",
        "1",
        "-0.5",
        "true",
        "null",
        "\"a\"",
        "\"k\":",
        "\"\\\"\"",
        "\"]\"",
        "\"\u{e9}\u{1f600}\"",
        "[]",
        "{}",
        "{\"k\":[1,{\"l\":\"}\"}]}",
        "\"\\\\\"",
        "\r\n",
        "\"",
        "\\",
    ];
    let mut text = String::from("[");
    if rng.bool() {
        // Sound, but for a byte perhaps.
        for index in 0..rng.usize(0..6) {
            text.push_str(if index > 0 { "," } else { "" });
            text.push_str(rng.choice(["", " ", "\n ", "\t"]).unwrap());
            text.push_str(
                rng.choice([
                    "1",
                    "\"a,\u{20ac}]\"",
                    "{\"k\":[1,\"}\"]}",
                    "[[],{}]",
                    "null",
                    "\"\\\"\\\\\"",
                ])
                .unwrap(),
            );
            text.push_str(rng.choice(["", " ", "\r\n"]).unwrap());
        }
        text.push(']');
        let mut bytes = text.into_bytes();
        if rng.bool() {
            let at = rng.usize(0..bytes.len());
            bytes[at] = *rng.choice(b"[]{},:\" \n\\1a\xff").unwrap();
        }
        return bytes;
    }
    for _ in 0..rng.usize(0..12) {
        text.push_str(rng.choice(TOKENS).unwrap());
    }
    text.push(']');
    text.into_bytes()
}

#[test]
fn a_text_is_an_array_if_the_batch_ends_and_every_item_is_json() {
    let mut rng = Rng::with_seed(0xba7c4);
    let mut arrays = 0;
    for _ in 0..20_000 {
        let text = draw(&mut rng);
        let whole = serde_json::from_slice::<Vec<Value>>(&text).ok();
        let (seen, error) = all(Items::array(&text[..]));
        let items: Option<Vec<Value>> = seen
            .iter()
            .map(|(.., item)| serde_json::from_slice(item.as_ref().unwrap()).ok())
            .collect();
        assert_eq!(
            items.filter(|_| error.is_none()),
            whole,
            "{}",
            text.escape_ascii()
        );
        arrays += usize::from(whole.is_some());
        assert_places(&text, &seen);
    }
    assert!((2_000..18_000).contains(&arrays), "{arrays} arrays");
}

#[test]
fn the_parts_that_a_reader_gives_make_no_difference() {
    let mut rng = Rng::with_seed(0xba7c4);
    for _ in 0..5_000 {
        let text = draw(&mut rng);
        let max = rng.usize(0..12);
        let (whole, end) = all(Items::array(&text[..]).max_item_bytes(max));
        let size = rng.usize(1..5);
        let (parts, end_of_parts) = all(Items::array(Parts::new(&text, size)).max_item_bytes(max));
        assert_eq!(parts, whole, "{}", text.escape_ascii());
        assert_eq!(
            end_of_parts.map(|error| error.to_string()),
            end.map(|error| error.to_string()),
            "{}",
            text.escape_ascii()
        );
    }
}

/// The places of items are what counting from the start gives.
fn assert_places(text: &[u8], seen: &[Seen]) {
    for (at, (index, line, column, start, item)) in seen.iter().enumerate() {
        let item = item.as_ref().unwrap();
        assert_eq!(&text[*start..start + item.len()], item);
        let before = &text[..*start];
        let lines: Vec<&[u8]> = before.split(|byte| *byte == b'\n').collect();
        let last = lines.last().unwrap();
        let characters = last.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        assert_eq!((*index, *line, *column), (at, lines.len(), characters + 1));
    }
}
