//! Batches of any bytes: the same items as `serde_json` finds or as lines are, at their places, in bounded memory.

use fastrand::Rng;

use crate::agreement::{Form, all, flaw};
use crate::arrays::draw;
use crate::reader::Parts;

/// Lines, or nearly so.
fn draw_lines(rng: &mut Rng) -> Vec<u8> {
    const PARTS: &[&[u8]] = &[
        b"1",
        b"{\"a\":1}",
        b"\n",
        b"\n",
        b"\n",
        b"\r\n",
        b"\r",
        b" ",
        b"\t",
        b"",
        b"\xe2\x82\xac",
        b"\xff",
        b"\0",
        b"\xef\xbb\xbf",
        b"\"a long text that is beyond the limit\"",
        b"                ",
    ];
    let count = rng.usize(0..16);
    (0..count)
        .flat_map(|_| *rng.choice(PARTS).unwrap())
        .copied()
        .collect()
}

#[test]
fn arrays_are_split_as_serde_reads_them() {
    let mut rng = Rng::with_seed(0xb17e5);
    for _ in 0..5_000 {
        let text = draw(&mut rng);
        let (part, max) = (rng.usize(1..9), rng.usize(0..20));
        assert_eq!(
            flaw(Form::Array, &text, part, max),
            None,
            "{}",
            text.escape_ascii()
        );
    }
}

#[test]
fn lines_are_what_stands_between_their_ends() {
    let mut rng = Rng::with_seed(0x11e5);
    for _ in 0..10_000 {
        let text = draw_lines(&mut rng);
        let (part, max) = (rng.usize(1..9), rng.usize(0..20));
        assert_eq!(
            flaw(Form::Lines, &text, part, max),
            None,
            "{}",
            text.escape_ascii()
        );
    }
}

/// A sound batch cut at every byte: what is complete is given out.
#[test]
fn an_array_that_ends_early_has_the_items_before_its_end() {
    let text = "\n[ {\"a\":[1,\"]\"]} ,\"\u{20ac}\\\"\" , -1.5e3,[[]], null ]\n";
    let (whole, error) = all(perimeter::batch::Items::array(text.as_bytes()));
    assert!(error.is_none() && whole.len() == 5);
    for end in 0..text.trim_end().len() {
        let cut = &text.as_bytes()[..end];
        assert_eq!(flaw(Form::Array, cut, 3, 8), None, "{end}");
        let (seen, error) = all(perimeter::batch::Items::array(Parts::new(cut, 2)));
        assert!(error.is_some(), "{end}");
        assert_eq!(seen, whole[..seen.len()], "{end}");
    }
}
