//! Formats: rules on text that a standard defines, one file each.
//!
//! A format is a scanner over the text, linear in its length and without allocation on ASCII input; never a
//! regular expression. Adding one is a file beside this one and a line in the list below.

mod alphanumeric;
mod class;
mod idna;
mod idna_table;
mod punycode;
mod rfc3339;
mod rfc3986;
mod url_host;

/// A rule on text that a standard defines.
///
/// Every format is a [`Rule`](crate::rules::Rule) on `str`; the list below makes it one.
pub trait Format: Copy + core::fmt::Debug + Send + Sync + 'static {
    /// The word in attributes, which is also the violation's code.
    const CODE: &'static str;
    /// The name of the format in JSON Schema, where the vocabulary has it with the same meaning.
    const SCHEMA: Option<&'static str>;
    /// What the text has to be, as it follows "must be": `"an e-mail address"`.
    const WHAT: &'static str;

    /// Whether `text` is of this format.
    fn accepts(self, text: &str) -> bool;
}

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

                fn message(
                    &self,
                    _: &crate::violation::Params,
                    f: &mut core::fmt::Formatter<'_>,
                ) -> core::fmt::Result {
                    write!(f, "must be {}", <$type as Format>::WHAT)
                }

                fn keywords(&self, _: crate::shape::Kind) -> Vec<(&'static str, crate::violation::Param)> {
                    <$type as Format>::SCHEMA.map(|name| ("format", name.into())).into_iter().collect()
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
    date: Date,
    date_time: DateTime,
    email: Email,
    hostname: Hostname,
    ipv4: Ipv4,
    ipv6: Ipv6,
    uri: Uri,
    uri_template: UriTemplate,
    url: Url,
    uuid: Uuid,
}
