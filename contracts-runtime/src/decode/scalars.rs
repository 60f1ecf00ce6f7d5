//! Numbers, booleans, null, and what std parses from text.

use std::marker::PhantomData;

use super::{Decode, Decoder, Members, Read, Record, Unknown};
use crate::json::{Number, Reader};
use crate::violation::{Params, Structural};

impl<'de> Decoder<'de> {
    /// A number, or a mismatch with what was `expected`.
    #[inline]
    fn number(&mut self, expected: &'static str) -> Read<Number<'de>> {
        if !matches!(self.reader.peek_token(), b'-' | b'0'..=b'9') {
            return Err(self.mismatch(expected));
        }
        self.reader.number().map_err(|error| self.syntax(error))
    }

    /// Reports that the number at `start` does not fit its type.
    #[cold]
    #[inline(never)]
    fn misfit(
        &mut self,
        start: usize,
        expected: &'static str,
        number: &Number<'_>,
    ) -> crate::violation::Fault {
        let found = if number.integer {
            "one beyond its range"
        } else {
            "a number with a fraction or an exponent"
        };
        self.fault_at(
            start,
            Structural::Type,
            Params::new().with("expected", expected).with("found", found),
        )
    }

    /// Reads a scalar that a map's key holds in its quotes.
    fn in_quotes<T>(
        &mut self,
        expected: &'static str,
        parse: impl FnOnce(&mut Reader<'_>) -> Option<T>,
    ) -> Read<T> {
        let start = self.begin();
        let text = self.text(expected)?;
        let mut reader = Reader::new(&text, 0);
        match parse(&mut reader) {
            Some(value) if reader.at() == text.len() => Ok(value),
            _ => Err(self.fault_at(start, Structural::Type, Params::new().with("expected", expected))),
        }
    }
}

/// A number from text that is nothing else.
fn whole<'t>(reader: &mut Reader<'t>) -> Option<Number<'t>> {
    matches!(reader.peek(), b'-' | b'0'..=b'9').then(|| reader.number().ok())?
}

macro_rules! integers {
    ($($type:ty: $expected:literal,)+) => {$(
        impl<'de> Decode<'de> for $type {
            #[inline]
            fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
                let start = decoder.reader.at();
                if let Some(value) = decoder.reader.plain_integer() {
                    match <$type>::try_from(value) {
                        Ok(value) => return Ok(value),
                        #[allow(unreachable_patterns, reason = "every `u64` is one")]
                        Err(_) => decoder.reader.seek(start),
                    }
                }
                let number = decoder.number($expected)?;
                let start = decoder.reader.at() - number.text.len();
                match number.as_i128().and_then(|value| <$type>::try_from(value).ok()) {
                    Some(value) => Ok(value),
                    None => Err(decoder.misfit(start, $expected, &number)),
                }
            }

            fn decode_key(decoder: &mut Decoder<'de>) -> Read<Self> {
                decoder.in_quotes($expected, |reader| <$type>::try_from(whole(reader)?.as_i128()?).ok())
            }
        }
    )+};
}

integers! {
    u8: "an integer from 0 to 255",
    u16: "an integer from 0 to 65535",
    u32: "an integer from 0 to 4294967295",
    u64: "an integer from 0 to 18446744073709551615",
    usize: "an integer that is not negative",
    i8: "an integer from -128 to 127",
    i16: "an integer from -32768 to 32767",
    i32: "an integer from -2147483648 to 2147483647",
    i64: "an integer from -9223372036854775808 to 9223372036854775807",
    isize: "an integer",
}

/// Of 128 bits, from the characters. `-0` is an integer for `serde_json`, too, where it reads it as an `i128`.
macro_rules! wide {
    ($($type:ty: $expected:literal,)+) => {$(
        impl<'de> Decode<'de> for $type {
            fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
                let number = decoder.number($expected)?;
                let start = decoder.reader.at() - number.text.len();
                number.parse().ok_or_else(|| decoder.misfit(start, $expected, &number))
            }

            fn decode_key(decoder: &mut Decoder<'de>) -> Read<Self> {
                decoder.in_quotes($expected, |reader| whole(reader)?.parse())
            }
        }
    )+};
}

wide! {
    i128: "an integer of 128 bits",
    u128: "an integer of 128 bits that is not negative",
}

macro_rules! floats {
    ($($type:ty: $plain:expr, $convert:expr;)+) => {$(
        impl<'de> Decode<'de> for $type {
            #[inline]
            fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
                if let Some(value) = $plain(&mut decoder.reader) {
                    return Ok(value);
                }
                let number = decoder.number("a number")?;
                let value: $type = $convert(&number);
                if value.is_finite() {
                    return Ok(value);
                }
                let start = decoder.reader.at() - number.text.len();
                let expected = concat!("a number that an ", stringify!($type), " can hold");
                let params = Params::new().with("expected", expected).with("found", "one beyond its range");
                Err(decoder.fault_at(start, Structural::Type, params))
            }

            fn decode_key(decoder: &mut Decoder<'de>) -> Read<Self> {
                decoder.in_quotes("a number", |reader| {
                    let value: $type = $convert(&whole(reader)?);
                    value.is_finite().then_some(value)
                })
            }
        }
    )+};
}

floats! {
    f64: Reader::plain_decimal, Number::as_f64;
    // From the characters, not by way of an f64: that would round twice.
    f32: |_: &mut Reader<'_>| None, |number: &Number<'_>| number.text.parse().unwrap_or(f32::NAN);
}

impl<'de> Decode<'de> for bool {
    #[inline]
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
        if !matches!(decoder.reader.peek_token(), b't' | b'f') {
            return Err(decoder.mismatch("a boolean"));
        }
        decoder.reader.bool().map_err(|error| decoder.syntax(error))
    }

    fn decode_key(decoder: &mut Decoder<'de>) -> Read<Self> {
        decoder.in_quotes("`true` or `false`", |reader| reader.bool().ok())
    }
}

/// `null`; as a flattened field nothing, and as the content of an internally tagged variant an object with the tag
/// alone, which is how serde writes it.
impl<'de> Decode<'de> for () {
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
        const NOTHING: &Record = &Record::new(&[], Unknown::Deny);
        if decoder.at_flattened() {
            return Ok(());
        }
        if decoder.aside.rest().is_some() || !decoder.at_tagged() {
            return decoder.null();
        }
        let mut members = Members::open(decoder, NOTHING)?;
        while members.step(decoder, 0) != Members::END {}
        members.close(decoder)?;
        Ok(())
    }
}

impl<'de, T> Decode<'de> for PhantomData<T> {
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
        <()>::decode(decoder).map(|()| PhantomData)
    }
}

impl<'de> Decode<'de> for char {
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
        let start = decoder.begin();
        let text = decoder.text("a string of one character")?;
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(char), None) => Ok(char),
            _ => {
                let params = Params::new().with("expected", "a string of one character");
                Err(decoder.fault_at(start, Structural::Type, params))
            }
        }
    }
}

macro_rules! parsed {
    ($($type:ty: $expected:literal,)+) => {$(
        impl<'de> Decode<'de> for $type {
            fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
                let start = decoder.begin();
                let text = decoder.text($expected)?;
                text.parse().map_err(|_| {
                    decoder.fault_at(start, Structural::Type, Params::new().with("expected", $expected))
                })
            }
        }
    )+};
}

parsed! {
    std::net::Ipv4Addr: "an IPv4 address",
    std::net::Ipv6Addr: "an IPv6 address",
    std::net::IpAddr: "an IP address",
}
