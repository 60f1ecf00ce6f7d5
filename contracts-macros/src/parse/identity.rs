//! What a contract may be called, and its version: the same as documents may say of themselves.

use syn::LitStr;

/// The longest that a name or a version may be, in bytes.
const LONGEST: usize = 256;

/// A name: letters, digits, `_`, `-` and `.`, a letter or `_` first.
pub(crate) fn name(text: LitStr) -> syn::Result<LitStr> {
    const HAS: &str = "a name has letters, digits, `_`, `-` and `.`, and a letter or `_` first";
    let said = text.value();
    short(&text, &said)?;
    if starts_name(&said) && said.chars().all(in_name) {
        return Ok(text);
    }
    let instead = instead(&said);
    Err(syn::Error::new(
        text.span(),
        format_args!("{HAS}: write `\"{instead}\"`"),
    ))
}

/// A version: printable ASCII without spaces.
pub(crate) fn version(text: LitStr) -> syn::Result<LitStr> {
    const HAS: &str = "a version has letters and digits of ASCII and its punctuation, and no spaces: write it as in \
                       `\"1.0.0\"`";
    let said = text.value();
    short(&text, &said)?;
    match said.bytes().all(|byte| byte.is_ascii_graphic()) {
        true => Ok(text),
        false => Err(syn::Error::new(text.span(), HAS)),
    }
}

fn short(text: &LitStr, said: &str) -> syn::Result<()> {
    match said.len() {
        0 => Err(syn::Error::new(text.span(), "this must not be empty")),
        1..=LONGEST => Ok(()),
        length => Err(syn::Error::new(
            text.span(),
            format_args!("this is {length} bytes long, and may be {LONGEST} at most: write a shorter one"),
        )),
    }
}

fn starts_name(text: &str) -> bool {
    text.starts_with(|char: char| char.is_alphabetic() || char == '_')
}

fn in_name(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '_' | '-' | '.')
}

/// The nearest that is a name: `_` for what does not fit.
fn instead(said: &str) -> String {
    let parts = said.split(|char| !in_name(char)).filter(|part| !part.is_empty());
    let joined = parts.collect::<Vec<_>>().join("_");
    match joined.as_str() {
        "" => "order_page".to_owned(),
        joined if starts_name(joined) => joined.to_owned(),
        joined => format!("_{joined}"),
    }
}
