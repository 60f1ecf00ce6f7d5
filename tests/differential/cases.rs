//! The types, each with all the attributes of serde's that change how it is read.

use super::shared;
use super::twins::{Case, cases, twins};

twins! {
// Scalars.
ignore { pub struct Bool(pub bool); }
ignore { pub struct U8(pub u8); }
ignore { pub struct U16(pub u16); }
ignore { pub struct U32(pub u32); }
ignore { pub struct U64(pub u64); }
ignore { pub struct U128(pub u128); }
ignore { pub struct Usize(pub usize); }
ignore { pub struct I8(pub i8); }
ignore { pub struct I16(pub i16); }
ignore { pub struct I32(pub i32); }
ignore { pub struct I64(pub i64); }
ignore { pub struct I128(pub i128); }
ignore { pub struct Isize(pub isize); }
ignore { pub struct F32(pub f32); }
ignore { pub struct F64(pub f64); }
ignore { pub struct Char(pub char); }
ignore { pub struct Text(pub String); }
ignore { pub struct Null(pub ()); }
ignore { pub struct Unit; }
ignore { pub struct Phantom(pub PhantomData<u8>); }
ignore { pub struct Numbers(pub Vec<f64>); }
ignore { pub struct Integers(pub Vec<i64>); }
ignore { pub struct Net { pub four: Ipv4Addr, pub six: Ipv6Addr, pub any: IpAddr } }
ignore { pub struct Texts { pub a: String, pub b: Box<str>, pub c: Arc<str>, pub d: Rc<str> , pub f: char } }
ignore { pub struct Borrowed<'a> {
    #[serde(borrow)] pub a: &'a str,
    #[serde(borrow)] pub b: Cow<'a, str>,
    pub c: Option<&'a str>,
} }

