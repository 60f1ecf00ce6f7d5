//! An item goes wherever a text does.

use std::borrow::Cow;
use std::fmt::Debug;

use perimeter::batch::{Error, Items, Totals};
use perimeter::{Boundary, Violation, accept, accept_with, external_contract};

use crate::SignUp;

const FILE: &[u8] =
    b"{\"email\":\"ada@example.com\",\"age\":36}\n{\"email\":\"ada@example.com\",\"age\":7}\n";

/// What each item gets from a check.
fn verdicts<T: Debug, E: ToString>(
    check: impl Fn(&perimeter::batch::Item<'_>) -> Result<T, E>,
) -> Vec<String> {
    let mut items = Items::lines(FILE);
    let mut verdicts = Vec::new();
    while let Some(item) = items.next_item().unwrap() {
        verdicts.push(check(&item).map_or_else(|report| report.to_string(), |_| "accepted".to_owned()));
    }
    verdicts
}

const EXPECTED: [&str; 2] = ["accepted", "2:34: /1/age: must be 13 to 120"];

#[test]
fn it_is_accepted() {
    assert_eq!(verdicts(|item| accept::<SignUp>(item)), EXPECTED);
    assert_eq!(verdicts(|item| Boundary::new().accept::<SignUp>(item)), EXPECTED);
}

#[test]
fn it_is_examined() {
    assert_eq!(verdicts(|item| Boundary::new().examine::<SignUp>(item)), EXPECTED);
}

#[test]
fn it_is_accepted_in_a_context() {
    struct Least(u8);

    #[external_contract(context(Least as cx))]
    #[derive(Debug)]
    struct Adult {
        #[field(any)]
        email: String,
        #[field(check = old_enough)]
        age: u8,
    }

    fn old_enough(age: &u8, least: &Least) -> Result<(), Violation> {
        match *age >= least.0 {
            true => Ok(()),
            false => Err(Violation::new("age", "is too young")),
        }
    }

    assert_eq!(
        verdicts(|item| accept_with::<Adult>(item, &Least(36)).map(|adult| (adult.age, adult.email.clone()))),
        ["accepted", "2:34: /1/age: is too young"]
    );
}

#[test]
fn it_is_borrowed_from() {
    #[external_contract]
    #[derive(Debug)]
    struct Borrowed<'a> {
        #[field(email)]
        email: &'a str,
        #[field(any)]
        age: Option<Cow<'a, str>>,
    }
    let mut items = Items::lines(&b"{\"email\":\"ada@example.com\",\"age\":\"old\"}\n"[..]);
    let item = items.next_item().unwrap().unwrap();
    let borrowed = accept::<Borrowed<'_>>(&item).unwrap();
    assert_eq!(borrowed.email, "ada@example.com");
    assert!(matches!(borrowed.age, Some(Cow::Borrowed("old"))));
}

#[cfg(feature = "registry")]
#[test]
fn it_is_validated_by_a_handle() {
    let handle = perimeter::Registry::global().named("sign_up").unwrap();
    assert_eq!(verdicts(|item| handle.validate(item)), EXPECTED);
    assert_eq!(
        verdicts(|item| handle.validate_with(&Boundary::new(), item)),
        EXPECTED
    );
}

#[test]
fn all_are_counted() {
    let totals = Items::lines(FILE).tally(|item| accept::<SignUp>(item)).unwrap();
    assert_eq!((totals.accepted, totals.rejected, totals.items()), (1, 1, 2));
    assert_eq!(totals.to_string(), "1 accepted, 1 rejected");
}

#[test]
fn the_error_of_the_sink_ends_it_behind_the_item() {
    #[derive(Debug, PartialEq)]
    enum Stop {
        Enough,
        Batch,
    }
    impl From<Error> for Stop {
        fn from(_: Error) -> Self {
            Stop::Batch
        }
    }
    let mut items = Items::array(&b"[1, 2, 3 4]"[..]);
    let mut totals = Totals::default();
    let mut check = |stop_at| {
        items.try_for_each(
            |item| Ok::<_, ()>(item.index()),
            |_, verdict| {
                totals.add(&verdict);
                if verdict == Ok(stop_at) {
                    Err(Stop::Enough)
                } else {
                    Ok(())
                }
            },
        )
    };
    assert_eq!(check(1), Err(Stop::Enough));
    assert_eq!(check(9), Err(Stop::Batch));
    assert_eq!(check(9), Ok(()));
    assert_eq!(totals.accepted, 3);
}

#[test]
fn no_text_of_an_item_is_shown() {
    let mut items = Items::lines(&b"{\"password\":\"hunter2\"}\n"[..]);
    let shown = format!("{:?}", items.next_item().unwrap().unwrap());
    assert_eq!(
        shown,
        "Item { index: 0, line: 1, column: 1, start: 0, length: Some(22), .. }"
    );
    assert!(!format!("{items:?}").contains("hunter2"));
}
