//! Text: formats that let too much through, and values without an end.

use perimeter::{Contract, Violations, accept, external_contract};

use super::found;

/// Whether the contract with this one field takes the text there.
macro_rules! takes {
    ($text:expr, $($rule:tt)*) => {{
        #[external_contract]
        struct Only {
            #[field($($rule)*)]
            text: String,
        }
        let only = Only { text: String::from($text) };
        only.validate().is_ok()
    }};
}

#[test]
fn no_address_brings_a_line_break_or_markup_with_it() {
    for address in [
        "a@evil\r\nX-Injected: 1[127.0.0.1]",
        "a@<script>alert(1)</script>[::1]",
        "a@example.com\r\nBcc: b@example.com",
        "\"a\r\n b\"@example.com",
        "a@example.com\n",
    ] {
        assert!(!takes!(address, email), "{address:?}");
        assert!(!takes!(address, email(html)), "{address:?}");
        assert!(!takes!(address, email(deliverable)), "{address:?}");
        assert!(!takes!(address, email(idn)), "{address:?}");
    }
}

#[test]
fn an_address_has_its_dots_where_the_standard_has_them_and_a_stricter_meaning_is_there() {
    for address in [".a@x.com", "a..b@x.com", "a.@x.com"] {
        assert!(!takes!(address, email), "{address}");
    }
    assert!(takes!("a@b", email));
    assert!(!takes!("a@b", email(deliverable)));
}

#[test]
fn a_url_runs_nothing() {
    for url in [
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "vbscript:x",
    ] {
        assert!(!takes!(url, url), "{url}");
        assert!(takes!("https://example.com", url));
    }
    assert!(takes!("ftp://example.com", url(schemes = ["ftp"])));
}

/// A value that holds itself: how deep is up to the sender.
#[external_contract]
struct Link {
    next: Option<Box<Link>>,
}

/// The links one inside the other, built and taken apart without recursion.
fn chain(links: usize) -> Link {
    let mut chain = Link { next: None };
    for _ in 1..links {
        chain = Link {
            next: Some(Box::new(chain)),
        };
    }
    chain
}

fn take_apart(mut chain: Link) {
    while let Some(next) = chain.next.take() {
        chain = *next;
    }
}

/// Runs on a stack of 2 MiB, as threads of servers have it.
fn on_a_small_stack(run: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(run);
    assert!(thread.is_ok_and(|thread| thread.join().is_ok()));
}

#[test]
fn a_value_built_without_end_is_refused_and_no_stack_overflows() {
    on_a_small_stack(|| {
        let deep = chain(100_000);
        let report: Option<Violations> = deep.validate().err();
        let codes: Vec<_> = report
            .iter()
            .flat_map(found)
            .map(|(_, code)| code.to_owned())
            .collect();
        take_apart(deep);
        assert_eq!(codes, ["limit.depth"]);
    });
}

/// A value that holds itself twice.
#[external_contract]
struct Comb {
    tooth: Option<Box<Comb>>,
    next: Option<Box<Comb>>,
}

/// What is too deep gives no room to what comes after it.
#[test]
fn teeth_that_are_too_deep_let_no_stack_overflow() {
    on_a_small_stack(|| {
        let tooth = || Comb {
            tooth: None,
            next: None,
        };
        let mut comb = tooth();
        for _ in 0..100_000 {
            comb = Comb {
                tooth: Some(Box::new(tooth())),
                next: Some(Box::new(comb)),
            };
        }
        let report: Option<Violations> = comb.validate().err();
        while let Some(next) = comb.next.take() {
            comb = *next;
        }
        let found: Vec<_> = report
            .iter()
            .flat_map(found)
            .map(|(_, code)| code.to_owned())
            .collect();
        assert_eq!(found, ["limit.depth"; 2]);
    });
}

#[test]
fn a_text_nested_without_end_is_refused_and_no_stack_overflows() {
    on_a_small_stack(|| {
        let links = 100_000;
        let text = format!("{}null{}", r#"{"next":"#.repeat(links), "}".repeat(links));
        let report = accept::<Link>(&text).err();
        let codes: Vec<_> = report
            .iter()
            .flat_map(found)
            .map(|(_, code)| code.to_owned())
            .collect();
        assert_eq!(codes, ["limit.depth"]);
    });
}

/// Fields without names, derived by a path, with nothing imported: what some derives trip over.
mod bare {
    #[derive(perimeter::Contract)]
    pub(super) struct Pair(
        #[field(positive)] pub(super) i32,
        #[field(length = 1..=2)] pub(super) String,
    );

    #[derive(perimeter::Contract)]
    pub(super) struct Around {
        pub(super) pair: Pair,
    }
}

#[test]
fn fields_without_names_and_nothing_imported_are_fine() {
    let report = accept::<bare::Around>(r#"{"pair":[0,"abc"]}"#).err();
    let found: Vec<_> = report.iter().flat_map(found).collect();
    assert_eq!(found, [("/pair/0", "positive"), ("/pair/1", "length")]);
    let sound = accept::<bare::Around>(r#"{"pair":[1,"ab"]}"#).ok();
    assert!(sound.is_some_and(|around| around.pair.0 == 1 && around.pair.1 == "ab"));
}
