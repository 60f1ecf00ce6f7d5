//! Every rule by its vectors: a contract for each set of parameters, judged beside its schema.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Bound;
use std::time::{Duration, SystemTime};

use perimeter::rules::Bounds;
use perimeter::{Boundary, Clock, ContractDescriptor, Violations};
use serde_json::Value;

use crate::agreement::{Judge, Tally, Verdict, explain};

/// A contract for a rule with these parameters, on values of this type.
struct Ruled {
    rule: &'static str,
    params: &'static str,
    of: &'static str,
    descriptor: &'static ContractDescriptor,
    accept: fn(&Boundary, &str) -> Result<(), Violations>,
}

/// An element that is told from others by its id.
#[derive(PartialEq, perimeter::Contract)]
#[contract(zone = strategic)]
struct Item {
    id: i64,
    n: i64,
}

macro_rules! ruled {
    ($($name:ident $rule:literal $params:literal [$type:ty] ($($words:tt)*);)+) => {
        $(
            #[derive(perimeter::Contract)]
            #[contract(zone = strategic)]
            struct $name {
                #[field($($words)*)]
                value: $type,
            }
        )+

        const RULED: &[Ruled] = &[$(
            Ruled {
                rule: $rule,
                params: $params,
                of: stringify!($type),
                descriptor: <$name as perimeter::Contract>::DESCRIPTOR,
                accept: |boundary, text| boundary.accept::<$name>(text).map(|_| ()),
            },
        )+];
    };
}

