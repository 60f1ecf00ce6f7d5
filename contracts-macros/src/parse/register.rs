//! `register!(Page<Order> as "order_page")`: an instance of a generic contract, and the name that it is listed under.

use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Path, Token, Type};

use super::identity;

const FORM: &str = "write the contract, as in `register!(Page<Order>)`, and a name of its own where it needs one, as in \
                    `register!(Page<Order> as \"order_page\")`";

/// A contract for the list of the linker.
pub(crate) struct Instance {
    pub(crate) ty: Type,
    pub(crate) name: Option<LitStr>,
    pub(crate) facade: Path,
}

impl Parse for Instance {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let ty = input
            .parse()
            .map_err(|error| syn::Error::new(error.span(), FORM))?;
        let name = input
            .parse::<Option<Token![as]>>()?
            .map(|_| name(input))
            .transpose()?;
        let mut facade = syn::parse_quote!(::perimeter);
        while !input.is_empty() {
            input
                .parse::<Token![,]>()
                .map_err(|error| syn::Error::new(error.span(), FORM))?;
            if input.peek(Token![crate]) {
                facade = crate_option(input)?;
            } else if !input.is_empty() {
                return Err(input.error(more(input)));
            }
        }
        Ok(Instance { ty, name, facade })
    }
}

fn name(input: ParseStream<'_>) -> syn::Result<LitStr> {
    let name = input
        .parse()
        .map_err(|error| syn::Error::new(error.span(), "a name is a text, as in `as \"order_page\"`"))?;
    identity::name(name)
}

/// What is wrong with what stands behind a comma.
fn more(input: ParseStream<'_>) -> String {
    const NAME: &str = "a name stands behind `as`, as in `register!(Page<Order> as \"order_page\")`";
    let option = match input.peek2(Token![=]) || input.peek2(syn::token::Paren) {
        true => input.fork().call(Ident::parse_any).ok(),
        false => None,
    };
    match option {
        Some(option) if option == "name" => NAME.to_owned(),
        Some(option) => format!(
            "`register!` has no option `{option}`: the contract says its {option} itself, where it is declared"
        ),
        None if input.peek(LitStr) => NAME.to_owned(),
        None => "one contract at a time: write a `register!` for each".to_owned(),
    }
}

/// `crate = path`, for those who have the facade under another name.
fn crate_option(input: ParseStream<'_>) -> syn::Result<Path> {
    let word = input.parse::<Token![crate]>()?;
    input
        .parse::<Token![=]>()
        .and_then(|_| Path::parse_mod_style(input))
        .map_err(|_| syn::Error::new(word.span, "this option is written `crate = path::to::perimeter`"))
}
