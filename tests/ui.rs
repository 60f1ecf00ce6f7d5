//! What the compiler says of a contract that is wrong, case by case.
//!
//! `TRYBUILD=overwrite cargo test --test ui` writes the files anew; read each line before committing it. The
//! messages are those of rustc 1.95: another release may say the same in other words.

#[test]
fn every_mistake_is_told_where_it_is_and_once() {
    trybuild::TestCases::new().compile_fail("tests/ui/*/*.rs");
}

/// What is only known of a generic contract once it is used is no mistake to `cargo check`, but one to a build.
#[test]
fn what_a_parameter_turns_out_to_be_is_held_against_the_contract() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/ui_built/sound.rs");
    cases.compile_fail("tests/ui_built/open_generic.rs");
}

/// One build shows them all: what the macro finds, a name that only rustc misses, a type that does not fit.
#[test]
fn several_mistakes_are_as_many_errors() {
    for (case, mistakes) in [
        ("every_kind", 4),
        ("item_and_fields", 4),
        ("meanings", 3),
        ("names", 3),
        ("syntax_and_meaning", 3),
        ("wrong_types", 3),
    ] {
        let path = format!("{}/tests/ui/several/{case}.stderr", env!("CARGO_MANIFEST_DIR"));
        let told = std::fs::read_to_string(path).unwrap_or_default();
        let errors = told.lines().filter(|line| line.starts_with("error")).count();
        assert_eq!(errors, mistakes, "{case}");
    }
}
