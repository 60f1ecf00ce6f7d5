//! The facade under another name.

/// What a crate that re-exports the facade has.
mod kit {
    pub(super) mod nested {
        pub(crate) use ::perimeter as boundary;
    }
}

#[kit::nested::boundary::external_contract(crate = crate::hygiene::facade::kit::nested::boundary)]
#[derive(Debug)]
struct Renamed {
    #[field(length = 1..=5, default = "text")]
    text: String,
}

#[derive(Debug, kit::nested::boundary::Contract)]
#[contract(crate = crate::hygiene::facade::kit::nested::boundary, zone = core)]
enum Derived {
    Unit,
}

/// One that is listed by its instance.
#[kit::nested::boundary::external_contract(crate = crate::hygiene::facade::kit::nested::boundary)]
#[derive(Debug)]
struct Wrapped<T> {
    value: T,
}

kit::nested::boundary::register!(
    Wrapped<Renamed> as "wrapped_renamed",
    crate = crate::hygiene::facade::kit::nested::boundary,
);

#[test]
fn contracts_find_it() {
    let read = kit::nested::boundary::accept::<Renamed>(b"{}").map(|read| read.text.clone());
    assert_eq!(read.as_deref(), Ok("text"));
    assert!(kit::nested::boundary::accept::<Derived>(br#""Unit""#).is_ok());
}
