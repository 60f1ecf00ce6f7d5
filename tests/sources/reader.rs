//! From readers: bounded, whatever comes.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use perimeter::{
    Boundary, Contract, ReadError, Registry, accept, accept_reader, external_contract, strategic_boundary,
};

use super::{lines, told};

#[external_contract(max_bytes = 40)]
#[derive(Debug)]
struct Note {
    #[field(length = 1..=10)]
    text: String,
}

#[strategic_boundary]
#[derive(Debug)]
struct Borrowed<'t> {
    text: &'t str,
}

/// Gives its bytes a few at a time, is interrupted before each, and counts them.
struct Slow<'b> {
    bytes: &'b [u8],
    interrupted: bool,
    given: Rc<Cell<usize>>,
}

impl<'b> Slow<'b> {
    fn new(bytes: &'b [u8]) -> (Self, Rc<Cell<usize>>) {
        let given = Rc::new(Cell::new(0));
        let slow = Slow {
            bytes,
            interrupted: false,
            given: given.clone(),
        };
        (slow, given)
    }
}

impl Read for Slow<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.interrupted = !self.interrupted;
        if self.interrupted {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let few = into.len().min(3);
        let count = self.bytes.read(&mut into[..few])?;
        self.given.set(self.given.get() + count);
        Ok(count)
    }
}

struct Gone;

impl Read for Gone {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::ErrorKind::ConnectionReset.into())
    }
}

#[test]
fn a_text_that_comes_in_parts_is_one_text() {
    let (slow, _) = Slow::new(br#"{"text":"tea"}"#);
    assert_eq!(accept_reader::<Note>(slow).unwrap().text, "tea");
}

#[test]
fn no_more_is_read_than_the_limit_and_one_byte() {
    let endless = vec![b' '; 1 << 20];
    let (slow, given) = Slow::new(&endless);
    let Err(ReadError::Rejected(report)) = accept_reader::<Note>(slow) else {
        panic!("it is too long")
    };
    assert_eq!(told(&report), [(String::new(), "limit.bytes".to_owned())]);
    assert_eq!(report.first().params().get("max"), Some(&40_usize.into()));
    assert_eq!(report.first().params().get("actual"), None);
    assert_eq!(given.get(), 41);
}

#[test]
fn a_text_as_long_as_the_limit_is_read() {
    let exact = format!("{:40}", r#"{"text":"tea"}"#);
    assert!(accept_reader::<Note>(exact.as_bytes()).is_ok());
    assert!(accept_reader::<Note>(format!("{exact} ").as_bytes()).is_err());
}

#[test]
fn the_boundarys_limit_goes_before_the_contracts() {
    let text = format!("{:100}", r#"{"text":"tea"}"#);
    let boundary = Boundary::new().max_bytes(100);
    assert!(boundary.accept_reader::<Note>(text.as_bytes()).is_ok());
    // What was cut by one limit is rejected by every other.
    let payload = Boundary::new().read::<Note>(text.as_bytes()).unwrap();
    let report = boundary.accept::<Note>(&payload).unwrap_err();
    assert_eq!(lines(&report), ["must not be longer than 40 bytes"]);
}

#[test]
fn a_reader_that_fails_is_no_verdict() {
    let Err(ReadError::Io(error)) = accept_reader::<Note>(Gone) else {
        panic!("there is no text")
    };
    assert_eq!(error.kind(), io::ErrorKind::ConnectionReset);
}

#[test]
fn places_and_faults_are_those_of_the_bytes() {
    for bytes in [
        &b"{\n \"text\": \"far too long\"}"[..],
        b"{\"text\":\"\xff\"}",
        b"{\"text\":",
        b"",
        b"{\"txet\":1}",
    ] {
        let Err(ReadError::Rejected(report)) = accept_reader::<Note>(bytes) else {
            panic!("it is wrong")
        };
        assert_eq!(report, accept::<Note>(bytes).unwrap_err());
        assert!(report.first().line().is_some());
    }
}

#[test]
fn a_contract_borrows_from_what_was_read() {
    let payload = Boundary::new()
        .read::<Borrowed<'_>>(&br#"{"text":"tea"}"#[..])
        .unwrap();
    let borrowed = accept::<Borrowed<'_>>(&payload).unwrap();
    assert_eq!(borrowed.text, "tea");
}

#[test]
fn a_contract_of_the_registry_reads_within_its_limit() {
    let registry = Registry::builder().contract::<Note>().build().unwrap();
    let note = registry.named("note").unwrap();
    let boundary = Boundary::new();
    let payload = boundary
        .read_by(note.descriptor().unwrap(), &br#"{"text":"tea"}"#[..])
        .unwrap();
    assert!(note.validate(&payload).is_ok());
    let payload = boundary.read_by(Note::DESCRIPTOR, &[b' '; 41][..]).unwrap();
    assert_eq!(note.validate(&payload).unwrap_err().first().code(), "limit.bytes");
}

#[test]
fn what_is_in_a_source_is_not_shown() {
    let payload = Boundary::new().read::<Note>(&b"hunter2"[..]).unwrap();
    let shown = format!("{payload:?} {:?}", perimeter::Source::from(&payload));
    assert!(!shown.contains("hunter2") && !shown.contains("104"), "{shown}");
}
