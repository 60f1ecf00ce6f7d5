//! What is said of texts that are no documents, word by word.

use std::fs;

use perimeter::{Document, DocumentErrorKind, Format};

const IDENTITY: &str = "x-perimeter: {module: app, name: order, zone: core}\n";

fn said(format: Format, text: &str) -> String {
    let error = Document::parse(format, text).expect_err(text);
    assert!(!error.faults().is_empty());
    for fault in error.faults() {
        assert!(fault.line().is_some() && fault.column().is_some(), "{fault}");
    }
    format!("{:?}: {error}", error.kind())
}

#[test]
fn broken_json_is_told_where_it_is_broken() {
    for (text, expected) in [
        (
            "{\"type\": }",
            "Syntax: 1:10: /type: is not JSON: expected a value",
        ),
        ("", "Syntax: 1:1: is not JSON: the text ends inside a value"),
        (
            "{\"a\": 1,\n \"a\": 2}",
            "Syntax: 2:2: /a: is there more than once",
        ),
        (
            "{\"a\": 1e999}",
            "Syntax: 1:7: /a: must be a number that an f64 can hold, not one beyond its range",
        ),
        ("[1]", "Schema: 1:1: must be an object of keywords"),
        ("true", "Schema: 1:1: must be an object of keywords"),
    ] {
        assert_eq!(said(Format::Json, text), expected, "{text}");
    }
}

#[test]
fn yaml_that_says_what_json_cannot_is_refused() {
    for (text, expected) in [
        ("", "Syntax: 1:1: is empty; a document is a mapping"),
        (
            "a: [1\nb: 2\n",
            "Syntax: 2:2: is not YAML: illegal placement of ':' indicator",
        ),
        (
            "a: &x 1\n",
            "Syntax: 1:4: has an anchor, which JSON does not have; write a definition below `$defs` and a `$ref` to it",
        ),
        (
            "a: {b: 1}\nc: *a\n",
            "Syntax: 2:4: is not YAML: while parsing node, found unknown anchor",
        ),
        (
            "a: &x [1]\nb: [*x, *x]\n",
            "Syntax: 1:4: has an anchor, which JSON does not have; write a definition below `$defs` and a `$ref` to it",
        ),
        (
            "a: !!str 1\n",
            "Syntax: 1:4: has the tag `tag:yaml.org,2002:!str`, which JSON does not have; leave it out",
        ),
        (
            "1: a\n",
            "Syntax: 1:1: is no key of JSON; a key is text: write \"1\"",
        ),
        ("? [a]\n: b\n", "Syntax: 1:3: is no key of JSON; a key is text"),
        (
            "a: 1\nb: 2\na: 3\n",
            "Syntax: 3:1: the key `a` is there more than once",
        ),
        (
            "a: .nan\n",
            "Syntax: 1:4: must be a number that JSON has; it knows no `.nan`",
        ),
        (
            "\u{e9}: -.inf\n",
            "Syntax: 1:4: must be a number that JSON has; it knows no `.inf`",
        ),
        (
            "a: 99999999999999999999\n",
            "Syntax: 1:4: must be an integer of 64 bits, not one beyond its range",
        ),
        (
            "a: 1\n---\nb: 1\n",
            "Syntax: 2:1: a second document starts here; write one document a file",
        ),
        ("- a\n", "Schema: 1:1: must be an object of keywords"),
    ] {
        assert_eq!(said(Format::Yaml, text), expected, "{text}");
    }
}

#[test]
fn toml_that_says_what_json_cannot_is_refused() {
    for (text, expected) in [
        (
            "a = \n",
            "Syntax: 1:5: is not TOML: string values must be quoted, expected literal string",
        ),
        ("a = 1\na = 2\n", "Syntax: 2:1: is not TOML: duplicate key"),
        (
            "a = nan\n",
            "Syntax: 1:5: must be a number that JSON has; it knows no `inf` and no `nan`",
        ),
        (
            "[b]\na = -inf\n",
            "Syntax: 2:5: must be a number that JSON has; it knows no `inf` and no `nan`",
        ),
        (
            "a = 99999999999999999999\n",
            "Syntax: 1:5: must be an integer of 64 bits, not one beyond its range",
        ),
    ] {
        assert_eq!(said(Format::Toml, text), expected, "{text}");
    }
}

