//! Who is told how far reading is, and when.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};

use perimeter::batch::{Every, Items, Progress};

use crate::all;
use crate::reader::{Parts, Repeated};

type Told = Arc<Mutex<Vec<(u64, u64)>>>;

/// What is told, and what takes it down.
fn notes() -> (Told, impl FnMut(Progress) + Send + 'static) {
    let told = Told::default();
    let note = Arc::clone(&told);
    (told, move |progress: Progress| {
        note.lock().unwrap().push((progress.items, progress.bytes));
    })
}

#[test]
fn it_is_told_by_items_and_at_the_end() {
    let (told, note) = notes();
    all(Items::lines(&b"1\n2\n\n3\n4\n5\n"[..]).on_progress(Every::Items(2), note));
    assert_eq!(*told.lock().unwrap(), [(2, 4), (4, 9), (5, 11)]);
}

#[test]
fn it_is_told_by_bytes_and_at_the_end() {
    let (told, note) = notes();
    all(Items::array(&b"[1, 2,\n3, 4]\n"[..]).on_progress(Every::Bytes(5), note));
    let told = told.lock().unwrap();
    assert_eq!(told.last(), Some(&(4, 13)));
    let times: Vec<u64> = told.iter().map(|(_, bytes)| *bytes).collect();
    assert!(
        times.windows(2).rev().skip(1).all(|pair| pair[1] >= pair[0] + 5),
        "{times:?}"
    );
    assert_eq!(times.len(), 3);
}

#[test]
fn it_is_told_once_at_an_end_that_is_malformed_and_never_again() {
    let (told, note) = notes();
    let mut items = Items::array(&b"[1 2]"[..]).on_progress(Every::Items(100), note);
    assert!(items.next_item().is_ok());
    assert!(items.next_item().is_err());
    assert!(items.next_item().unwrap().is_none());
    assert_eq!(*told.lock().unwrap(), [(1, 3)]);
}

#[test]
fn it_is_told_while_an_item_is_read_past() {
    for batch in [
        Items::lines(Repeated::new("", "xxxxxxxxxx", 100)),
        Items::array(Repeated::new("[\"", "xxxxxxxxxx", 100)),
    ] {
        let (told, note) = notes();
        all(batch.max_item_bytes(16).on_progress(Every::Bytes(100), note));
        let told = told.lock().unwrap();
        assert!((9..=11).contains(&told.len()), "{told:?}");
        assert!(
            told.iter().rev().skip(1).all(|(items, _)| *items == 0),
            "{told:?}"
        );
    }
}

#[test]
fn a_step_of_nothing_is_one_of_one() {
    let (told, note) = notes();
    all(Items::lines(&b"1\n2\n"[..]).on_progress(Every::Items(0), note));
    assert_eq!(*told.lock().unwrap(), [(1, 2), (2, 4), (2, 4)]);
}

#[test]
fn who_asks_is_told_too() {
    let mut items = Items::lines(&b"1\n22\n"[..]);
    let mut seen = vec![(items.progress().items, items.progress().bytes)];
    while items.next_item().unwrap().is_some() {
        seen.push((items.progress().items, items.progress().bytes));
    }
    assert_eq!(seen, [(0, 0), (1, 2), (2, 5)]);
}

#[test]
fn a_panic_of_the_callback_passes_through_and_loses_nothing() {
    for size in [1, 100] {
        let mut panics = 3;
        let mut items = Items::lines(Parts::new(b"1\n22222222\n3\n4\n", size))
            .max_item_bytes(4)
            .on_progress(Every::Bytes(1), move |_| {
                if panics > 0 {
                    panics -= 1;
                    panic!("not now");
                }
            });
        let mut seen = Vec::new();
        let mut caught = 0;
        loop {
            match catch_unwind(AssertUnwindSafe(|| {
                items
                    .next_item()
                    .map(|item| item.map(|item| (item.index(), item.start(), item.bytes().map(<[u8]>::len))))
            })) {
                Err(_) => caught += 1,
                Ok(item) => match item.unwrap() {
                    Some(item) => seen.push(item),
                    None => break,
                },
            }
        }
        assert_eq!(caught, 3);
        assert_eq!(
            seen,
            [(0, 0, Some(1)), (1, 2, None), (2, 11, Some(1)), (3, 13, Some(1))]
        );
    }
}
