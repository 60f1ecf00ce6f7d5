//! `register!(Page<Order> as "order_page")`: an instance of a generic contract, and the name that it is listed under.

use syn::parse::{Parse, ParseStream};
use syn::{LitStr, Path, Token, Type};

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
                return Err(input.error("one contract at a time: write a `register!` for each"));
            }
        }
        Ok(Instance { ty, name, facade })
    }
}

fn name(input: ParseStream<'_>) -> syn::Result<LitStr> {
    let name: LitStr = input
        .parse()
        .map_err(|error| syn::Error::new(error.span(), "a name is a text, as in `as \"order_page\"`"))?;
    if name.value().is_empty() {
        return Err(syn::Error::new(name.span(), "this must not be empty"));
    }
    Ok(name)
}

/// `crate = path`, for those who have the facade under another name.
fn crate_option(input: ParseStream<'_>) -> syn::Result<Path> {
    let word = input.parse::<Token![crate]>()?;
    input
        .parse::<Token![=]>()
        .and_then(|_| Path::parse_mod_style(input))
        .map_err(|_| syn::Error::new(word.span, "this option is written `crate = path::to::perimeter`"))
}