#[test]
fn a_document_says_where_it_belongs() {
    for (text, expected) in [
        (
            "type: object\n",
            "Identity: 1:1: has no `module`; write a path such as `shop::orders` as `module` of `x-perimeter`, or as `x-module`\n\
             1:1: has no `name`; write a name such as `order` as `name` of `x-perimeter`, or as `x-name`\n\
             1:1: has no `zone`; write `external`, `strategic`, `coupling` or `core` as `zone` of `x-perimeter`, or as `x-zone`",
        ),
        (
            "x-perimeter: {module: 'a b', name: 1, zone: extrenal, version: 2}\n",
            "Identity: 1:23: /x-perimeter/module: must be a path such as `shop::orders`\n\
             1:36: /x-perimeter/name: must be a name such as `order`\n\
             1:45: /x-perimeter/zone: `extrenal` is no zone; did you mean `external`?\n\
             1:64: /x-perimeter/version: must be a version such as \"1.2\", as text",
        ),
        (
            "x-perimeter: {module: a, name: b, zone: core}\nx-zone: external\nx-module: a\n",
            "Identity: 2:9: /x-zone: is not what `zone` of `x-perimeter` says; write one of them",
        ),
        (
            "x-perimeter: {module: a, name: b, zone: core, zones: 1}\nproperties:\n  p: {x-perimeter: {secrt: true}, x-mine: 1}\n  q: {x-perimeter: {secret: 1}}\n  r: {x-perimeter: 1}\n",
            "Identity: 1:54: /x-perimeter/zones: is no member of `x-perimeter`; did you mean `zone`?\n\
             3:28: /properties/p/x-perimeter/secrt: is no member of `x-perimeter`; did you mean `secret`?\n\
             4:29: /properties/q/x-perimeter/secret: must be true or false\n\
             5:20: /properties/r/x-perimeter: must be an object",
        ),
        (
            "x-perimeter: {module: a, name: b, zone: core, limits: {max_bytes: -1, bytes: 2}}\n",
            "Identity: 1:67: /x-perimeter/limits/max_bytes: must be an integer that is not negative\n\
             1:78: /x-perimeter/limits/bytes: is no limit; there are `max_bytes`, `max_depth` and `max_violations`",
        ),
    ] {
        assert_eq!(said(Format::Yaml, text), expected, "{text}");
    }
}

#[test]
fn a_schema_that_cannot_be_used_is_told_where() {
    for (rest, expected) in [
        (
            "type: objekt\n",
            "Schema: 2:7: /type: must be \"array\", \"boolean\", \"integer\", \"null\", \"number\", \"object\" or \"string\"; did you mean `object`?",
        ),
        (
            "minLength: -1\npattern: 7\n",
            "Schema: 2:12: /minLength: must be at least 0\n3:10: /pattern: must be a string, not a number",
        ),
        (
            "properties:\n  a: {pattern: '('}\n",
            "Schema: 3:16: /properties/a/pattern: `(` is no regular expression that can be used",
        ),
        (
            "patternProperties:\n  '[': {type: string}\n",
            "Schema: 3:8: /patternProperties/[: `[` is no regular expression that can be used",
        ),
        (
            "items: {$ref: '#/$defs/a'}\n",
            "Schema: 2:15: /items/$ref: `#/$defs/a` leads nowhere in the document",
        ),
        (
            "items: {$ref: '#a'}\n",
            "Schema: 2:15: /items/$ref: `#a` leads nowhere in the document",
        ),
        (
            "items: {$ref: 'https://example.com/a.json'}\n",
            "Schema: 2:15: /items/$ref: `https://example.com/a.json` leads out of the document, and nothing is fetched; write the schema below `$defs`, and refer to it by `#/$defs/...`",
        ),
        (
            "items: {$ref: 'other.json#/a'}\n",
            "Schema: 2:15: /items/$ref: `other.json#/a` leads out of the document, and nothing is fetched; write the schema below `$defs`, and refer to it by `#/$defs/...`",
        ),
        (
            "$schema: https://example.com/mine\n",
            "Schema: 2:10: /$schema: is not understood; write `https://json-schema.org/draft/2020-12/schema`, or one of 2019-09, draft-07, draft-06 and draft-04",
        ),
    ] {
        assert_eq!(
            said(Format::Yaml, &format!("{IDENTITY}{rest}")),
            expected,
            "{rest}"
        );
    }
    let toml = "x-perimeter = {module = 'a', name = 'b', zone = 'core'}\n[properties.n]\nminimum = 'one'\n";
    assert_eq!(
        said(Format::Toml, toml),
        "Schema: 3:11: /properties/n/minimum: must be a number, not a string"
    );
    let json = "{\"x-perimeter\": {\"module\": \"a\", \"name\": \"b\", \"zone\": \"core\"},\n  \"required\": [\"a\", \"a\"]}";
    assert_eq!(
        said(Format::Json, json),
        "Schema: 2:15: /required: must not hold an element twice, as the one at index 1 is"
    );
}

#[test]
fn a_file_is_named_with_its_lines() {
    let folder = std::env::temp_dir().join(format!("perimeter-documents-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let sound = file("order.yml", IDENTITY.as_bytes());
    let document = Document::from_path(&sound).unwrap();
    assert_eq!(
        (document.name(), document.path()),
        ("order", Some(sound.as_path()))
    );
    let broken = file("order.toml", b"x-zone = 'cor'\nx-module = 'a'\nx-name = 'b'\n");
    let error = Document::from_path(&broken).unwrap_err();
    assert_eq!(error.path(), Some(broken.as_path()));
    assert_eq!(
        error.to_string(),
        format!(
            "{}:1:10: /x-zone: `cor` is no zone; did you mean `core`?",
            broken.display()
        )
    );
    let bytes = file("order.json", b"{\"a\":\n \"\xff\"}");
    let error = Document::from_path(&bytes).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("{}:2:3: is not UTF-8", bytes.display())
    );
    let missing = Document::from_path(folder.join("none.json")).unwrap_err();
    assert_eq!(missing.kind(), DocumentErrorKind::Io);
    let source = std::error::Error::source(&missing).unwrap();
    let said = format!("none.json: the document could not be read: {source}");
    assert!(missing.to_string().ends_with(&said), "{missing}");
    let long = file("long.yaml", " ".repeat((8 << 20) + 1).as_bytes());
    let error = Document::from_path(&long).unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("is too long; a document may have 8388608 bytes"),
        "{error}"
    );
    fs::remove_dir_all(&folder).unwrap();
}
