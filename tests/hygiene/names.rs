//! Contracts beside items of the user's with the names that the generated code uses.

#![allow(dead_code, reason = "they only have to be in scope")]
#![allow(non_camel_case_types, reason = "a type called like a rule")]

mod core {}
mod std {}
mod alloc {}
mod perimeter {}
mod serde {}
mod contracts_runtime {}
mod inventory {}
mod linkme {}

struct Decode;
struct Decoder;
struct Read;
struct Members;
struct Shape;
struct Contract;
struct Record;
struct Slot;
struct Report;
struct At;
struct Of;
struct From;
struct Into;
struct Default;
struct Fn;
struct Bound;
struct Bounds;
struct Option;
struct Result;
struct Self_;
struct Box;
struct Cow;
struct Kind;
struct String;
struct Vec;
struct str;
struct usize;
struct Violation;
#[derive(Debug)]
struct ByText;
struct Shapeless;
#[derive(Debug)]
struct Context;
struct Scope;
struct Linked;

#[allow(non_snake_case, reason = "called like a variant")]
const fn Some() {}
#[allow(non_snake_case, reason = "called like a variant")]
const fn Ok() {}
#[allow(non_snake_case, reason = "called like a variant")]
const fn Err() {}
#[allow(non_upper_case_globals, reason = "called like a variant")]
const None: u8 = 0;

const fn length() {}
const fn range() {}
const fn email() {}
const fn bytes() {}
const fn value() {}
const fn at() {}
const fn report() {}
const fn decoder() {}
const fn members() {}
const fn apply() {}
const fn outcome() {}
const fn drop() {}
const fn context() {}
const fn needs_context() {}
const fn sanitize() {}
const fn check_listed() {}

#[allow(unused_macros, reason = "it only has to be in scope")]
macro_rules! assert {
    ($($tokens:tt)*) => {
        compile_error!("the user's own")
    };
}
#[allow(unused_macros, reason = "it only has to be in scope")]
macro_rules! cfg {
    ($($tokens:tt)*) => {
        compile_error!("the user's own")
    };
}
#[allow(unused_macros, reason = "it only has to be in scope")]
macro_rules! module_path {
    ($($tokens:tt)*) => {
        compile_error!("the user's own")
    };
}
#[allow(unused_macros, reason = "it only has to be in scope")]
macro_rules! file {
    ($($tokens:tt)*) => {
        compile_error!("the user's own")
    };
}
#[allow(unused_macros, reason = "it only has to be in scope")]
macro_rules! line {
    ($($tokens:tt)*) => {
        compile_error!("the user's own")
    };
}
#[allow(unused_macros, reason = "it only has to be in scope")]
macro_rules! submit {
    ($($tokens:tt)*) => {
        compile_error!("the user's own")
    };
}
#[allow(unused_macros, reason = "it only has to be in scope")]
macro_rules! stringify {
    ($($tokens:tt)*) => {
        compile_error!("the user's own")
    };
}
#[allow(unused_macros, reason = "it only has to be in scope")]
macro_rules! panic {
    ($($tokens:tt)*) => {
        compile_error!("the user's own")
    };
}
#[allow(unused_macros, reason = "it only has to be in scope")]
macro_rules! vec {
    ($($tokens:tt)*) => {
        compile_error!("the user's own")
    };
}
#[allow(unused_macros, reason = "it only has to be in scope")]
macro_rules! matches {
    ($($tokens:tt)*) => {
        compile_error!("the user's own")
    };
}

type Text = ::std::string::String;
type List<T> = ::std::vec::Vec<T>;
type Maybe<T> = ::core::option::Option<T>;

