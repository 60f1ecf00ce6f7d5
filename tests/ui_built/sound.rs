//! A sound contract. Beside one, the other cases are built and not only checked.

#[perimeter::external_contract]
struct Sound {
    number: u32,
}

fn main() {
    assert!(perimeter::accept::<Sound>(br#"{"number": 1}"#).is_ok());
    let _ = perimeter::Valid::new(Sound { number: 1 }).map(|sound| sound.number);
}
