//! `rust_decimal`: a decimal as text or number, exactly as it is written.
//!
//! What it can't hold exactly is refused, where its `Deserialize` rounds, and sends numbers through a float. A bound can be
//! a constant: `range = Decimal::ZERO..`, or one of the crate's macro `dec!`.

use std::borrow::Cow;
use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::Form;
use crate::decode::{Decode, Decoder, Read};
use crate::rules::multiple_of::Divisible;
use crate::rules::negative::Signed;
use crate::rules::positive::Number;
use crate::shape::{Kind, Shape};
use crate::violation::{Anchor, Param, Params, Violation};

const FORM: &Form = &Form {
    code: "decimal",
    what: "a decimal number",
};

impl Shape for Decimal {
    type Target = Self;
    const KIND: Kind = Kind::Text {
        format: Some("decimal"),
    };

    #[inline]
    fn reach(&self) -> Option<&Self> {
        Some(self)
    }

    fn key_text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }
}

impl<'de> Decode<'de> for Decimal {
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
        if !matches!(decoder.reader.peek_token(), b'-' | b'0'..=b'9') {
            return FORM.read(decoder, exact);
        }
        let start = decoder.begin();
        let number = decoder.reader.number().map_err(|error| decoder.syntax(error))?;
        exact(number.text).ok_or_else(|| {
            let violation = Violation::of(FORM, Params::new());
            decoder.report.add_anchored(Anchor::Value(start), violation)
        })
    }

    fn decode_key(decoder: &mut Decoder<'de>) -> Read<Self> {
        FORM.read(decoder, exact)
    }
}

/// The decimal that a text says, if there is one for all its digits.
fn exact(text: &str) -> Option<Decimal> {
    match text.contains(['e', 'E']) {
        true => Decimal::from_scientific(text).ok(),
        false => Decimal::from_str_exact(text).ok(),
    }
}

super::ranged! {
    Decimal: |bound| bound.to_string();
}

impl Number for Decimal {
    fn sign(&self) -> Option<Ordering> {
        Some(self.cmp(&Decimal::ZERO))
    }
}

impl Signed for Decimal {}

impl Divisible for Decimal {
    fn is_multiple_of_divisor(self, divisor: Self) -> bool {
        self.checked_rem(divisor).is_some_and(|rest| rest.is_zero())
    }

    fn magnitude(self) -> Param {
        self.abs().into()
    }
}
