//! The model to code: one file for each item that is generated. It can't fail.
//!
//! What is generated calls the runtime and holds no logic of its own. Everything stands in an anonymous constant, so
//! that nothing of it can be named, and refers to everything by absolute paths.

/// `quote!` with names of locals that the user's code can't see, nor be taken for: a check of the user's may be called
/// `value`, like a local of ours.
macro_rules! quote {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*)
    };
}

mod across;
mod check;
mod contract;
#[cfg(test)]
mod damaged;
mod decode;
mod default_test;
mod describe;
mod deserialize;
pub(crate) mod fallback;
mod generics;
mod given;
mod reading;
mod record;
pub(crate) mod register;
mod rules;
mod sanitize;
#[cfg(test)]
mod snapshots;
mod submit;
mod variants;

use proc_macro2::{Ident, Span, TokenStream};

use crate::model::Contract;
use generics::Generic;

/// What all generated items need.
pub(crate) struct Context<'m> {
    contract: &'m Contract,
    /// The facade's hidden module, under the name that it has in the block.
    private: Ident,
    generic: Generic,
    /// Whether the words for rules stand around all of the code rather than around each rule: to look them up once is
    /// cheaper, and nothing of the user's own is called there that one of them could be mistaken for.
    words_around: bool,
}

/// The code of a contract.
pub(crate) fn expand(contract: &Contract) -> TokenStream {
    let facade = &contract.facade;
    let private = private_at(Span::call_site());
    let context = Context {
        contract,
        generic: Generic::new(contract, &private),
        private,
        words_around: contract.has_rules() && !contract.calls_own(),
    };
    let private = &context.private;
    let words = context.words_around.then(|| context.words());
    let rules = rules::expand(&context);
    let shape = check::expand(&context);
    let constants = context.constants();
    let decode = decode::expand(&context);
    let described = contract::expand(&context);
    let deserialize = deserialize::expand(&context);
    let submit = submit::expand(&context);
    let tests = default_test::expand(&context);
    let block = anonymous(
        facade,
        private,
        &quote! {
            use #private::{ByText as _, Shapeless as _};
            #words
            #rules
            #shape
            #constants
            #decode
            #described
            #deserialize
            #submit
        },
    );
    quote! {
        #block
        #tests
    }
}

/// An anonymous constant with the facade's hidden module under a name of its own.
fn anonymous(facade: &syn::Path, private: &Ident, code: &TokenStream) -> TokenStream {
    quote! {
        #[allow(
            unused_imports,
            unused_qualifications,
            unused_results,
            clippy::all,
            clippy::nursery,
            clippy::pedantic,
            clippy::restriction,
            reason = "generated code"
        )]
        const _: () = {
            use #facade::__private as #private;
            #code
        };
    }
}

/// The hidden module, for code whose errors are shown at `span`.
fn private_at(span: Span) -> Ident {
    Ident::new("__contracts", span)
}
