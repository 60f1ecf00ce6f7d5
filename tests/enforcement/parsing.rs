//! Modes and enforcements as text.

use perimeter::{Enforcement, Mode, Zone};

fn error(text: &str) -> String {
    text.parse::<Enforcement>().unwrap_err().to_string()
}

#[test]
fn every_enforcement_is_read_as_it_is_written() {
    for mode in Mode::ALL {
        assert_eq!(mode.to_string().parse(), Ok(mode));
        for zone in Zone::ALL {
            let enforcement = Enforcement::STRICT.with(zone, mode);
            assert_eq!(enforcement.to_string().parse(), Ok(enforcement));
            assert_eq!(format!("{zone}={mode}").parse(), Ok(enforcement));
            assert_eq!(enforcement.mode(zone), mode);
        }
    }
    assert_eq!(Enforcement::default(), Enforcement::STRICT);
    assert_eq!(Mode::default(), Mode::Strict);
}

#[test]
fn white_space_and_order_count_for_nothing() {
    let expected = Enforcement::STRICT
        .with(Zone::Core, Mode::Off)
        .with(Zone::External, Mode::Log);
    assert_eq!(" core = off ,\n external=log ".parse(), Ok(expected));
}

#[test]
fn what_is_wrong_is_said_with_the_nearest_word() {
    assert_eq!(
        error("external=wran"),
        "`wran` is no mode; did you mean `warn`? there are strict, warn, log and off"
    );
    assert_eq!(
        error("external=nothing"),
        "`nothing` is no mode; there are strict, warn, log and off"
    );
    assert_eq!(
        error("strategy=warn,extern=warn"),
        "`strategy` is no zone; did you mean `strategic`? there are external, strategic, coupling and core"
    );
    assert_eq!(
        error("External=warn"),
        "`External` is no zone; did you mean `external`? there are external, strategic, coupling and core"
    );
    assert_eq!(error("external=warn,external=warn"), "`external` is there twice");
    for text in ["", "warn", "external", "external=warn,"] {
        assert!(error(text).contains("names no mode"), "{text}");
    }
    assert_eq!(
        error("external="),
        "`` is no mode; there are strict, warn, log and off"
    );
    assert_eq!(error("a\nb=warn").lines().count(), 1);
}
