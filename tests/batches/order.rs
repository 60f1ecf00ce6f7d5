//! In parallel the sink sees what it sees without.

#![cfg(feature = "parallel")]

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use fastrand::Rng;
use perimeter::accept;
use perimeter::batch::{Error, Every, Item, Items};

use crate::SignUp;
use crate::reader::{Failing, Parts, Repeated};

/// What the sink sees of an item: where it stands, its raw bytes, and the verdict.
type Seen = (usize, usize, Option<Vec<u8>>, Result<SignUp, String>);

fn check(item: &Item<'_>) -> Result<SignUp, String> {
    accept::<SignUp>(item)
        .map(perimeter::Valid::into_inner)
        .map_err(|report| format!("{report:?}"))
}

fn seen(item: &Item<'_>, verdict: Result<SignUp, String>) -> Seen {
    (
        item.index(),
        item.start(),
        item.raw().map(<[u8]>::to_vec),
        verdict,
    )
}

/// Lines that are accepted, rejected, too long, blank or no JSON.
fn draw(rng: &mut Rng) -> String {
    let lines = *rng.choice(&[0, 1, 17, 300, 4_096, 4_097, 9_000]).unwrap();
    let mut text = String::new();
    for _ in 0..lines {
        match rng.u8(0..20) {
            0 => {}
            1 => text.push_str("{\"email\":"),
            2 => text.push_str(&format!(
                "{{\"email\":\"{}@example.com\"}}",
                "x".repeat(rng.usize(0..200))
            )),
            3..=6 => text.push_str(&format!("{{\"email\":\"ada{}\",\"age\":7}}", rng.u16(..))),
            _ => text.push_str(&format!(
                "{{\"email\":\"ada{}@example.com\",\"age\":{}}}",
                rng.u16(..),
                rng.u8(..)
            )),
        }
        text.push_str(if rng.bool() { "\n" } else { "\r\n" });
    }
    text
}

#[test]
fn parallel_checks_give_the_same() {
    let mut rng = Rng::with_seed(0x0de4);
    for round in 0..16 {
        let mut text = draw(&mut rng);
        let array = round % 2 == 1;
        if array {
            // The last comma is a fault behind all items, which has to come last too.
            let elements: Vec<&str> = text.lines().filter(|line| line.ends_with('}')).collect();
            text = format!("[{},]", elements.join(",\n"));
        }
        let items = || {
            let items = if array {
                Items::array(text.as_bytes())
            } else {
                Items::lines(text.as_bytes())
            };
            items.max_item_bytes(150)
        };
        let (mut one, mut many) = (Vec::new(), Vec::new());
        let in_order: Result<(), Error> = items().try_for_each(check, |item, verdict| {
            one.push(seen(item, verdict));
            Ok(())
        });
        let parallel: Result<(), Error> = items().par_try_for_each(check, |item, verdict| {
            many.push(seen(item, verdict));
            Ok(())
        });
        assert_eq!(one, many);
        assert_eq!(format!("{in_order:?}"), format!("{parallel:?}"));
        assert_eq!(in_order.is_err(), array);
    }
}

#[test]
fn items_before_an_error_of_the_reader_are_seen_before_it() {
    let text = "{\"email\":\"ada@example.com\"}\n".repeat(20);
    let parts = Parts::new(text.as_bytes(), 100);
    let mut items = Items::lines(Failing::new(parts, io::ErrorKind::WouldBlock));
    let (mut count, mut errors) = (0, 0);
    while let Err(error) = items.par_try_for_each(check, |item, verdict| {
        assert_eq!((item.index(), verdict.is_ok()), (count, true));
        count += 1;
        Ok::<_, io::Error>(())
    }) {
        assert_eq!(error.kind(), io::ErrorKind::WouldBlock);
        errors += 1;
    }
    assert!(count == 20 && errors > 1, "{count} items, {errors} errors");
}

#[test]
fn memory_is_bounded_by_a_chunk() {
    let lines = 1_000_000;
    let mut items = Items::lines(Repeated::new(
        "",
        "{\"email\":\"ada@example.com\",\"age\":36}\n",
        lines,
    ));
    let mut count = 0;
    // What this thread allocates: the chunk, and its part of the verdicts.
    let measured = allocation_counter::measure(|| {
        items
            .par_try_for_each(
                |item| item.bytes().map(<[u8]>::len),
                |_, length| {
                    count += 1;
                    assert_eq!(length, Some(36));
                    Ok::<_, Error>(())
                },
            )
            .unwrap();
    });
    assert_eq!(count, lines);
    assert!(measured.bytes_max < 2 << 20, "{measured:?}");
}

#[test]
fn a_panic_of_a_check_passes_through_and_what_follows_is_read() {
    let text: String = (0..10_000).map(|number| format!("{number}\n")).collect();
    let mut items = Items::lines(text.as_bytes()).on_progress(Every::Items(1_000), |_| {});
    let calls = AtomicUsize::new(0);
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        items.par_try_for_each(
            |item| {
                calls.fetch_add(1, Ordering::Relaxed);
                assert_ne!(item.index(), 5_000, "not this one");
            },
            |_, ()| Ok::<_, Error>(()),
        )
    }));
    assert!(panicked.is_err() && calls.load(Ordering::Relaxed) > 4_096);
    let mut rest = Vec::new();
    items
        .par_try_for_each(
            |item| 1 + item.index(),
            |_, index| {
                rest.push(index);
                Ok::<_, Error>(())
            },
        )
        .unwrap();
    assert_eq!(rest, (8_193..=10_000).collect::<Vec<_>>());
}

#[test]
fn the_error_of_the_sink_ends_it() {
    let mut items = Items::lines(Repeated::new("", "1\n", 100));
    let mut seen = 0;
    let ended = items.par_try_for_each(
        |_| (),
        |item, ()| {
            seen += 1;
            match item.index() {
                7 => Err(io::Error::other("enough")),
                _ => Ok(()),
            }
        },
    );
    assert_eq!((ended.unwrap_err().to_string().as_str(), seen), ("enough", 8));
}

/// Items can go to another thread, as they do to run in a pool of one's own.
#[test]
fn it_runs_in_another_thread() {
    let items = Items::lines(&b"{\"email\":\"ada\"}\n"[..]).on_progress(Every::Items(1), |_| {});
    let run = move || {
        let mut items = items;
        let mut reports = Vec::new();
        let sink = |_: &Item<'_>, verdict: Result<_, String>| {
            reports.extend(verdict.err());
            Ok::<_, Error>(())
        };
        items.par_try_for_each(check, sink).unwrap();
        reports.len()
    };
    assert_eq!(std::thread::spawn(run).join().unwrap(), 1);
}

#[cfg(feature = "registry")]
#[test]
fn a_handle_checks_in_parallel_too() {
    let handle = perimeter::Registry::global().named("sign_up").unwrap();
    let mut verdicts = Vec::new();
    Items::lines(&b"{\"email\":\"ada@example.com\"}\n{\"email\":\"ada\"}\n"[..])
        .par_try_for_each(
            |item| handle.validate(item),
            |_, verdict| {
                verdicts.push(verdict.map_err(|report| report.to_string()));
                Ok::<_, Error>(())
            },
        )
        .unwrap();
    let rejected = "2:10: /1/email: must be an e-mail address".to_owned();
    assert_eq!(verdicts, [Ok(()), Err(rejected)]);
}