// Options and pointers.
ignore { pub struct Options {
    pub a: Option<u8>, pub b: Option<Option<u8>>, pub c: Box<Option<u8>>, pub d: Option<Box<Leaf>>, pub e: Option<()>,
    pub f: Option<Vec<Option<u8>>>, pub g: Rc<Option<Arc<str>>>, pub h: Option<Plain>,
} }
ignore { pub struct Leaf { pub x: u8, pub y: Option<String> } }
ignore { pub struct Maybe(pub Option<u8>); }
ignore { #[serde(transparent)] pub struct Clear(pub Option<u8>); }
ignore { pub struct Absents { pub a: Maybe, pub b: Clear, pub c: Option<Clear>, pub d: Vec<u8> } }
ignore { pub struct AbsentClear { pub b: Clear, pub c: PhantomData<u8> } }
ignore { pub struct AbsentUnit { pub a: () } }

// Collections.
ignore { pub struct Lists {
    pub a: Vec<u8>, pub b: [i16; 3], pub c: (u8, String, bool), pub d: BTreeSet<u8>, pub e: VecDeque<i8>,
    pub f: Box<[u8]>, pub g: HashSet<u8, Fixed>, pub h: (u8,), pub i: [u8; 0], pub j: Rc<[u8]>, pub k: Arc<[String]>,
} }
ignore { pub struct Maps {
    pub a: BTreeMap<String, u8>, pub b: HashMap<String, Vec<u8>, Fixed>, pub c: Option<BTreeMap<String, Leaf>>,
} }
ignore { pub struct U8Keys(pub BTreeMap<u8, u8>); }
ignore { pub struct I64Keys(pub BTreeMap<i64, u8>); }
ignore { pub struct I128Keys(pub BTreeMap<i128, u8>); }
ignore { pub struct U128Keys(pub BTreeMap<u128, u8>); }
ignore { pub struct BoolKeys(pub BTreeMap<bool, u8>); }
ignore { pub struct CharKeys(pub BTreeMap<char, u8>); }
ignore { pub struct CowKeys<'a>(#[serde(borrow)] pub BTreeMap<Cow<'a, str>, u8>); }
ignore { #[derive(PartialEq, Eq, PartialOrd, Ord)] #[serde(rename_all = "kebab-case")] pub enum Day { FirstOfAll, #[serde(alias = "2nd")] Second } }
ignore { pub struct EnumKeys(pub BTreeMap<Day, u8>); }
ignore { #[derive(PartialEq, Eq, PartialOrd, Ord)] pub struct Id(pub u32); }
ignore { #[derive(PartialEq, Eq, PartialOrd, Ord)] #[serde(transparent)] pub struct Name(pub String); }
ignore { pub struct IdKeys(pub BTreeMap<Id, u8>); }
ignore { pub struct NameKeys(pub BTreeMap<Name, u8>); }
ignore { pub struct AddressKeys(pub BTreeMap<IpAddr, u8>); }
ignore { #[derive(PartialEq, Eq, PartialOrd, Ord)] #[serde(from = "u32")] pub struct FromNumber(pub u32); }
ignore { #[derive(PartialEq, Eq, PartialOrd, Ord)] #[serde(try_from = "String")] pub struct FromText(pub String); }
ignore { pub struct FromNumberKeys(pub BTreeMap<FromNumber, u8>); }
ignore { pub struct FromTextKeys(pub BTreeMap<FromText, u8>); }
ignore { #[derive(PartialEq, Eq, PartialOrd, Ord)] #[serde(untagged)] pub enum NumberOrText { Number(u32), Text(String) } }
ignore { pub struct UntaggedKeys(pub BTreeMap<NumberOrText, u8>); }
ignore { pub struct OptionKeys(pub BTreeMap<Option<u8>, u8>); }

// Structs.
ignore { pub struct Empty {} }
ignore { pub struct EmptyTuple(); }
ignore { pub struct Pair(pub u8, pub String); }
ignore { pub struct Nested { pub leaf: Leaf, pub pair: Pair, pub unit: Unit, pub list: Vec<Leaf>, pub list_of_pairs: Vec<(u8, Pair)> } }
ignore { pub struct Tree { pub value: u8, #[serde(default)] pub children: Vec<Tree>, pub next: Option<Box<Tree>> } }
ignore { pub struct Generic<T> { pub value: T, pub list: Vec<T> } }
ignore { pub struct Generics { pub a: Generic<u8>, pub b: Generic<Option<String>>, pub c: Generic<Leaf> } }
ignore { pub struct Foreigns { pub a: NonZeroU8, pub b: Plain, pub c: Option<Strict>, pub d: Vec<Plain>, pub e: Duration, pub f: Result<u8, String> } }
deny { #[serde(deny_unknown_fields)] pub struct Denying { pub x: u8, pub y: Option<Leaf> } }
ignore { pub struct HoldsDenying { pub d: Denying } }

// Names.
ignore { pub struct Raw { pub r#type: u8, #[serde(rename = "weird \"name\" \\ \u{e9}\n")] pub weird: u8, #[serde(rename = "")] pub empty: u8 } }
ignore { pub struct Named {
    #[serde(rename = "one")] pub a: u8,
    #[serde(alias = "two", alias = "deux")] pub b: u8,
    #[serde(rename(serialize = "x", deserialize = "three"))] pub c: u8,
    #[serde(rename = "four", alias = "vier")] pub d: Option<u8>,
} }
ignore { #[serde(rename_all = "lowercase")] pub struct Lower { pub first_name: u8, pub x: u8, pub a1_b2: u8 } }
ignore { #[serde(rename_all = "UPPERCASE")] pub struct Upper { pub first_name: u8, pub x: u8, pub a1_b2: u8 } }
ignore { #[serde(rename_all = "PascalCase")] pub struct Pascal { pub first_name: u8, pub x: u8, pub a1_b2: u8 } }
ignore { #[serde(rename_all = "camelCase")] pub struct Camel { pub first_name: u8, pub x: u8, pub a1_b2: u8 } }
ignore { #[serde(rename_all = "snake_case")] pub struct Snake { pub first_name: u8, pub x: u8, pub a1_b2: u8 } }
ignore { #[serde(rename_all = "SCREAMING_SNAKE_CASE")] pub struct Screaming { pub first_name: u8, pub x: u8, pub a1_b2: u8 } }
ignore { #[serde(rename_all = "kebab-case")] pub struct Kebab { pub first_name: u8, pub x: u8, pub a1_b2: u8 } }
ignore { #[serde(rename_all = "SCREAMING-KEBAB-CASE")] pub struct ScreamingKebab { pub first_name: u8, #[serde(rename = "own")] pub x: u8, pub a1_b2: u8 } }
ignore { #[serde(rename_all = "lowercase")] pub enum LowerEnum { FirstName, X, A1B2, HTTPRequest } }
ignore { #[serde(rename_all = "UPPERCASE")] pub enum UpperEnum { FirstName, X, A1B2, HTTPRequest } }
ignore { #[serde(rename_all = "camelCase")] pub enum CamelEnum { FirstName, X, A1B2, HTTPRequest } }
ignore { #[serde(rename_all = "PascalCase")] pub enum PascalEnum { FirstName, X, A1B2, HTTPRequest } }
ignore { #[serde(rename_all = "snake_case")] pub enum SnakeEnum { FirstName, X, A1B2, HTTPRequest } }
ignore { #[serde(rename_all = "SCREAMING_SNAKE_CASE")] pub enum ScreamingEnum { FirstName, X, A1B2, HTTPRequest } }
ignore { #[serde(rename_all = "kebab-case")] pub enum KebabEnum { FirstName, X, A1B2, HTTPRequest } }
ignore { #[serde(rename_all = "SCREAMING-KEBAB-CASE")] pub enum ScreamingKebabEnum { FirstName, X, A1B2, HTTPRequest } }
ignore { #[serde(rename_all = "snake_case", rename_all_fields = "camelCase")] pub enum Fields {
    FirstOne { some_name: u8 },
    #[serde(rename_all = "UPPERCASE")] Second { some_name: u8 },
    #[serde(rename = "3rd")] ThirdOfAll { #[serde(rename = "own")] some_name: u8 },
} }

// Defaults.
ignore { pub struct Defaults {
    #[serde(default)] pub a: u8,
    #[serde(default = "seven")] pub b: u8,
    #[serde(default = "word")] pub c: String,
    #[serde(default)] pub d: Option<u8>,
    #[serde(skip)] pub e: u8,
    #[serde(skip_deserializing, default = "seven")] pub f: u8,
    #[serde(skip_serializing)] pub g: Option<u8>,
    #[serde(default)] pub h: Vec<Leaf>,
} }
ignore { #[serde(default)] pub struct ItemDefault { pub a: u8, pub b: Option<u8>, #[serde(default = "seven")] pub c: u8, #[serde(skip)] pub d: u8, #[serde(skip, default = "seven")] pub e: u8 } }
ignore { pub struct TupleSkip(pub u8, #[serde(skip)] pub u8, pub String); }
ignore { pub struct TupleDefault(pub u8, #[serde(default)] pub u8, #[serde(default = "seven")] pub u8); }
ignore { pub struct OnlyOneRead(pub u8, #[serde(skip)] pub u8); }
ignore { #[serde(transparent)] pub struct ClearNamed { pub inner: Leaf, #[serde(skip)] pub rest: u8 } }
ignore { #[serde(transparent)] pub struct ClearPhantom<T> { pub inner: Vec<u8>, pub mark: PhantomData<T> } }
ignore { pub struct HoldsClear { pub a: ClearNamed, pub b: ClearPhantom<u8>, pub c: Clear } }

// Conversions.
ignore { pub struct Converted { pub a: FromNumber, pub b: FromText, pub c: Option<FromNumber>, pub d: Vec<FromText> } }
ignore { #[serde(try_from = "Leaf")] pub struct FromLeaf(pub u8); }
ignore { #[serde(from = "Side")] pub struct FromSide(pub u8); }
ignore { pub enum Side { Left(u8), Right { x: u8 } } }
ignore { pub struct Withs {
    #[serde(deserialize_with = "doubled")] pub a: u32,
    #[serde(with = "hex")] pub b: u32,
    #[serde(deserialize_with = "text_or_null")] pub c: Option<String>,
    #[serde(default, deserialize_with = "text_or_null")] pub d: Option<String>,
    #[serde(default = "seven", with = "small")] pub e: u8,
} }
ignore { pub struct WithTuple(#[serde(with = "hex")] pub u32, #[serde(deserialize_with = "doubled")] pub u32); }
ignore { pub struct WithNewtype(#[serde(with = "hex")] pub u32); }

// Tagging.
ignore { pub enum External {
    Unit, Newtype(Leaf), Scalar(u8), Maybe(Option<u8>), Tuple(u8, String), Struct { x: u8, y: Option<u8> }, Empty {},
    #[serde(alias = "other-name", alias = "third-name")] Aliased(String), #[serde(skip)] Skipped, Unit2(()), List(Vec<u8>), NoFields(),
} }
ignore { pub enum ExternalOther { A, B(u8), #[serde(other)] Rest } }
ignore { pub struct Externals { pub list: Vec<External>, pub one: Option<External> } }
ignore { #[serde(tag = "type")] pub enum Internal {
    Unit, Newtype(Leaf), Struct { x: u8, y: Option<u8> }, Empty {}, Map(BTreeMap<String, u8>), Again(InnerTag), Ext(ExternalOther),
    Unt(LeafOrTree), Adj(Adjacent), #[serde(alias = "alias", rename = "renamed")] Aliased { z: u8 }, Plain(Plain), Strict(Strict), UnitStruct(Unit),
    Denying(Denying), Maybe(Option<Leaf>), Flat(Flat), Generic(Generic<u8>), Same(HasType), Boxed(Box<Leaf>),
} }
ignore { #[serde(tag = "kind")] pub enum InnerTag { A { x: u8 }, B(Leaf), C } }
ignore { pub struct HasType { pub r#type: Option<String>, pub x: u8 } }
ignore { #[serde(tag = "type")] pub enum SameTag { Outer(SameTagInner), Other { x: u8 } } }
ignore { #[serde(tag = "type")] pub enum SameTagInner { Outer { x: u8 }, Inner } }
ignore { #[serde(tag = "t")] pub enum InternalOther { A { x: u8 }, #[serde(other)] Rest } }
deny { #[serde(tag = "t", deny_unknown_fields)] pub enum InternalDeny { A { x: u8 }, B(Leaf) } }
ignore { pub struct Internals { pub list: Vec<Internal>, pub map: BTreeMap<String, InternalOther> } }
ignore { #[serde(tag = "t", content = "c")] pub enum Adjacent {
    Unit, Newtype(Leaf), Scalar(u8), Maybe(Option<u8>), Tuple(u8, String), Struct { x: u8, y: Option<u8> }, Unit2(()), Long(i64), Clear(Clear),
    #[serde(alias = "alias")] Aliased(Vec<u8>), Float(f64), Maps(BTreeMap<String, u8>), Deep(Box<Adjacent>),
} }
ignore { #[serde(tag = "t", content = "c")] pub enum AdjacentOther { A(u8), #[serde(other)] Rest } }
deny { #[serde(tag = "t", content = "c", deny_unknown_fields)] pub enum AdjacentDeny { A { x: u8 }, B } }
ignore { #[serde(untagged)] pub enum Untagged {
    Unit, Bool(bool), Small(u8), Signed(i64), Float(f64), Text(String), Pair(u8, String), List(Vec<Untagged>), Struct { x: u8, y: u8 }, Other { x: u8 }, Map(BTreeMap<String, Untagged>),
} }
ignore { #[serde(untagged)] pub enum LeafOrTree { Tree(Tree), Leaf(Leaf), Char(char), Day(Day), Maybe(Option<u8>) } }
ignore { #[serde(untagged)] pub enum UntaggedBorrowed<'a> { Number(u8), #[serde(borrow)] Text(&'a str), Cow(Cow<'a, str>) } }
ignore { pub enum BorrowedEnum<'a> { A(&'a str), B { #[serde(borrow)] cow: Cow<'a, str> } } }
ignore { #[serde(tag = "t")] pub enum BorrowedInternal<'a> { A { x: &'a str }, B { #[serde(borrow)] cow: Cow<'a, str> } } }

// Flatten.
ignore { pub struct Flat { pub a: u8, #[serde(flatten)] pub leaf: Leaf } }
ignore { pub struct FlatMap { pub a: u8, #[serde(flatten)] pub rest: BTreeMap<String, u8> } }
ignore { pub struct FlatBoth { pub a: u8, #[serde(flatten)] pub leaf: Leaf, #[serde(flatten)] pub rest: BTreeMap<String, Untagged> } }
ignore { pub struct FlatMaps { #[serde(flatten)] pub one: BTreeMap<String, u8>, #[serde(flatten)] pub two: HashMap<String, u8, Fixed> } }
ignore { pub struct FlatMaybe { pub a: Option<u8>, #[serde(flatten)] pub leaf: Option<Leaf> } }
ignore { pub struct FlatMaybeMap { pub a: Option<u8>, #[serde(flatten)] pub rest: Option<BTreeMap<String, u8>> } }
ignore { pub struct FlatExternal { pub a: u8, #[serde(flatten)] pub choice: External } }
ignore { pub struct FlatMaybeExternal { pub a: u8, #[serde(flatten)] pub choice: Option<External> } }
ignore { pub struct FlatInternal { pub a: u8, #[serde(flatten)] pub choice: InnerTag } }
ignore { pub struct FlatInternalAll { pub a: Option<u8>, #[serde(flatten)] pub choice: Internal } }
ignore { pub struct FlatAdjacent { pub a: u8, #[serde(flatten)] pub choice: Adjacent } }
ignore { pub struct FlatUntagged { pub a: Option<u8>, #[serde(flatten)] pub choice: LeafOrTree } }
ignore { pub struct FlatNested { pub top: u8, #[serde(flatten)] pub flat: Flat } }
ignore { pub struct FlatNestedRest { pub top: u8, #[serde(flatten)] pub flat: Flat, #[serde(flatten)] pub rest: BTreeMap<String, u8> } }
ignore { pub struct FlatInternalRest { pub top: u8, #[serde(flatten)] pub choice: InternalOther, #[serde(flatten)] pub rest: BTreeMap<String, Untagged> } }
ignore { pub struct FlatUntaggedRest { #[serde(flatten)] pub choice: LeafOrTree, #[serde(flatten)] pub rest: BTreeMap<String, Untagged> } }
ignore { pub struct FlatExternalRest { #[serde(flatten)] pub choice: ExternalOther, #[serde(flatten)] pub rest: BTreeMap<String, Untagged> } }
ignore { pub struct FlatAdjacentRest { #[serde(flatten)] pub choice: AdjacentOther, #[serde(flatten)] pub rest: BTreeMap<String, Untagged> } }
ignore { pub struct FlatPlain { pub a: u8, #[serde(flatten)] pub plain: Plain } }
ignore { pub struct FlatPlainRest { pub a: u8, #[serde(flatten)] pub plain: Plain, #[serde(flatten)] pub rest: BTreeMap<String, u8> } }
ignore { pub struct FlatValue { pub a: u8, #[serde(flatten)] pub rest: serde_json::Map<String, serde_json::Value> } }
ignore { pub struct FlatTwins { #[serde(flatten)] pub one: Leaf, #[serde(flatten)] pub two: Leaf2 } }
ignore { pub struct Leaf2 { pub x: Option<u8>, pub z: u8 } }
ignore { pub struct FlatDefault { pub a: u8, #[serde(flatten)] pub inner: ItemDefault2 } }
ignore { #[serde(default)] #[derive(Default)] pub struct ItemDefault2 { pub b: u8, #[serde(alias = "see")] pub c: u8 } }
deny { #[serde(deny_unknown_fields)] pub struct FlatDeny { pub a: u8, #[serde(flatten)] pub leaf: Leaf } }
ignore { pub enum FlatInVariant { A { n: u8, #[serde(flatten)] leaf: Leaf }, B(Flat) } }
ignore { #[serde(tag = "t")] pub enum FlatInInternal { A { n: u8, #[serde(flatten)] rest: BTreeMap<String, u8> }, B(Flat), C(FlatMap) } }
ignore { pub struct FlatBoxed { #[serde(flatten)] pub leaf: Box<Leaf>, pub a: u8 } }
ignore { pub struct FlatClear { #[serde(flatten)] pub inner: ClearNamed, pub a: u8 } }
ignore { pub struct FlatNewtype { #[serde(flatten)] pub inner: LeafNewtype, pub a: u8 } }
ignore { pub struct LeafNewtype(pub Leaf); }
ignore { pub struct FlatUnit { pub a: u8, #[serde(flatten)] pub unit: () } }
ignore { pub struct FlatNumbers { pub a: u8, #[serde(flatten)] pub rest: BTreeMap<String, Vec<f64>> } }
ignore { #[serde(tag = "t")] pub enum InternalKeys { A(BTreeMap<u8, u8>), B { map: BTreeMap<i64, bool> } } }
ignore { #[serde(tag = "t")] pub enum InternalWide { A { x: i128 } } }
ignore { #[serde(tag = "t")] pub enum InternalFloat { A { x: f32 } } }
ignore { #[serde(tag = "struct-type")] pub struct TaggedStruct { pub x: u8 } }
}

/// The default of an item by a path: serde's derive does not find its own names where a macro has made the item.
pub mod ours_by_hand {
    #[derive(Debug, perimeter::Contract)]
    #[contract(zone = strategic, unknown_fields = ignore)]
    #[serde(default = "ItemPath::start")]
    pub struct ItemPath {
        pub a: u8,
        pub b: String,
        #[serde(skip)]
        pub c: u8,
    }
}

pub mod theirs_by_hand {
    #[derive(Debug, serde::Deserialize)]
    #[serde(default = "ItemPath::start")]
    pub struct ItemPath {
        pub a: u8,
        pub b: String,
        #[serde(skip)]
        pub c: u8,
    }
}

macro_rules! implement {
    ($($side:ident)+) => {$(
        const _: () = {
            use $side::*;

            impl From<u32> for FromNumber {
                fn from(value: u32) -> Self {
                    FromNumber(value.wrapping_add(1))
                }
            }

            impl TryFrom<String> for FromText {
                type Error = String;

                fn try_from(text: String) -> Result<Self, String> {
                    if text.len() > 3 { Err(format!("{text} is too long")) } else { Ok(FromText(text)) }
                }
            }

            impl TryFrom<Leaf> for FromLeaf {
                type Error = &'static str;

                fn try_from(leaf: Leaf) -> Result<Self, &'static str> {
                    if leaf.x > 9 { Err("too large") } else { Ok(FromLeaf(leaf.x)) }
                }
            }

            impl From<Side> for FromSide {
                fn from(side: Side) -> Self {
                    match side {
                        Side::Left(x) | Side::Right { x } => FromSide(x),
                    }
                }
            }

            impl Default for ItemDefault {
                fn default() -> Self {
                    ItemDefault { a: 11, b: Some(12), c: 13, d: 14, e: 15 }
                }
            }

            impl ItemPath {
                fn start() -> Self {
                    ItemPath { a: 21, b: "start".to_owned(), c: 23 }
                }
            }
        };
    )+};
}

implement!(ours theirs);

const NAMES: &str = r#"{"first_name":1,"x":2,"a1_b2":3,"firstname":1,"a1b2":3,"FIRST_NAME":1,"X":2,"A1_B2":3,"FirstName":1,"firstName":1,"A1B2":3,"a1B2":3,"FIRST-NAME":1,"first-name":1,"A1-B2":3,"a1-b2":3,"own":1}"#;

cases! {
    Bool ["true", "false"];
    U8 ["0", "255", "256", "-0"];
    U16 ["65535"];
    U32 ["4294967295"];
    U64 ["18446744073709551615", "18446744073709551616"];
    U128 ["340282366920938463463374607431768211455", "18446744073709551616"];
    Usize ["18446744073709551615"];
    I8 ["-128", "127"];
    I16 ["-32768"];
    I32 ["-2147483648"];
    I64 ["-9223372036854775808", "9223372036854775808"];
    I128 ["-170141183460469231731687303715884105728", "170141183460469231731687303715884105728", "-0"];
    Isize ["-1"];
    F32 ["1.5", "3.4028235e38", "16777217", "0.1", "1e39"];
    F64 ["1.5", "-0.0", "1e308", "1e309", "9007199254740993", "2.2250738585072011e-308"];
    Char [r#""é""#, r#""\ud83d\ude00""#];
    Text [r#""text""#, r#""\u00e9\n\ud83d\ude00""#];
    Null ["null", "{}", "[]"];
    Unit ["null"];
    Phantom ["null"];
    Numbers ["[1,-1.5,1e3,0.1]"];
    Integers ["[1,-1,9223372036854775807]"];
    Net [r#"{"four":"127.0.0.1","six":"::1","any":"10.0.0.1"}"#, r#"{"four":"0.0.0.0","six":"fe80::1","any":"::ffff:1.2.3.4"}"#];
    Texts [r#"{"a":"one","b":"two","c":"three","d":"four","f":"6"}"#];
    Borrowed<'_> [r#"{"a":"one","b":"two","c":"three"}"#, r#"{"a":"one","b":"tw\no","c":null}"#];
    Options [r#"{"a":1,"b":2,"c":3,"d":{"x":1},"e":null,"f":[1,null],"g":"text","h":{"x":1}}"#, r#"{"c":null,"g":null}"#, "{}"];
    Maybe ["null", "1"];
    Absents [r#"{"a":1,"b":2,"c":3,"d":[]}"#, r#"{"a":null,"d":[]}"#];
    AbsentClear [r#"{"b":1,"c":null}"#];
    AbsentUnit [r#"{"a":null}"#, "{}"];
    Lists [r#"{"a":[1,2],"b":[-1,0,1],"c":[1,"text",true],"d":[3,1,3],"e":[-1],"f":[1],"g":[1,2,1],"h":[1],"i":[],"j":[1,2],"k":["a"]}"#];
    Maps [r#"{"a":{"one":1,"two":2,"one":3},"b":{"x":[1]},"c":{"l":{"x":1}}}"#, r#"{"a":{},"b":{},"c":null}"#];
    U8Keys [r#"{"1":1,"255":2}"#, r#"{"-0":1,"1.0":2}"#];
    I64Keys [r#"{"-1":1,"0":2}"#];
    I128Keys [r#"{"-170141183460469231731687303715884105728":1,"0":2}"#];
    U128Keys [r#"{"340282366920938463463374607431768211455":1,"0":2}"#];
    BoolKeys [r#"{"true":1,"false":2}"#];
    CharKeys [r#"{"a":1,"é":2}"#];
    CowKeys<'_> [r#"{"a":1,"é":2}"#];
    EnumKeys [r#"{"first-of-all":1,"2nd":2}"#, r#"{"second":1}"#];
    IdKeys [r#"{"1":1,"2":2}"#];
    NameKeys [r#"{"a":1,"b":2}"#];
    AddressKeys [r#"{"127.0.0.1":1,"::1":2}"#];
    FromNumberKeys [r#"{"1":1,"2":2}"#];
    FromTextKeys [r#"{"a":1,"abc":2,"abcd":3}"#];
    UntaggedKeys [r#"{"1":1,"a":2}"#];
    OptionKeys [r#"{"1":1,"null":2}"#, r#"{"1":1}"#];
    Empty ["{}"];
    EmptyTuple ["[]"];
    Pair [r#"[1,"two"]"#];
    Nested [r#"{"leaf":{"x":1,"y":"why"},"pair":[1,"two"],"unit":null,"list":[{"x":1},{"x":2,"y":null}],"list_of_pairs":[[1,[2,"a"]]]}"#];
    Tree [r#"{"value":1,"children":[{"value":2,"next":{"value":3}},{"value":4,"children":[]}],"next":null}"#];
    Generics [r#"{"a":{"value":1,"list":[2]},"b":{"value":"x","list":[null]},"c":{"value":{"x":1},"list":[]}}"#, r#"{"a":{"value":1,"list":[]},"b":{"list":[]},"c":{"value":{"x":1},"list":[]}}"#];
    Foreigns [r#"{"a":1,"b":{"x":1},"c":{"x":1},"d":[{"x":1,"y":"z"}],"e":{"secs":1,"nanos":2},"f":{"Ok":1}}"#, r#"{"a":1,"b":{"x":1},"d":[],"e":{"secs":1,"nanos":2},"f":{"Err":"no"}}"#];
    Denying [r#"{"x":1,"y":{"x":1,"unknown":1}}"#];
    HoldsDenying [r#"{"d":{"x":1,"y":{"x":1,"unknown":1}},"unknown":1}"#];
    Raw ["{\"type\":1,\"weird \\\"name\\\" \\\\ \u{e9}\\n\":2,\"\":3}"];
    Named [r#"{"one":1,"two":2,"three":3,"vier":4}"#, r#"{"one":1,"b":2,"three":3}"#, r#"{"one":1,"deux":2,"three":3,"four":4,"a":1,"c":2,"x":3,"d":4}"#];
    Lower [NAMES]; Upper [NAMES]; Pascal [NAMES]; Camel [NAMES]; Snake [NAMES]; Screaming [NAMES]; Kebab [NAMES]; ScreamingKebab [NAMES];
    LowerEnum [r#""firstname""#, r#""httprequest""#, r#""a1b2""#];
    UpperEnum [r#""FIRSTNAME""#, r#""HTTPREQUEST""#];
    CamelEnum [r#""firstName""#, r#""hTTPRequest""#, r#""a1B2""#];
    PascalEnum [r#""FirstName""#, r#""HTTPRequest""#];
    SnakeEnum [r#""first_name""#, r#""h_t_t_p_request""#, r#""a1_b2""#];
    ScreamingEnum [r#""FIRST_NAME""#, r#""H_T_T_P_REQUEST""#, r#""A1_B2""#];
    KebabEnum [r#""first-name""#, r#""h-t-t-p-request""#];
    ScreamingKebabEnum [r#""FIRST-NAME""#, r#""H-T-T-P-REQUEST""#];
    Fields [r#"{"first_one":{"someName":1}}"#, r#"{"second":{"SOME_NAME":1}}"#, r#"{"3rd":{"own":1}}"#];
    Defaults [r#"{"a":1,"b":2,"c":"three","d":4,"e":5,"f":6,"g":8,"h":[{"x":1}]}"#, "{}"];
    ItemDefault [r#"{"a":1,"b":2,"c":3,"d":4,"e":5}"#, "{}", r#"{"b":null}"#];
    ItemPath [r#"{"a":1,"b":"two","c":3}"#, "{}"];
    TupleSkip [r#"[1,"two"]"#, r#"[1,2,"two"]"#];
    TupleDefault ["[1,2,3]", "[1,2]", "[1]", "[]"];
    OnlyOneRead ["[1]", "1", "[1,2]"];
    ClearNamed [r#"{"x":1,"y":"z"}"#];
    HoldsClear [r#"{"a":{"x":1},"b":[1],"c":1}"#, r#"{"a":{"x":1},"b":[1]}"#];
    Converted [r#"{"a":1,"b":"two","c":3,"d":["a","b"]}"#, r#"{"a":1,"b":"long","d":[]}"#];
    FromLeaf [r#"{"x":1}"#, r#"{"x":10}"#];
    FromSide [r#"{"Left":1}"#, r#"{"Right":{"x":1}}"#];
    Withs [r#"{"a":1,"b":"ff","c":"text","d":null,"e":1}"#, r#"{"a":1,"b":"ff","c":null}"#];
    WithTuple [r#"["ff",2]"#];
    WithNewtype [r#""ff""#];
    External [r#""Unit""#, r#"{"Unit":null}"#, r#"{"Newtype":{"x":1}}"#, r#"{"Scalar":1}"#, r#"{"Maybe":null}"#, r#"{"Tuple":[1,"two"]}"#, r#"{"Struct":{"x":1,"y":2}}"#, r#"{"Empty":{}}"#, r#"{"other-name":"text"}"#, r#"{"Unit2":null}"#, r#"{"List":[1,2]}"#, r#"{"NoFields":[]}"#, r#""Skipped""#];
    ExternalOther [r#""A""#, r#"{"B":1}"#, r#""unknown""#, r#"{"unknown":null}"#];
    Externals [r#"{"list":["Unit",{"Scalar":1},{"Struct":{"x":1}}],"one":{"Maybe":1}}"#];
    Internal [
        r#"{"type":"Unit","extra":1}"#, r#"{"type":"Newtype","x":1}"#, r#"{"x":1,"y":2,"type":"Struct"}"#, r#"{"type":"Empty"}"#, r#"{"type":"Map","a":1,"b":2}"#,
        r#"{"type":"Again","kind":"A","x":1}"#, r#"{"type":"Again","kind":"B","x":1,"y":"z"}"#, r#"{"kind":"C","type":"Again"}"#, r#"{"type":"Ext","B":1}"#, r#"{"B":1,"type":"Ext"}"#,
        r#"{"type":"Unt","value":1}"#, r#"{"type":"Unt","x":1}"#, r#"{"type":"Adj","t":"Scalar","c":1}"#, r#"{"c":1,"t":"Long","type":"Adj"}"#, r#"{"type":"renamed","z":1}"#, r#"{"type":"alias","z":1}"#,
        r#"{"type":"Plain","x":1}"#, r#"{"type":"Strict","x":1}"#, r#"{"x":1,"type":"Strict"}"#, r#"{"type":"UnitStruct"}"#, r#"{"type":"Denying","x":1}"#, r#"{"type":"Maybe","x":1}"#, r#"{"type":"Flat","a":1,"x":2}"#,
        r#"{"type":"Generic","value":1,"list":[]}"#, r#"{"type":"Same","x":1}"#, r#"{"type":"Boxed","x":1}"#,
    ];
    SameTag [r#"{"type":"Outer","x":1}"#, r#"{"type":"Outer","type":"Inner","x":1}"#, r#"{"type":"Other","x":1}"#];
    InternalOther [r#"{"t":"A","x":1}"#, r#"{"t":"unknown","x":1}"#];
    InternalDeny [r#"{"t":"A","x":1}"#, r#"{"t":"B","x":1,"y":"z"}"#];
    Internals [r#"{"list":[{"type":"Unit"},{"type":"Struct","x":1}],"map":{"m":{"t":"A","x":1}}}"#];
    Adjacent [r#"{"t":"Unit"}"#, r#"{"t":"Unit","c":null}"#, r#"{"t":"Newtype","c":{"x":1}}"#, r#"{"c":1,"t":"Scalar"}"#, r#"{"t":"Maybe"}"#, r#"{"t":"Maybe","c":1}"#, r#"{"t":"Tuple","c":[1,"a"]}"#, r#"{"c":{"x":1,"y":2},"t":"Struct"}"#, r#"{"t":"Unit2","c":null}"#, r#"{"t":"Unit2"}"#, r#"{"t":"Clear"}"#, r#"{"t":"alias","c":[1]}"#, r#"{"c":1.5,"t":"Float"}"#, r#"{"c":{"a":1},"t":"Maps"}"#, r#"{"c":{"c":1,"t":"Scalar"},"t":"Deep"}"#];
    AdjacentOther [r#"{"t":"A","c":1}"#, r#"{"t":"unknown"}"#, r#"{"t":"unknown","c":null}"#, r#"{"t":"unknown","c":1}"#];
    AdjacentDeny [r#"{"t":"A","c":{"x":1}}"#, r#"{"t":"B"}"#];
    Untagged ["null", "true", "1", "-1", "1.5", r#""text""#, r#"[1,"two"]"#, r#"[1,[2,"x"],{"x":1}]"#, r#"{"x":1,"y":2}"#, r#"{"x":1}"#, r#"{"a":1,"b":{"x":300}}"#];
    LeafOrTree [r#"{"value":1,"children":[]}"#, r#"{"x":1}"#, r#""c""#, r#""second""#, "null", "1"];
    UntaggedBorrowed<'_> ["1", r#""text""#, r#""te\nxt""#];
    BorrowedEnum<'_> [r#"{"A":"text"}"#, r#"{"B":{"cow":"te\nxt"}}"#];
    BorrowedInternal<'_> [r#"{"t":"A","x":"text"}"#, r#"{"cow":"te\nxt","t":"B"}"#];
    Flat [r#"{"a":1,"x":2,"y":"z","extra":1}"#, r#"{"x":2,"a":1}"#];
    FlatMap [r#"{"a":1,"b":2,"c":3}"#];
    FlatBoth [r#"{"a":1,"x":2,"y":"z","more":[1]}"#];
    FlatMaps [r#"{"a":1,"b":2}"#];
    FlatMaybe [r#"{"a":1,"x":2,"y":"z"}"#, r#"{"a":1}"#];
    FlatMaybeMap [r#"{"a":1,"x":2}"#, r#"{"a":1,"x":"y"}"#];
    FlatExternal [r#"{"a":1,"Scalar":1}"#, r#"{"Unit":null,"a":1}"#, r#"{"a":1,"Struct":{"x":1}}"#, r#"{"a":1,"other-name":"text","Scalar":1}"#];
    FlatMaybeExternal [r#"{"a":1,"Scalar":1}"#, r#"{"a":1}"#];
    FlatInternal [r#"{"a":1,"kind":"A","x":1}"#, r#"{"x":1,"kind":"B","a":1}"#, r#"{"a":1,"kind":"C"}"#];
    FlatInternalAll [r#"{"a":1,"type":"Unit"}"#, r#"{"type":"Struct","x":1}"#, r#"{"type":"Map","b":1}"#, r#"{"type":"Plain","x":1}"#, r#"{"type":"Again","kind":"A","x":1}"#, r#"{"type":"Ext","B":1}"#, r#"{"type":"Adj","t":"Scalar","c":1}"#, r#"{"type":"Same","x":1}"#, r#"{"type":"Denying","x":1}"#];
    FlatAdjacent [r#"{"a":1,"t":"Unit"}"#, r#"{"c":1,"t":"Scalar","a":1}"#, r#"{"a":1,"t":"Maybe"}"#];
    FlatUntagged [r#"{"a":1,"value":1}"#, r#"{"x":1}"#];
    FlatNested [r#"{"top":1,"a":2,"x":3}"#];
    FlatNestedRest [r#"{"top":1,"a":2,"x":3,"more":4}"#];
    FlatInternalRest [r#"{"top":1,"t":"A","x":1,"more":4}"#, r#"{"top":1,"t":"B","more":4}"#];
    FlatUntaggedRest [r#"{"value":1,"more":4}"#, r#"{"x":1,"more":4}"#];
    FlatExternalRest [r#"{"B":1,"more":4}"#, r#"{"A":null}"#];
    FlatAdjacentRest [r#"{"t":"A","c":1,"more":4}"#];
    FlatPlain [r#"{"a":1,"x":1,"y":"z"}"#];
    FlatPlainRest [r#"{"a":1,"x":1,"more":2}"#];
    FlatValue [r#"{"a":1,"x":1,"more":[2,{"z":1.5}]}"#];
    FlatTwins [r#"{"x":1,"z":2}"#, r#"{"x":1,"x":3,"z":2}"#];
    FlatDefault [r#"{"a":1}"#, r#"{"a":1,"b":2,"see":3}"#];
    FlatDeny [r#"{"a":1,"x":2}"#, r#"{"a":1,"x":2,"more":1}"#];
    FlatInVariant [r#"{"A":{"n":1,"x":2}}"#, r#"{"B":{"a":1,"x":2}}"#];
    FlatInInternal [r#"{"t":"A","n":1,"x":2}"#, r#"{"a":1,"x":2,"t":"B"}"#, r#"{"t":"C","a":1,"x":2}"#];
    FlatBoxed [r#"{"a":1,"x":2}"#];
    FlatClear [r#"{"a":1,"x":2}"#];
    FlatNewtype [r#"{"a":1,"x":2}"#];
    FlatUnit [r#"{"a":1,"x":2}"#];
    FlatNumbers [r#"{"a":1,"x":[2,1.5]}"#];
    InternalKeys [r#"{"t":"A","1":2}"#, r#"{"t":"B","map":{"1":true}}"#];
    InternalWide [r#"{"t":"A","x":1}"#];
    InternalFloat [r#"{"t":"A","x":1.5}"#, r#"{"t":"A","x":7.038531e-26}"#];
    TaggedStruct [r#"{"struct-type":"TaggedStruct","x":1}"#, r#"{"x":1}"#];
}
