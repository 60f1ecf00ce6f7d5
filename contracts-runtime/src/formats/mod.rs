//! Formats: rules on text that a standard defines, one file each.
//!
//! A format is a scanner over the text, linear in its length and without allocation on ASCII input; never a
//! regular expression. Adding one is a file beside this one and a line in the list below.

mod alphanumeric;
mod class;
mod grouped;
mod idna;
mod idna_table;
mod octet;
mod pointer;
mod punycode;
mod rfc3339;
mod rfc3986;
mod rfc3987;
mod url_host;

use std::fmt;

use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A rule on text that a standard defines.
///
/// Every format is a [`Rule`](crate::rules::Rule) on `str`; the list below makes it one.
pub trait Format: Copy + fmt::Debug + Send + Sync + 'static {
    /// The word in attributes, which is also the violation's code.
    const CODE: &'static str;
    /// The name of the format in JSON Schema, where the vocabulary has it with the same meaning.
    const SCHEMA: Option<&'static str>;
    /// What the text has to be, as it follows "must be": `"an e-mail address"`.
    const WHAT: &'static str;
    /// A few texts of this format, plain ones first: what generators start from.
    const ACCEPTED: &'static [&'static str];
    /// A few texts that are almost of this format.
    const REJECTED: &'static [&'static str];

    /// Whether `text` is of this format.
    fn accepts(self, text: &str) -> bool;

    /// Writes what the text has to be, where options say more than [`WHAT`](Self::WHAT).
    ///
    /// # Errors
    ///
    /// Those of the formatter.
    fn describe(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::WHAT)
    }

    /// Its options, as the parameters of a violation.
    fn params(self) -> Params {
        Params::new()
    }

    /// The keyword of JSON Schema that says the same or, of what options narrow, the most.
    fn keyword(self) -> Option<(&'static str, &'static str)> {
        Self::SCHEMA.map(|name| ("format", name))
    }
}

/// A format as a rule, and whether a text is of it.
#[cfg(feature = "json")]
pub(crate) type Named = (&'static dyn crate::rules::RuleInfo, fn(&str) -> bool);

/// Declares the formats: for each the module, its constructor and type, and its place in [`ALL`].
macro_rules! formats {
    ($($name:ident: $type:ident,)+) => {
        $(
            pub mod $name;
            pub use $name::{$name, $type};
        )+

        /// The constructors alone, for the rules' namespace.
        pub(crate) mod constructors {
            $(pub use super::$name::$name;)+
        }

        $(
            impl crate::rules::RuleInfo for $type {
                fn code(&self) -> &'static str {
                    <$type as Format>::CODE
                }

                fn params(&self) -> Params {
                    Format::params(*self)
                }

                fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("must be ")?;
                    Format::describe(*self, f)
                }

                fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
                    let keyword = Format::keyword(*self);
                    keyword.map(|(keyword, value)| (keyword, value.into())).into_iter().collect()
                }

                #[cfg(feature = "proptest")]
                fn samples(&self, _: Kind, _: crate::clock::Clock) -> crate::rules::Samples {
                    // What options refuse of the one list, or take of the other, is told apart by the format itself.
                    let texts = <$type as Format>::ACCEPTED.iter().chain(<$type as Format>::REJECTED);
                    crate::rules::Samples::told(texts.copied(), |text| Format::accepts(*self, text))
                }
            }

            impl crate::rules::Rule<str> for $type {
                #[inline]
                fn accepts(&self, value: &str) -> bool {
                    Format::accepts(*self, value)
                }
            }
        )+

        /// The word of every format, in alphabetical order.
        pub const ALL: &[&str] = &[$(<$type as Format>::CODE),+];

        #[cfg(feature = "proptest")]
        /// The texts that the format called `name` says it accepts and rejects; `None` for an unknown name.
        #[must_use]
        pub fn samples(name: &str) -> Option<[&'static [&'static str]; 2]> {
            match name {
                $(<$type as Format>::CODE => {
                    Some([<$type as Format>::ACCEPTED, <$type as Format>::REJECTED])
                })+
                _ => None,
            }
        }

        /// The format that JSON Schema calls `name`, as a rule, and what decides.
        #[cfg(feature = "json")]
        pub(crate) fn of_schema(name: &str) -> Option<Named> {
            $(
                if <$type as Format>::SCHEMA == Some(name) {
                    return Some((&const { $name() }, |text| Format::accepts(const { $name() }, text)));
                }
            )+
            let idn = const { &email().idn() };
            (name == "idn-email").then_some((idn, |text| Format::accepts(const { email().idn() }, text)))
        }

        /// Whether `text` is of the format called `name`; `None` for an unknown name.
        #[must_use]
        pub fn check(name: &str, text: &str) -> Option<bool> {
            match name {
                $(<$type as Format>::CODE => Some($name().accepts(text)),)+
                _ => None,
            }
        }
    };
}

formats! {
    base64: Base64,
    base64url: Base64url,
    bic: Bic,
    cidr: Cidr,
    country: Country,
    credit_card: CreditCard,
    currency: Currency,
    date: Date,
    date_time: DateTime,
    duration: Duration,
    email: Email,
    hex: Hex,
    hex_color: HexColor,
    host_and_port: HostAndPort,
    hostname: Hostname,
    iban: Iban,
    idn_hostname: IdnHostname,
    ip: Ip,
    ipv4: Ipv4,
    ipv6: Ipv6,
    iri: Iri,
    iri_reference: IriReference,
    isbn: Isbn,
    json: Json,
    json_pointer: JsonPointer,
    json_pointer_uri_fragment: JsonPointerUriFragment,
    language: Language,
    local_date_time: LocalDateTime,
    local_time: LocalTime,
    luhn: Luhn,
    mac: Mac,
    phone: Phone,
    port: Port,
    regex: Regex,
    relative_json_pointer: RelativeJsonPointer,
    semver: Semver,
    slug: Slug,
    socket_addr: SocketAddr,
    time: Time,
    ulid: Ulid,
    uri: Uri,
    uri_reference: UriReference,
    uri_template: UriTemplate,
    url: Url,
    uuid: Uuid,
}