ruled! {
    R001 "after" r#"{"bound": "2030-01-01"}"# [String] (after = "2030-01-01");
    R002 "after" r#"{"bound": "2030-01-01T12:00:00+01:00"}"# [String] (after = "2030-01-01T12:00:00+01:00");
    R003 "alphanumeric" "{}" [String] (alphanumeric);
    R004 "alphanumeric" r#"{"unicode": true}"# [String] (alphanumeric(unicode));
    R005 "alphanumeric" r#"{"ascii": true}"# [String] (alphanumeric(ascii));
    R006 "ascii" "{}" [String] (ascii);
    R007 "ascii" r#"{"control": true}"# [String] (ascii(control));
    R008 "before" r#"{"bound": "2030-01-01"}"# [String] (before = "2030-01-01");
    R009 "before" r#"{"bound": "2030-01-01T12:00:00+01:00"}"# [String] (before = "2030-01-01T12:00:00+01:00");
    R010 "contains" r#"{"text": "ab"}"# [String] (contains = "ab");
    R011 "contains" r#"{"text": "aa"}"# [String] (contains = "aa");
    R012 "contains" r#"{"text": "\u00e9"}"# [String] (contains = "\u{e9}");
    R013 "contains" r#"{"text": "\u0000"}"# [String] (contains = "\u{0}");
    R014 "equal" r#"{"value": "v1"}"# [String] (equal = "v1");
    R015 "equal" r#"{"value": "\u00e9"}"# [String] (equal = "\u{e9}");
    R016 "equal" r#"{"value": 2}"# [i64] (equal = 2);
    R017 "equal" r#"{"value": true}"# [bool] (equal = true);
    R018 "exclusive_minimum" r#"{"bound": 18}"# [i64] (exclusive_minimum = 18);
    R019 "exclusive_minimum" r#"{"bound": -1}"# [i64] (exclusive_minimum = -1);
    R020 "exclusive_minimum" r#"{"bound": 254}"# [u8] (exclusive_minimum = 254);
    R021 "exclusive_minimum" r#"{"bound": 0.5}"# [f64] (exclusive_minimum = 0.5);
    R022 "exclusive_minimum" r#"{"bound": 0.0}"# [f64] (exclusive_minimum = 0.0);
    R023 "finite" "{}" [f64] (finite);
    R024 "finite" "{}" [f32] (finite);
    R025 "future" r#"{"now": "2024-02-29T12:00:00Z"}"# [String] (future);
    R026 "items" r#"{"max": 2, "min": 1}"# [Vec<Value>] (items(1..=2));
    R027 "items" r#"{"exact": 1}"# [Vec<Value>] (items(1));
    R028 "items" r#"{"exclusive_max": 2}"# [Vec<Value>] (items(..2));
    R029 "length" r#"{"max": 4, "min": 2}"# [String] (length(2..=4));
    R030 "length" r#"{"exact": 3}"# [String] (length(3));
    R031 "length" r#"{"exact": 0}"# [String] (length(0));
    R032 "length" r#"{"min": 1}"# [String] (length(1..));
    R033 "length" r#"{"max": 1}"# [String] (length(..=1));
    R034 "length" r#"{"exclusive_max": 3, "min": 1}"# [String] (length(1..3));
    R035 "length" r#"{"exclusive_min": 1}"# [String] (length(Bounds::new(Bound::Excluded(1), Bound::Unbounded)));
    R036 "length" r#"{"exclusive_max": 0}"# [String] (length(..0));
    R037 "length" "{}" [String] (length(Bounds::new(Bound::Unbounded, Bound::Unbounded)));
    R038 "length" r#"{"max": 2, "min": 2, "unit": "chars"}"# [String] (length(2..=2, unit = chars));
    R039 "length" r#"{"max": 6, "unit": "bytes"}"# [String] (length(..=6, unit = bytes));
    R040 "length" r#"{"max": 5, "unit": "bytes"}"# [String] (length(..=5, unit = bytes));
    R041 "length" r#"{"min": 6, "unit": "bytes"}"# [String] (length(6.., unit = bytes));
    R042 "length" r#"{"min": 7, "unit": "bytes"}"# [String] (length(7.., unit = bytes));
    R043 "length" r#"{"max": 2, "unit": "utf16"}"# [String] (length(..=2, unit = utf16));
    R044 "length" r#"{"max": 1, "unit": "utf16"}"# [String] (length(..=1, unit = utf16));
    R045 "length" r#"{"min": 3, "unit": "utf16"}"# [String] (length(3.., unit = utf16));
    R046 "length" r#"{"max": 4, "min": 2}"# [Vec<Value>] (length(2..=4));
    R047 "length" r#"{"max": 4, "min": 2}"# [BTreeMap<String, Value>] (length(2..=4));
    R048 "length" r#"{"max": 1, "unit": "graphemes"}"# [String] (length(..=1, unit = graphemes));
    R049 "length" r#"{"min": 1, "unit": "graphemes"}"# [String] (length(1.., unit = graphemes));
    R050 "length" r#"{"exact": 1, "unit": "graphemes"}"# [String] (length(1, unit = graphemes));
    R051 "length" r#"{"max": 2, "min": 2, "unit": "utf16"}"# [String] (length(2..=2, unit = utf16));
    R052 "length" r#"{"exact": 2, "unit": "utf16"}"# [String] (length(2, unit = utf16));
    R053 "lowercase" "{}" [String] (lowercase);
    R054 "multiple_of" r#"{"divisor": 5}"# [i64] (multiple_of = 5);
    R055 "multiple_of" r#"{"divisor": -5}"# [i64] (multiple_of = -5);
    R056 "multiple_of" r#"{"divisor": 1}"# [i64] (multiple_of = 1);
    R057 "multiple_of" r#"{"divisor": -1}"# [i64] (multiple_of = -1);
    R058 "multiple_of" r#"{"divisor": 0}"# [i64] (multiple_of = 0);
    R059 "multiple_of" r#"{"divisor": 16}"# [u8] (multiple_of = 16);
    R060 "multiple_of" r#"{"divisor": 3}"# [u64] (multiple_of = 3);
    R061 "multiple_of" r#"{"divisor": 2}"# [u64] (multiple_of = 2);
    R062 "multiple_of" r#"{"divisor": 5}"# [u128] (multiple_of = 5);
    R063 "multiple_of" r#"{"divisor": 2}"# [u128] (multiple_of = 2);
    R064 "multiple_of" r#"{"divisor": 0.1}"# [f64] (multiple_of = 0.1);
    R065 "multiple_of" r#"{"divisor": 0.01}"# [f64] (multiple_of = 0.01);
    R066 "multiple_of" r#"{"divisor": 2.5}"# [f64] (multiple_of = 2.5);
    R067 "multiple_of" r#"{"divisor": 1.0}"# [f64] (multiple_of = 1.0);
    R068 "multiple_of" r#"{"divisor": 1e-300}"# [f64] (multiple_of = 1e-300);
    R069 "multiple_of" r#"{"divisor": 3.0}"# [f64] (multiple_of = 3.0);
    R070 "multiple_of" r#"{"divisor": 0.0}"# [f64] (multiple_of = 0.0);
    R071 "multiple_of" r#"{"divisor": 0.1}"# [f32] (multiple_of = 0.1);
    R072 "negative" "{}" [i64] (negative);
    R073 "negative" "{}" [i8] (negative);
    R074 "negative" "{}" [f64] (negative);
    R075 "nfc" "{}" [String] (nfc);
    R076 "no_control" "{}" [String] (no_control);
    R077 "no_control" r#"{"multiline": true}"# [String] (no_control(multiline));
    R078 "non_empty" "{}" [String] (non_empty);
    R079 "non_empty" "{}" [Vec<Value>] (non_empty);
    R080 "non_empty" "{}" [BTreeMap<String, Value>] (non_empty);
    R081 "non_negative" "{}" [i64] (non_negative);
    R082 "non_negative" "{}" [f64] (non_negative);
    R083 "not_blank" "{}" [String] (not_blank);
    R084 "not_contains" r#"{"text": "ab"}"# [String] (not_contains = "ab");
    R085 "not_contains" r#"{"text": "\u00e9"}"# [String] (not_contains = "\u{e9}");
    R086 "not_contains" r#"{"text": "\n"}"# [String] (not_contains = "\n");
    R087 "not_one_of" r#"{"values": ["admin", "root"]}"# [String] (not_one_of("admin", "root"));
    R088 "not_one_of" r#"{"values": [0, 13]}"# [i64] (not_one_of(0, 13));
    R089 "not_one_of" r#"{"values": [0]}"# [i64] (not_one_of(0));
    R090 "not_one_of" r#"{"values": [true]}"# [bool] (not_one_of(true));
    R091 "one_of" r#"{"values": ["draft", "final"]}"# [String] (one_of("draft", "final"));
    R092 "one_of" r#"{"values": ["", "a"]}"# [String] (one_of("", "a"));
    R093 "one_of" r#"{"values": ["\u00e9"]}"# [String] (one_of("\u{e9}"));
    R094 "one_of" r#"{"values": [1, 2, 5]}"# [i64] (one_of(1, 2, 5));
    R095 "one_of" r#"{"values": [-1]}"# [i64] (one_of(-1));
    R096 "one_of" r#"{"values": [-9223372036854775808, 9223372036854775807]}"# [i64] (one_of(-9223372036854775808, 9223372036854775807));
    R097 "one_of" r#"{"values": [true]}"# [bool] (one_of(true));
    R098 "one_of" r#"{"values": ["a"]}"# [String] (one_of("a"));
    R099 "one_of" r#"{"values": [3]}"# [i64] (one_of(3));
    R100 "past" r#"{"now": "2024-02-29T12:00:00Z"}"# [String] (past);
    R101 "pattern" r#"{"regex": "[A-Z]{3}-[0-9]{4}"}"# [String] (pattern("[A-Z]{3}-[0-9]{4}"));
    R102 "pattern" r#"{"regex": "[a-z]+"}"# [String] (pattern("[a-z]+"));
    R103 "pattern" r#"{"regex": "[a-z]*"}"# [String] (pattern("[a-z]*"));
    R104 "pattern" r#"{"regex": "a|bc"}"# [String] (pattern("a|bc"));
    R105 "pattern" r#"{"regex": "ab|a"}"# [String] (pattern("ab|a"));
    R106 "pattern" r#"{"regex": "a|ab"}"# [String] (pattern("a|ab"));
    R107 "pattern" r#"{"regex": "^a$"}"# [String] (pattern("^a$"));
    R108 "pattern" r#"{"regex": "(?m)^a$"}"# [String] (pattern("(?m)^a$"));
    R109 "pattern" r#"{"regex": "(?i)abc"}"# [String] (pattern("(?i)abc"));
    R110 "pattern" r#"{"regex": "(?x) a # b\n"}"# [String] (pattern("(?x) a # b\n"));
    R111 "pattern" r#"{"regex": "."}"# [String] (pattern("."));
    R112 "pattern" r#"{"regex": ".."}"# [String] (pattern(".."));
    R113 "pattern" r#"{"regex": "\\w+"}"# [String] (pattern("\\w+"));
    R114 "pattern" r#"{"regex": "\\d"}"# [String] (pattern("\\d"));
    R115 "pattern" r#"{"regex": "[0-9]"}"# [String] (pattern("[0-9]"));
    R116 "pattern" r#"{"regex": "(a*)*b"}"# [String] (pattern("(a*)*b"));
    R117 "pattern" r#"{"regex": "[0-9]", "search": true}"# [String] (pattern(search, "[0-9]"));
    R118 "pattern" r#"{"regex": "^a", "search": true}"# [String] (pattern(search, "^a"));
    R120 "pattern" r#"{"regex": "\\d+"}"# [String] (pattern("\\d+"));
    R121 "pattern" r#"{"regex": "\\D"}"# [String] (pattern("\\D"));
    R122 "pattern" r#"{"regex": "\\w"}"# [String] (pattern("\\w"));
    R123 "pattern" r#"{"regex": "[\\w-]+"}"# [String] (pattern("[\\w-]+"));
    R124 "pattern" r#"{"regex": "[^\\w-]"}"# [String] (pattern("[^\\w-]"));
    R125 "pattern" r#"{"regex": "\\s"}"# [String] (pattern("\\s"));
    R126 "pattern" r#"{"regex": "\\S"}"# [String] (pattern("\\S"));
    R127 "pattern" r#"{"regex": "(?s)."}"# [String] (pattern("(?s)."));
    R128 "pattern" r#"{"regex": "a$"}"# [String] (pattern("a$"));
    R129 "pattern" r#"{"regex": "a$", "search": true}"# [String] (pattern(search, "a$"));
    R130 "pattern" r#"{"regex": "(?m)a$", "search": true}"# [String] (pattern(search, "(?m)a$"));
    R131 "pattern" r#"{"regex": "(?m)^b", "search": true}"# [String] (pattern(search, "(?m)^b"));
    R132 "pattern" r#"{"regex": "(?Rm)a$", "search": true}"# [String] (pattern(search, "(?Rm)a$"));
    R133 "pattern" r#"{"regex": "(?i)k"}"# [String] (pattern("(?i)k"));
    R134 "pattern" r#"{"regex": "(?i)[a-c]+"}"# [String] (pattern("(?i)[a-c]+"));
    R135 "pattern" r#"{"regex": "(?i)\u00df"}"# [String] (pattern("(?i)\u{df}"));
    R136 "pattern" r#"{"regex": "(?i)s"}"# [String] (pattern("(?i)s"));
    R137 "pattern" r#"{"regex": "(?P<year>[0-9]{4})-(?<month>[0-9]{2})"}"# [String] (pattern("(?P<year>[0-9]{4})-(?<month>[0-9]{2})"));
    R138 "pattern" r#"{"regex": "[[:alpha:]]+"}"# [String] (pattern("[[:alpha:]]+"));
    R139 "pattern" r#"{"regex": "[a-z&&[^aeiou]]+"}"# [String] (pattern("[a-z&&[^aeiou]]+"));
    R140 "pattern" r#"{"regex": "\\p{Greek}+"}"# [String] (pattern("\\p{Greek}+"));
    R141 "pattern" r#"{"regex": "\\pL+"}"# [String] (pattern("\\pL+"));
    R142 "pattern" r#"{"regex": "\\bcat\\b", "search": true}"# [String] (pattern(search, "\\bcat\\b"));
    R143 "pattern" r#"{"regex": "(?-u:\\b)cat", "search": true}"# [String] (pattern(search, "(?-u:\\b)cat"));
    R144 "pattern" r#"{"regex": "a\\Bb", "search": true}"# [String] (pattern(search, "a\\Bb"));
    R145 "pattern" r#"{"regex": "(?-u:\\d)"}"# [String] (pattern("(?-u:\\d)"));
    R146 "pattern" r#"{"regex": "a{2,3}?"}"# [String] (pattern("a{2,3}?"));
    R147 "pattern" r#"{"regex": "a{2,3}"}"# [String] (pattern("a{2,3}"));
    R148 "pattern" r#"{"regex": "(?:ab){2}"}"# [String] (pattern("(?:ab){2}"));
    R149 "pattern" r#"{"regex": "(?:a|bc)+"}"# [String] (pattern("(?:a|bc)+"));
    R150 "pattern" r#"{"regex": "(?:a{2}){2}"}"# [String] (pattern("(?:a{2}){2}"));
    R151 "pattern" r#"{"regex": "\\x41\\u{42}\\n/"}"# [String] (pattern("\\x41\\u{42}\\n/"));
    R152 "pattern" r#"{"regex": "[\\-\\]\\^/]+"}"# [String] (pattern("[\\-\\]\\^/]+"));
    R153 "pattern" r#"{"regex": "[+-\\-]+"}"# [String] (pattern("[+-\\-]+"));
    R154 "pattern" r#"{"regex": "\\(\\)\\{\\}\\.\\*\\|"}"# [String] (pattern("\\(\\)\\{\\}\\.\\*\\|"));
    R155 "pattern" r#"{"regex": "a|"}"# [String] (pattern("a|"));
    R156 "pattern" r#"{"regex": "(?:^)*a"}"# [String] (pattern("(?:^)*a"));
    R157 "pattern" r#"{"regex": "[^\\x00-\\x{10FFFF}]"}"# [String] (pattern("[^\\x00-\\x{10FFFF}]"));
    R158 "pattern" r#"{"regex": "[\\s\\S]"}"# [String] (pattern("[\\s\\S]"));
    R204 "pattern" r#"{"regex": "\\d+", "ecma": true}"# [String] (pattern(ecma, r"\d+"));
    R205 "pattern" r#"{"regex": "\\d", "ecma": true}"# [String] (pattern(ecma, r"\d"));
    R206 "pattern" r#"{"regex": "\\D", "ecma": true}"# [String] (pattern(ecma, r"\D"));
    R207 "pattern" r#"{"regex": "\\w", "ecma": true}"# [String] (pattern(ecma, r"\w"));
    R208 "pattern" r#"{"regex": "\\W", "ecma": true}"# [String] (pattern(ecma, r"\W"));
    R209 "pattern" r#"{"regex": "[^\\W]", "ecma": true}"# [String] (pattern(ecma, r"[^\W]"));
    R210 "pattern" r#"{"regex": "\\s", "ecma": true}"# [String] (pattern(ecma, r"\s"));
    R211 "pattern" r#"{"regex": "\\S", "ecma": true}"# [String] (pattern(ecma, r"\S"));
    R212 "pattern" r#"{"regex": "\\cc", "ecma": true}"# [String] (pattern(ecma, r"\cc"));
    R213 "pattern" r#"{"regex": ".", "ecma": true}"# [String] (pattern(ecma, r"."));
    R214 "pattern" r#"{"regex": "[^]", "ecma": true}"# [String] (pattern(ecma, r"[^]"));
    R215 "pattern" r#"{"regex": "[]", "ecma": true}"# [String] (pattern(ecma, r"[]"));
    R216 "pattern" r#"{"regex": "[a&&b]+", "ecma": true}"# [String] (pattern(ecma, r"[a&&b]+"));
    R217 "pattern" r#"{"regex": "[[a]+", "ecma": true}"# [String] (pattern(ecma, r"[[a]+"));
    R218 "pattern" r#"{"regex": "[+--]+", "ecma": true}"# [String] (pattern(ecma, r"[+--]+"));
    R219 "pattern" r#"{"regex": "[a-]", "ecma": true}"# [String] (pattern(ecma, r"[a-]"));
    R220 "pattern" r#"{"regex": "[\\d-]", "ecma": true}"# [String] (pattern(ecma, r"[\d-]"));
    R221 "pattern" r#"{"regex": "[~-\\x7f]", "ecma": true}"# [String] (pattern(ecma, r"[~-\x7f]"));
    R222 "pattern" r#"{"regex": "\\uD83E\\uDD80|\\u{1F980}", "ecma": true}"# [String] (pattern(ecma, r"\uD83E\uDD80|\u{1F980}"));
    R223 "pattern" r#"{"regex": "(?<a>x)|(?<a>y)", "ecma": true}"# [String] (pattern(ecma, r"(?<a>x)|(?<a>y)"));
    R224 "pattern" r#"{"regex": "a\\/b", "ecma": true}"# [String] (pattern(ecma, r"a\/b"));
    R225 "pattern" r#"{"regex": "[\\b\\-]+", "ecma": true}"# [String] (pattern(ecma, r"[\b\-]+"));
    R226 "pattern" r#"{"regex": "\\p{Lu}\\P{Lu}", "ecma": true}"# [String] (pattern(ecma, r"\p{Lu}\P{Lu}"));
    R227 "pattern" r#"{"regex": "\\bcole\\b", "ecma": true}"# [String] (pattern(ecma, r"\bcole\b"));
    R228 "pattern" r#"{"regex": "\\bcole\\b", "ecma": true, "search": true}"# [String] (pattern(ecma, search, r"\bcole\b"));
    R229 "pattern" r#"{"regex": "a{2,3}?", "ecma": true}"# [String] (pattern(ecma, r"a{2,3}?"));
    R230 "pattern" r#"{"regex": "^a|b$", "ecma": true}"# [String] (pattern(ecma, r"^a|b$"));
    R159 "positive" "{}" [i64] (positive);
    R160 "positive" "{}" [u8] (positive);
    R161 "positive" "{}" [f64] (positive);
    R162 "positive" "{}" [i128] (positive);
    R163 "prefix" r#"{"text": "ab"}"# [String] (prefix = "ab");
    R164 "prefix" r#"{"text": "\u00e9"}"# [String] (prefix = "\u{e9}");
    R165 "printable" "{}" [String] (printable);
    R166 "printable" r#"{"multiline": true}"# [String] (printable(multiline));
    R167 "properties" r#"{"max": 2, "min": 1}"# [BTreeMap<String, Value>] (properties(1..=2));
    R168 "properties" r#"{"exact": 1}"# [BTreeMap<String, Value>] (properties(1));
    R169 "range" r#"{"max": 120, "min": 13}"# [i64] (range(13..=120));
    R170 "range" r#"{"max": 5, "min": 5}"# [i64] (range(5..=5));
    R171 "range" r#"{"min": 0}"# [i64] (range(0..));
    R172 "range" r#"{"max": 0}"# [i64] (range(..=0));
    R173 "range" r#"{"exclusive_max": 10, "min": 0}"# [i64] (range(0..10));
    R174 "range" r#"{"exclusive_min": 0}"# [i64] (range(Bounds::new(Bound::Excluded(0), Bound::Unbounded)));
    R175 "range" "{}" [i64] (range(Bounds::new(Bound::Unbounded, Bound::Unbounded)));
    R176 "range" r#"{"max": 255, "min": 1}"# [u8] (range(1..=255));
    R177 "range" r#"{"max": -1, "min": -128}"# [i8] (range(-128..=-1));
    R178 "range" r#"{"min": 9007199254740993}"# [i64] (range(9007199254740993..));
    R179 "range" r#"{"max": 18446744073709551615}"# [u64] (range(..=18446744073709551615));
    R180 "range" r#"{"max": 18446744073709551614}"# [u64] (range(..=18446744073709551614));
    R181 "range" r#"{"max": "340282366920938463463374607431768211455"}"# [u128] (range(..=340282366920938463463374607431768211455));
    R182 "range" r#"{"max": "340282366920938463463374607431768211454"}"# [u128] (range(..=340282366920938463463374607431768211454));
    R183 "range" r#"{"min": "-170141183460469231731687303715884105727"}"# [i128] (range(-170141183460469231731687303715884105727..));
    R184 "range" r#"{"max": 1.0, "min": 0.0}"# [f64] (range(0.0..=1.0));
    R185 "range" r#"{"exclusive_min": 0.0}"# [f64] (range(Bounds::new(Bound::Excluded(0.0), Bound::Unbounded)));
    R186 "range" r#"{"min": 0.0}"# [f64] (range(0.0..));
    R187 "range" r#"{"max": 1e+300, "min": 0.0}"# [f64] (range(0.0..=1e300));
    R188 "range" r#"{"max": 0.0}"# [f64] (range(..=0.0));
    R189 "range" r#"{"min": -1e+300}"# [f64] (range(-1e300..));
    R190 "range" "{}" [f64] (range(Bounds::new(Bound::Unbounded, Bound::Unbounded)));
    R191 "range" r#"{"max": 0.1}"# [f32] (range(..=0.1));
    R192 "single_line" "{}" [String] (single_line);
    R193 "sorted" "{}" [Vec<i64>] (sorted);
    R194 "sorted" r#"{"strict": true}"# [Vec<i64>] (sorted(strict));
    R195 "sorted" r#"{"descending": true}"# [Vec<i64>] (sorted(descending));
    R196 "sorted" r#"{"descending": true, "strict": true}"# [Vec<i64>] (sorted(strict, descending));
    R197 "suffix" r#"{"text": "ab"}"# [String] (suffix = "ab");
    R198 "suffix" r#"{"text": "\u00e9"}"# [String] (suffix = "\u{e9}");
    R199 "trimmed" "{}" [String] (trimmed);
    R200 "unique" "{}" [Vec<Value>] (unique);
    R201 "unique" r#"{"by": "id"}"# [Vec<Item>] (unique(by = |item: &Item| &item.id));
    R202 "uppercase" "{}" [String] (uppercase);
    R203 "within" r#"{"now": "2024-02-29T12:00:00Z", "seconds": 60}"# [String] (within = Duration::from_secs(60));
}

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/rules");

