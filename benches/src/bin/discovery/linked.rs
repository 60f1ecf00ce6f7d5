//! Ten thousand contracts in the list that the linker gathers: of as many types, in a hundred modules.

use std::any::TypeId;
use std::str;

use perimeter::{Body, ContractDescriptor, Zone, external_contract};

/// A type for each number.
#[external_contract]
#[derive(Debug)]
pub(crate) struct Numbered<const N: usize>(pub(crate) u32);

/// A text that ends with the number.
const fn numbered<const LENGTH: usize>(mut text: [u8; LENGTH], mut number: usize) -> [u8; LENGTH] {
    let mut at = LENGTH;
    while number > 0 {
        at -= 1;
        text[at] = b"0123456789"[number % 10];
        number /= 10;
    }
    text
}

const fn text(bytes: &[u8]) -> &str {
    match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("digits and letters are UTF-8"),
    }
}

struct Of<const N: usize>;

impl<const N: usize> Of<N> {
    const NAME: [u8; 13] = numbered(*b"contract_0000", N);
    const MODULE: [u8; 19] = numbered(*b"shop::area::part_00", N % 100);
    const DESCRIPTOR: ContractDescriptor =
        ContractDescriptor::new(text(&Self::NAME), text(&Self::MODULE), Zone::External, Body::Unit);
}

/// Puts contracts into the list, one for each number that these digits make.
macro_rules! link {
    ($($thousands:literal)*) => {
        $(link!($thousands; 0 1 2 3 4 5 6 7 8 9);)*
    };
    ($thousands:literal; $($hundreds:literal)*) => {
        $(link!($thousands, $hundreds; 0 1 2 3 4 5 6 7 8 9);)*
    };
    ($thousands:literal, $hundreds:literal; $($tens:literal)*) => {
        $(link!($thousands, $hundreds, $tens; 0 1 2 3 4 5 6 7 8 9);)*
    };
    ($thousands:literal, $hundreds:literal, $tens:literal; $($ones:literal)*) => {
        $(link!(= { 1000 * $thousands + 100 * $hundreds + 10 * $tens + $ones });)*
    };
    (= $number:expr) => {
        perimeter::__private::submit! {
            perimeter::__private::Linked::new(
                &Of::<$number>::DESCRIPTOR,
                TypeId::of::<Numbered<$number>>,
                |_, _| Ok(()),
            )
        }
    };
}

link!(0 1 2 3 4 5 6 7 8 9);