#[::perimeter::external_contract(
    check(sound),
    check(fits, reads(value, at)),
    at_least_one_of(report, step, severity = warn)
)]
#[derive(Debug)]
struct Names {
    #[field(length(1..=5, unit = bytes), severity_free)]
    value: Text,
    #[field(range = 1..=5, default = 1)]
    at: u8,
    #[field(required, email)]
    report: Maybe<Text>,
    #[field(each(length = 1..=5))]
    decoder: List<Text>,
    #[field(default)]
    errors: u8,
    #[field(default)]
    sound: bool,
    #[field(default)]
    members: u8,
    #[field(range(1.., when = self.at > 1), default = 1)]
    here: u8,
    #[field(default)]
    field: u8,
    #[field(default)]
    deserializer: u8,
    #[field(default)]
    r#type: u8,
    #[field(required_if(r#type = FREE), excluded_if(type = [3, 4]), required_with(field_0, field_1))]
    step: Maybe<u8>,
    #[field(less_than(type))]
    field_0: Maybe<u8>,
    #[field(matches(field_0))]
    field_1: Maybe<u8>,
    #[field(required_if(message = "given"), required_unless(value = "a"))]
    code: Maybe<u8>,
    #[field(length = 5)]
    message: Maybe<Text>,
}

/// One that is listed by its instance.
#[::perimeter::external_contract]
#[derive(Debug)]
struct Wrapped<T> {
    value: T,
}

::perimeter::register!(Wrapped<Names> as "wrapped_names");

const FREE: u8 = 2;

/// A rule of one's own under its bare name.
const fn severity_free() -> Free {
    Free
}

#[derive(Debug)]
struct Free;

impl ::perimeter::rules::RuleInfo for Free {
    fn code(&self) -> &'static ::core::primitive::str {
        "free"
    }
}

impl ::perimeter::rules::Rule<::core::primitive::str> for Free {
    fn accepts(&self, _: &::core::primitive::str) -> bool {
        true
    }
}

#[allow(
    clippy::unnecessary_wraps,
    clippy::trivially_copy_pass_by_ref,
    reason = "as checks are"
)]
const fn fits(_: &Text, _: &u8) -> ::core::result::Result<(), ::perimeter::Violation> {
    ::core::result::Result::Ok(())
}

#[allow(clippy::unnecessary_wraps, reason = "as checks are")]
const fn sound(_: &Names) -> ::core::result::Result<(), ::perimeter::Violation> {
    ::core::result::Result::Ok(())
}

#[::perimeter::external_contract]
#[serde(tag = "tag")]
#[derive(Debug)]
enum Variants {
    Ok { value: u8 },
    Some { decoder: u8, report: u8 },
    None,
}

#[::perimeter::external_contract]
#[derive(Debug)]
struct Tuple(u8, #[field(length = 1..=5)] Text);

#[::perimeter::external_contract(context(Context as report), check(all))]
#[derive(Debug)]
struct Contextual {
    #[field(check = one, sanitize(trim, uppercased))]
    decoder: Text,
    #[field(range(1.., when = { let Context = report; true }))]
    value: u8,
}

fn uppercased(text: &mut Text) {
    text.make_ascii_uppercase();
}

#[allow(clippy::unnecessary_wraps, clippy::ptr_arg, reason = "as checks are")]
const fn one(_: &Text, _: &Context) -> ::core::result::Result<(), ::perimeter::Violation> {
    ::core::result::Result::Ok(())
}

#[allow(clippy::unnecessary_wraps, reason = "as checks are")]
const fn all(_: &Contextual, _: &Context) -> ::core::result::Result<(), ::perimeter::Violation> {
    ::core::result::Result::Ok(())
}

#[test]
fn a_context_called_like_ours_is_the_users() {
    let text = r#"{"decoder": " a", "value": 1}"#;
    let read = ::perimeter::accept_with::<Contextual>(text, &Context);
    ::std::assert!(read.is_ok_and(|read| read.decoder == "A" && read.value == 1));
}

#[test]
fn none_of_them_is_taken_for_ours() {
    let text = br#"{"value": "a", "report": "a@example.com", "decoder": ["a"], "type": 1}"#;
    ::std::assert!(::perimeter::accept::<Names>(text).is_ok_and(|names| names.r#type == 1 && names.at == 1));
    ::std::assert!(::perimeter::accept::<Variants>(br#"{"tag": "Ok", "value": 1}"#).is_ok());
    ::std::assert!(::perimeter::accept::<Tuple>(br#"[1, "a"]"#).is_ok());
}
