//! The hash of what a contract says: the same wherever it is built, another one after every change.

use perimeter::{Contract, ContractDescriptor};

macro_rules! contract {
    ($(#[$meta:meta])* $module:ident { $($item:tt)* }) => {
        mod $module {
            $(#[$meta])*
            #[derive(perimeter::Contract)]
            #[contract(name = "it", zone = strategic)]
            $($item)*
        }
    };
}

// A contract, the same contract elsewhere, and contracts that differ from it in one thing each.
contract!(plain { pub struct It { #[field(length = 1..=9)] text: String, number: Option<u8> } });
contract!(
    /// With a comment.
    commented { pub struct It { /** Of a field. */ #[field(length = 1..=9)] text: String, number: Option<u8> } }
);
contract!(renamed { pub struct It { #[field(length = 1..=9)] texts: String, number: Option<u8> } });
contract!(named_so { pub struct It { #[field(length = 1..=9)] #[serde(rename = "text")] other: String, number: Option<u8> } });
contract!(alias { pub struct It { #[field(length = 1..=9)] #[serde(alias = "t")] text: String, number: Option<u8> } });
contract!(bound { pub struct It { #[field(length = 1..=8)] text: String, number: Option<u8> } });
contract!(message { pub struct It { #[field(length(1..=9, message = "no"))] text: String, number: Option<u8> } });
contract!(warned { pub struct It { #[field(length(1..=9, severity = warn))] text: String, number: Option<u8> } });
contract!(conditional { pub struct It { #[field(length(1..=9, when = cfg!(debug_assertions)))] text: String, number: Option<u8> } });
contract!(rule { pub struct It { #[field(length = 1..=9, ascii)] text: String, number: Option<u8> } });
contract!(wider { pub struct It { #[field(length = 1..=9)] text: String, number: Option<u16> } });
contract!(required { pub struct It { #[field(length = 1..=9)] text: String, #[field(required)] number: Option<u8> } });
contract!(not_null { pub struct It { #[field(length = 1..=9)] text: String, #[field(not_null)] number: Option<u8> } });
contract!(default { pub struct It { #[field(length = 1..=9)] text: String, #[field(default = Some(1))] number: Option<u8> } });
contract!(other_default { pub struct It { #[field(length = 1..=9)] text: String, #[field(default = Some(2))] number: Option<u8> } });
contract!(secret { pub struct It { #[field(length = 1..=9, secret)] text: String, number: Option<u8> } });
contract!(order { pub struct It { number: Option<u8>, #[field(length = 1..=9)] text: String } });
contract!(char { pub struct It { #[field(length = 1..=9)] text: String, number: Option<char> } });
contract!(list { pub struct It { #[field(length = 1..=9)] text: String, number: Vec<u8> } });
contract!(set { pub struct It { #[field(length = 1..=9)] text: String, number: std::collections::BTreeSet<u8> } });
contract!(keys { pub struct It { #[field(length = 1..=9)] text: String, number: std::collections::BTreeMap<u8, u8> } });
contract!(other_keys { pub struct It { #[field(length = 1..=9)] text: String, number: std::collections::BTreeMap<u16, u8> } });
contract!(nested { pub struct It { #[field(length = 1..=9)] text: String, number: Option<super::One> } });
contract!(other_nested { pub struct It { #[field(length = 1..=9)] text: String, number: Option<super::other::One> } });
contract!(version { #[contract(version = "2")] pub struct It { #[field(length = 1..=9)] text: String, number: Option<u8> } });
contract!(denies { #[contract(unknown_fields = deny)] pub struct It { #[field(length = 1..=9)] text: String, number: Option<u8> } });
contract!(limited { #[contract(max_bytes = 9)] pub struct It { #[field(length = 1..=9)] text: String, number: Option<u8> } });
contract!(external { pub enum It { A, B(u8) } });
contract!(internal { #[serde(tag = "t")] pub enum It { A, B { x: u8 } } });
contract!(other_tag { #[serde(tag = "u")] pub enum It { A, B { x: u8 } } });
contract!(adjacent { #[serde(tag = "t", content = "c")] pub enum It { A, B(u8) } });
contract!(untagged { #[serde(untagged)] pub enum It { A, B(u8) } });
contract!(sanitized { pub struct It { #[field(length = 1..=9, sanitize(trim))] text: String, number: Option<u8> } });
contract!(with { pub struct It { #[field(length = 1..=9)] text: String, #[field(required_if(text = "a"))] number: Option<u8> } });
contract!(with_other { pub struct It { #[field(length = 1..=9)] text: String, #[field(required_if(text = "b"))] number: Option<u8> } });

/// What is inside differs two contracts further down.
#[derive(Contract)]
#[contract(zone = strategic)]
struct One {
    two: Two,
}

#[derive(Contract)]
#[contract(zone = strategic)]
struct Two {
    back: Option<Box<One>>,
    x: u8,
}

mod other {
    #[derive(perimeter::Contract)]
    #[contract(zone = strategic)]
    pub(super) struct One {
        two: Two,
    }

    #[derive(perimeter::Contract)]
    #[contract(zone = strategic)]
    struct Two {
        back: Option<Box<One>>,
        x: u16,
    }
}

macro_rules! all {
    ($($module:ident)+) => {
        &[$((stringify!($module), <$module::It as Contract>::DESCRIPTOR)),+]
    };
}

const ALL: &[(&str, &ContractDescriptor)] = all! {
    plain renamed alias bound message warned conditional rule wider required not_null default other_default secret order
    char list set keys other_keys nested other_nested version denies limited external internal other_tag adjacent untagged sanitized with with_other
};

#[test]
fn every_change_that_a_sender_can_notice_changes_it() {
    for (index, (name, descriptor)) in ALL.iter().enumerate() {
        for (before, other) in &ALL[..index] {
            assert_ne!(
                descriptor.content_hash(),
                other.content_hash(),
                "{name} and {before}"
            );
        }
    }
}

#[test]
fn comments_places_and_names_in_the_program_do_not_change_it() {
    let hash = plain::It::DESCRIPTOR.content_hash();
    assert_eq!(commented::It::DESCRIPTOR.content_hash(), hash);
    assert_eq!(named_so::It::DESCRIPTOR.content_hash(), hash);
}

/// Another value here is another algorithm, and then every hash that anyone keeps is worth nothing.
#[test]
fn it_is_the_same_in_every_build() {
    let hashes = [
        plain::It::DESCRIPTOR,
        nested::It::DESCRIPTOR,
        internal::It::DESCRIPTOR,
    ]
    .map(|descriptor| descriptor.content_hash().to_string());
    assert_eq!(
        hashes,
        [
            "29da632efa214971f87b8cba52af58d1",
            "0a22d7f2fc9c36f137583aa759b9dad1",
            "007456453f2661664f7fe8623b407d07",
        ]
    );
}
