use contracts_registry::Kind;

use crate::fixture::shop;

#[test]
fn a_pattern_finds_the_contracts_of_the_modules_that_it_matches() {
    let shop = shop();
    for (pattern, lines) in [
        ("shop::api", &[2, 1][..]),
        ("shop::api::*", &[3]),
        ("shop::api::**", &[2, 1, 3]),
        ("shop::*", &[2, 1, 4, 5, 6]),
        ("shop::*::v2", &[3]),
        ("shop::**", &[2, 1, 3, 4, 5, 6]),
        ("**", &[2, 1, 3, 4, 5, 6]),
        ("shop", &[]),
        ("*", &[]),
        ("shop::ap", &[]),
        ("shop::api::v2::**", &[3]),
        ("shop::web::**", &[]),
    ] {
        let found: Vec<_> = shop
            .discover(pattern)
            .unwrap()
            .iter()
            .map(|handle| handle.descriptor().unwrap().line())
            .collect();
        assert_eq!(found, lines, "{pattern}");
    }
}

#[test]
fn what_is_discovered_is_what_look_ups_find() {
    let shop = shop();
    for handle in shop.discover("**").unwrap() {
        let found = shop.at_version(handle.module(), handle.name(), handle.version());
        assert_eq!(found.unwrap(), handle);
    }
}

#[test]
fn a_malformed_pattern_is_told_where_and_what_to_write() {
    let shop = shop();
    for (pattern, message) in [
        (
            "",
            "the pattern `` is malformed at byte 0: there is nothing; write `**` for all modules",
        ),
        (
            "shop::",
            "the pattern `shop::` is malformed at byte 6: \
             a segment is missing; write a name, `*` or, at the end, `**`",
        ),
        (
            "shop:api",
            "the pattern `shop:api` is malformed at byte 4: \
             this colon separates nothing; write `::` between segments",
        ),
        (
            "shop::ap*",
            "the pattern `shop::ap*` is malformed at byte 8: \
             a wildcard is a segment of its own; write a whole name, `*` or, at the end, `**`",
        ),
        (
            "**::api",
            "the pattern `**::api` is malformed at byte 0: \
             `**` stands at the end alone; write `*` for each segment before it",
        ),
        (
            "crate::api",
            "the pattern `crate::api` is malformed at byte 0: \
             a pattern is relative to nothing; write the name of the crate",
        ),
        (
            "my-shop::api",
            "the pattern `my-shop::api` is malformed at byte 2: no module has `-` in its name; write `_`",
        ),
        (
            "shop/api",
            "the pattern `shop/api` is malformed at byte 4: write `::` between segments",
        ),
        (
            "shop::\n",
            "the pattern `shop::\\n` is malformed at byte 6: \
             no name has `\\n` here; write a name, `*` or, at the end, `**`",
        ),
    ] {
        let error = shop.discover(pattern).unwrap_err();
        assert_eq!(error.kind(), Kind::Pattern);
        assert_eq!(error.to_string(), message);
    }
}
