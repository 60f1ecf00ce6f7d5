//! What a batch takes of memory, whatever the sender does.

use std::io::Cursor;

use allocation_counter::measure;
use perimeter::batch::Items;

use crate::reader::Repeated;

const LINE: &str = "{\"email\":\"ada@example.com\",\"age\":36}\n";

/// Reads up to a million items, and gives how many there were and the bytes that were allocated at once, at most.
fn most(mut items: Items<Repeated>) -> (u64, u64) {
    let mut count = 0;
    let measured = measure(|| {
        while count < 1_000_000 && matches!(items.next_item(), Ok(Some(_))) {
            count += 1;
        }
    });
    (count, measured.bytes_max)
}

#[test]
fn a_million_lines_take_the_memory_of_one() {
    let (count, bytes) = most(Items::lines(Repeated::new("", LINE, 1_000_000)));
    assert_eq!(count, 1_000_000);
    assert!(bytes < 256, "{bytes} bytes");
}

#[test]
fn a_million_elements_take_the_memory_of_one() {
    let (count, bytes) = most(Items::array(Repeated::new(
        "[{\"a\":[]}",
        ",{\"a\":[1,2,3]}",
        1_000_000,
    )));
    assert_eq!(count, 1_000_000);
    assert!(bytes < 256, "{bytes} bytes");
}

#[test]
fn an_item_without_end_is_not_kept() {
    const TEN: &str = "xxxxxxxxxx";
    let max = 4096;
    for (name, items) in [
        ("line", Items::lines(Repeated::new("", TEN, 100_000))),
        (
            "blank line",
            Items::lines(Repeated::new("", "          ", 100_000)),
        ),
        ("string", Items::array(Repeated::new("[\"", TEN, 100_000))),
        ("word", Items::array(Repeated::new("[", TEN, 100_000))),
        (
            "brackets",
            Items::array(Repeated::new("[", "[[[[[[[[[[", 100_000)),
        ),
        (
            "objects",
            Items::array(Repeated::new("[", "{\"a\":{\"b\":", 100_000)),
        ),
        (
            "elements",
            Items::array(Repeated::new("[[", "1,1,1,1,1,", 100_000)),
        ),
        ("space", Items::array(Repeated::new("[", "          ", 100_000))),
    ] {
        let (count, bytes) = most(items.max_item_bytes(max));
        assert!(count <= 1, "{count} items of one {name}");
        // While the buffer grows, the old one and the new one are there.
        assert!(bytes <= 4 * max as u64, "{bytes} bytes of a {name}");
    }
}

#[test]
fn what_a_giant_has_needed_is_given_back() {
    let giant: u32 = 1 << 20;
    for (batch, array) in [
        (format!("{}\n1\n2\n3\n", "7".repeat(giant as usize)), false),
        (format!("[{},1,2,3]", "7".repeat(giant as usize)), true),
    ] {
        let reader = Cursor::new(batch);
        let mut items = if array {
            Items::array(reader)
        } else {
            Items::lines(reader)
        };
        let grown = measure(|| assert!(items.next_item().unwrap().is_some()));
        assert!(grown.bytes_current >= i64::from(giant), "{grown:?}");
        let left = measure(|| {
            for _ in 0..3 {
                assert!(items.next_item().unwrap().is_some());
            }
        });
        assert!(left.bytes_current <= 65_536 - i64::from(giant), "{left:?}");
    }
}

#[test]
fn nothing_is_allocated_for_an_item_like_the_one_before() {
    for mut items in [
        Items::lines(Repeated::new("", LINE, 1_000)),
        Items::array(Repeated::new("[1", ",{\"a\":[1,2,3]}", 1_000)),
    ] {
        for _ in 0..2 {
            assert!(items.next_item().unwrap().is_some());
        }
        let measured = measure(|| {
            for _ in 0..900 {
                assert!(items.next_item().unwrap().is_some());
            }
        });
        assert_eq!(measured.count_total, 0);
    }
}
