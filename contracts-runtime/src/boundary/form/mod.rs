//! Form data as a source: `application/x-www-form-urlencoded` (WHATWG URL standard, section 5), as the contract's
//! descriptor says what its texts stand for.

mod members;
mod pairs;
mod scalar;
mod write;

use std::fmt;

use super::source::{Made, Unmade};
use super::{Origin, Payload};
use crate::contract::Contract;
use crate::descriptor::ContractDescriptor;
use crate::violation::{Place, Violation};

use write::Stops;

/// A form that a text was made of. Where its parts stand is found out when something is wrong with them.
pub(crate) struct Form {
    form: Box<[u8]>,
    contract: &'static ContractDescriptor,
}

impl Payload {
    /// A payload of form data, `application/x-www-form-urlencoded` (WHATWG URL standard, section 5), for the contract
    /// `T`. A query string is one, too, without its `?`.
    ///
    /// A form holds text alone, so the contract says what the text stands for; the guide's chapter on sources has the
    /// rules. Places are those in the form, which is one line. The limit on bytes is on the form.
    ///
    /// A form that is broken, by a `%` without two hexadecimal digits or by bytes that are not UTF-8, is rejected by
    /// `syntax`. Costs a copy of the form, and the text.
    ///
    /// ```
    #[doc = include_str!("../../../doc/tag.txt")]
    /// use contracts_runtime::{Boundary, Payload};
    ///
    /// // A form is an object, and this contract is a text.
    /// let payload = Payload::form::<Tag>("name=tea");
    /// let report = Boundary::new().accept::<Tag>(&payload).err().unwrap();
    /// assert_eq!(report.to_string(), "1:1: must be a string, not an object");
    /// ```
    #[must_use]
    pub fn form<T: Contract>(form: impl AsRef<[u8]>) -> Self {
        Payload::form_by(T::DESCRIPTOR, form)
    }

    /// The same for a contract by what it says of itself, such as one that a registry gives out.
    ///
    /// ```
    #[doc = include_str!("../../../doc/tag.txt")]
    /// use contracts_runtime::{Boundary, Contract, Payload};
    ///
    /// let payload = Payload::form_by(Tag::DESCRIPTOR, b"name=%");
    /// let report = Boundary::new().accept::<Tag>(&payload).err().unwrap();
    /// assert_eq!(report.to_string(), "1:6: is not a form: `%` has to be followed by two hexadecimal digits");
    /// ```
    #[must_use]
    pub fn form_by(contract: &'static ContractDescriptor, form: impl AsRef<[u8]>) -> Self {
        made(contract, form.as_ref())
    }
}

fn made(contract: &'static ContractDescriptor, form: &[u8]) -> Payload {
    let text = write::write(form, contract, &mut Stops::unasked());
    let made = Made {
        text: text.map_err(|flaw| Unmade {
            form: "a form",
            reason: flaw.reason,
        }),
        length: form.len(),
        too_deep: false,
    };
    let form = Form {
        form: form.into(),
        contract,
    };
    Payload::of_made(made, Origin::Form(form))
}

impl Form {
    /// Turns places in the text into those in the form, whose order is then that of the report.
    pub(super) fn relate(&self, found: &mut [Violation]) {
        let starts = found.iter().filter_map(|violation| Some(violation.span()?.start));
        let mut stops = Stops::at(starts.collect());
        let flaw = write::write(&self.form, self.contract, &mut stops).err();
        for violation in &mut *found {
            violation.replace(|place| {
                let span = match &flaw {
                    Some(flaw) => flaw.span.clone(),
                    None => stops.span(place.span.start)?,
                };
                Some(Place {
                    span,
                    line: 1,
                    column: 0,
                })
            });
        }
        found.sort_by_key(|violation| violation.span().map_or(0, |span| span.start));
        self.number_columns(found);
    }

    /// Gives violations, which stand in the order of the form, their columns.
    fn number_columns(&self, found: &mut [Violation]) {
        let (mut column, mut at) = (1, 0);
        for violation in found {
            violation.replace(|place| {
                let before = self.form.get(at..place.span.start).unwrap_or_default();
                column += String::from_utf8_lossy(before).chars().count();
                at = at.max(place.span.start);
                Some(Place {
                    column,
                    ..place.clone()
                })
            });
        }
    }
}

/// How long it is. The form is not shown: it may hold secrets.
impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Form")
            .field("length", &self.form.len())
            .finish_non_exhaustive()
    }
}
