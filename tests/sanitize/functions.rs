//! The built-in functions: what they leave, and what they cost.

use std::borrow::Cow;
use std::hint::black_box;

use allocation_counter::measure;
use perimeter::{accept, external_contract, sanitize};

/// How often `run` allocates.
fn allocations<T>(run: impl Fn() -> T) -> u64 {
    drop(black_box(run()));
    measure(|| drop(black_box(run()))).count_total
}

#[test]
fn a_text_that_stays_as_it_is_costs_no_allocation() {
    #[external_contract]
    #[derive(Debug)]
    struct Raw(#[field(any)] String);

    #[external_contract]
    #[derive(Debug)]
    struct Lower(#[field(sanitize(trim, collapse_spaces, lowercase, nfc), any)] String);

    #[external_contract]
    #[derive(Debug)]
    struct Upper(#[field(sanitize(trim, uppercase), any)] String);

    for text in [r#""ada lovelace""#, r#""señor ñandú""#, r#""""#] {
        let raw = allocations(|| accept::<Raw>(text).unwrap().into_inner().0);
        assert_eq!(
            allocations(|| accept::<Lower>(text).unwrap().into_inner().0),
            raw,
            "{text}"
        );
    }
    let raw = allocations(|| accept::<Raw>(r#"" ADA ""#).unwrap().into_inner().0);
    assert_eq!(
        allocations(|| accept::<Upper>(r#"" ADA ""#).unwrap().into_inner().0),
        raw
    );
}

/// Characters with a case, several, white space, combining ones, and others.
const ALPHABET: &[char] = &[
    'a', 'Z', ' ', '\t', '\n', '\r', '\u{A0}', '\u{2003}', '\u{3000}', '\u{85}', '\u{200B}', 'é', 'e',
    '\u{301}', '\u{323}', 'ß', 'ẞ', 'Σ', 'σ', 'ς', 'İ', 'ı', 'ŉ', 'ﬃ', 'Ǆ', 'ǅ', 'ǆ', '각', '\u{1100}',
    '\u{1161}', '\u{11A8}', 'Å', 'Ω', '\u{345}', 'ᾳ', '𝒳', '😀', '\u{0}', '-', '.',
];

fn random_text() -> String {
    let length = fastrand::usize(0..12);
    (0..length)
        .filter_map(|_| fastrand::choice(ALPHABET).copied())
        .collect()
}

fn changed(text: &str, function: fn(&mut String)) -> String {
    let mut changed = text.to_owned();
    function(&mut changed);
    changed
}

#[test]
fn sanitizing_twice_is_sanitizing_once() {
    fastrand::seed(7);
    let functions: &[fn(&mut String)] = &[
        sanitize::trim,
        sanitize::collapse_spaces,
        sanitize::lowercase,
        sanitize::uppercase,
        sanitize::nfc,
    ];
    assert_eq!(functions.len(), sanitize::ALL.len());
    for _ in 0..20_000 {
        let text = random_text();
        for function in functions {
            let once = changed(&text, *function);
            assert_eq!(changed(&once, *function), once, "{text:?}");
            let mut borrowed = Some(Cow::Borrowed(text.as_str()));
            let index = functions
                .iter()
                .position(|other| std::ptr::fn_addr_eq(*other, *function));
            match index {
                Some(0) => sanitize::trim(&mut borrowed),
                Some(1) => sanitize::collapse_spaces(&mut borrowed),
                Some(2) => sanitize::lowercase(&mut borrowed),
                Some(3) => sanitize::uppercase(&mut borrowed),
                _ => sanitize::nfc(&mut borrowed),
            }
            let borrowed = borrowed.unwrap();
            assert_eq!(borrowed, once);
            if once == text {
                assert!(matches!(borrowed, Cow::Borrowed(_)), "{text:?}");
            }
        }
    }
}

#[test]
fn functions_agree_with_the_standard_library_and_with_the_rules() {
    use perimeter::rules::{self, Rule};

    fastrand::seed(11);
    for _ in 0..20_000 {
        let text = random_text();
        assert_eq!(changed(&text, sanitize::trim), text.trim());
        assert_eq!(changed(&text, sanitize::lowercase), text.to_lowercase());
        assert_eq!(changed(&text, sanitize::uppercase), text.to_uppercase());
        assert!(rules::trimmed().accepts(&changed(&text, sanitize::trim)));
        assert!(rules::nfc().accepts(&changed(&text, sanitize::nfc)));
        let collapsed = changed(&text, sanitize::collapse_spaces);
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&collapsed), words(&text));
        assert_eq!(collapsed.trim(), words(&text).join(" "));
    }
}
