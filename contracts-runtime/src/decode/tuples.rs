//! Tuples, tuple structs and tuple variants: lists whose elements have types of their own.

use super::{Decode, Decoder, Read, Slot, unruled};
use crate::violation::{Anchor, Fault, Structural};

/// The elements of a list of fixed length that is being read.
#[derive(Debug)]
pub struct Elements {
    length: usize,
    next: usize,
}

impl Elements {
    /// Steps into the array that comes next, which must hold `length` elements.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`].
    pub fn open(decoder: &mut Decoder<'_>, length: usize) -> Read<Self> {
        if decoder.reader.peek_token() != b'[' {
            return Err(decoder.mismatch("an array"));
        }
        decoder.enter()?;
        Ok(Elements { length, next: 0 })
    }

    /// The index of the element that comes next, with the decoder at it; `None` at the end. Elements beyond the
    /// length are faults.
    ///
    /// # Errors
    ///
    /// [`Fault::Halt`] if reading can't go on.
    #[allow(
        clippy::should_implement_trait,
        reason = "an iterator can't borrow the decoder at each step"
    )]
    pub fn next(&mut self, decoder: &mut Decoder<'_>) -> Read<Option<usize>> {
        loop {
            let more = if self.next == 0 && decoder.reader.peek_token() == b']' {
                decoder.reader.bump();
                false
            } else if self.next == 0 {
                true
            } else {
                decoder.reader.more(b']').map_err(|error| decoder.syntax(error))?
            };
            if !more {
                decoder.end = decoder.reader.at() - 1;
                decoder.reader.leave();
                return Ok(None);
            }
            if decoder.report.halted() {
                return Err(Fault::Halt);
            }
            let index = self.next;
            self.next += 1;
            let start = decoder.begin();
            if index < self.length {
                return Ok(Some(index));
            }
            decoder.skip()?;
            decoder
                .report
                .add_anchored(Anchor::Value(start), Structural::Unknown.violation());
        }
    }
}

macro_rules! tuples {
    ($($length:literal: $($name:ident $slot:ident $index:literal),+;)+) => {$(
        impl<'de, $($name: Decode<'de>),+> Decode<'de> for ($($name,)+) {
            fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
                let mut elements = Elements::open(decoder, $length)?;
                $(let mut $slot = Slot::<$name>::Absent;)+
                while let Some(index) = elements.next(decoder)? {
                    match index {
                        $($index => $slot.read(decoder, $name::decode, unruled)?,)+
                        _ => {}
                    }
                }
                let sound = [$($slot.settle(decoder, stringify!($index), || None)),+];
                if sound.contains(&false) {
                    return Err(decoder.unsound());
                }
                Ok(($($slot.take()?,)+))
            }
        }
    )+};
}

tuples! {
    1: A a 0;
    2: A a 0, B b 1;
    3: A a 0, B b 1, C c 2;
    4: A a 0, B b 1, C c 2, D d 3;
    5: A a 0, B b 1, C c 2, D d 3, E e 4;
    6: A a 0, B b 1, C c 2, D d 3, E e 4, F f 5;
    7: A a 0, B b 1, C c 2, D d 3, E e 4, F f 5, G g 6;
    8: A a 0, B b 1, C c 2, D d 3, E e 4, F f 5, G g 6, H h 7;
}