/// The validator divides floats, which says nothing of those that lie far apart.
const FAR: &str = "a multiple of a float that is far smaller";

/// What no contract can be made for, and why.
const WITHOUT_CONTRACT: &[(&str, &str)] = &[
    ("pattern", r#"{"regex":"("}"#),
    ("pattern", r#"{"regex":"a)|(b"}"#),
];

/// The type whose values a case is about.
fn type_of(rule: &str, case: &Value) -> &'static str {
    if let Some(named) = case["type"].as_str() {
        return RULED
            .iter()
            .map(|ruled| ruled.of)
            .find(|of| *of == named)
            .unwrap();
    }
    match (rule, &case["value"]) {
        ("finite", _) => "f64",
        ("sorted", _) => "Vec<i64>",
        ("unique", _) if case["params"]["by"] == "id" => "Vec<Item>",
        (_, Value::Bool(_)) => "bool",
        (_, Value::String(_)) => "String",
        (_, Value::Number(_)) => "i64",
        (_, Value::Array(_)) => "Vec<Value>",
        (_, Value::Object(_)) => "BTreeMap<String, Value>",
        (_, Value::Null) => panic!("{case}"),
    }
}

/// The value of a case as JSON; `None` for what JSON has no number for.
fn written(of: &str, value: &Value) -> Option<String> {
    match value {
        Value::String(text) if of != "String" => text
            .trim_start_matches('-')
            .starts_with(|char: char| char.is_ascii_digit())
            .then(|| text.clone()),
        value => Some(value.to_string()),
    }
}

#[test]
fn vectors_of_rules_get_one_verdict() {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_709_208_000);
    let boundary = Boundary::new().clock(Clock::fixed(now));
    let (mut tally, mut wrong) = (Tally::default(), Vec::new());
    for entry in fs::read_dir(FOLDER).unwrap() {
        let file: Value = serde_json::from_str(&fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        let rule = file["rule"].as_str().unwrap();
        for case in file["cases"].as_array().unwrap() {
            let (params, of) = (&case["params"], type_of(rule, case));
            let ruled = RULED.iter().find(|ruled| {
                let same = serde_json::from_str::<Value>(ruled.params).unwrap() == *params;
                ruled.rule == rule && ruled.of.replace(' ', "") == of.replace(' ', "") && same
            });
            let Some(ruled) = ruled else {
                let known = WITHOUT_CONTRACT.contains(&(rule, params.to_string().as_str()));
                assert!(
                    known || written(of, &case["value"]).is_none(),
                    "{rule} has no contract for {params} on {of}"
                );
                continue;
            };
            let Some(value) = written(of, &case["value"]) else {
                continue;
            };
            let text = format!(r#"{{"value":{value}}}"#);
            let said = (ruled.accept)(&boundary, &text);
            let judge = Judge::new(ruled.descriptor);
            let verdict = judge.compare(&text, &said);
            tally.count(&said);
            if said.is_ok() != (case["accept"] == true) {
                wrong.push(format!("{rule} accepts otherwise: {case}"));
            }
            let far = rule == "multiple_of" && of == "f64" && text.contains("1e+300");
            if let Some(reason) = explain(&judge, &text, verdict, &said).or(far.then_some(FAR)) {
                tally.exclude(reason);
            } else if verdict != Verdict::Same {
                wrong.push(format!(
                    "{rule}: {verdict:?}: {case}: {}",
                    judge.schema["properties"]["value"]
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differences\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(tally.judged > 500 && tally.accepted > 250, "{tally:?}");
}
