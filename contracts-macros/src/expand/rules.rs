//! The functions that check a field: its rules as they hold once the value is there, and all of it for built values.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Expr, Ident, RangeLimits};

use super::Context;
use crate::model::{Checks, Reading};
use crate::parse::rule::RuleUse;

/// The name of the function that checks the rules of a field, element, key or value.
pub(super) fn rules_name(suffix: &str) -> Ident {
    format_ident!("__contracts_rules_{suffix}")
}

/// The name of the function that checks a built field with all that it holds.
pub(super) fn check_name(suffix: &str) -> Ident {
    format_ident!("__contracts_check_{suffix}")
}

/// The `impl` with the functions of all fields.
pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    let functions: Vec<TokenStream> = context
        .contract
        .fields()
        .into_iter()
        .filter(|field| !matches!(field.read, Reading::Skip) && !field.checks.is_empty())
        .map(|field| {
            let ty = &field.ty;
            context.field_functions(&field.checks, &quote!(#ty), &field.suffix)
        })
        .collect();
    let conditional = context.conditional();
    if functions.is_empty() && conditional.is_empty() {
        return TokenStream::new();
    }
    let (params, ty, bounds) = (
        &context.generic.params,
        &context.generic.ty,
        &context.generic.bounds,
    );
    quote! {
        #[automatically_derived]
        impl #params #ty #bounds {
            #(#functions)*
            #conditional
        }
    }
}

impl Context<'_> {
    /// The functions of a field, and of what it holds.
    fn field_functions(&self, checks: &Checks, ty: &TokenStream, suffix: &str) -> TokenStream {
        let private = &self.private;
        let (rules, check) = (rules_name(suffix), check_name(suffix));
        let gate = self.gate();
        let applied = checks.unconditional().map(|rule| {
            let applied = self.applied(rule, ty);
            quote_spanned!(rule.span()=> #applied.check(value, at, report);)
        });
        let custom = checks
            .custom
            .iter()
            .map(|path| quote!(#private::outcome(#path(value), at, report);));
        let own = checks.has_own().then(|| {
            quote! {
                #[inline]
                fn #rules(value: &#ty, at: &#private::At<'_>, report: &mut #private::Report) {
                    #gate
                    #(#applied)*
                    #(#custom)*
                }
            }
        });
        let call_own = checks.has_own().then(|| quote!(Self::#rules(value, at, report);));
        let (mut inner, mut calls) = (TokenStream::new(), TokenStream::new());
        if let Some(each) = checks.each.as_deref().filter(|each| !each.is_empty()) {
            let (suffix, item) = (format!("{suffix}e"), quote!(<#ty as #private::Items>::Item));
            let name = check_name(&suffix);
            inner.extend(self.field_functions(each, &item, &suffix));
            calls.extend(quote!(#private::check_items(value, at, report, Self::#name);));
        }
        for (part, letter, ty, function) in [
            (
                &checks.keys,
                "k",
                quote!(<#ty as #private::Entries>::Key),
                "check_keys",
            ),
            (
                &checks.values,
                "v",
                quote!(<#ty as #private::Entries>::Value),
                "check_values",
            ),
        ] {
            if let Some(part) = part.as_deref().filter(|part| !part.is_empty()) {
                let suffix = format!("{suffix}{letter}");
                let (name, function) = (check_name(&suffix), format_ident!("{function}"));
                inner.extend(self.field_functions(part, &ty, &suffix));
                calls.extend(quote!(#private::#function(value, at, report, Self::#name);));
            }
        }
        quote! {
            #own
            #[inline]
            fn #check(value: &#ty, at: &#private::At<'_>, report: &mut #private::Report) {
                #call_own
                #calls
            }
            #inner
        }
    }

    /// The rules with conditions, which see the whole value.
    fn conditional(&self) -> TokenStream {
        let private = &self.private;
        let mut rules = Vec::new();
        for field in self.contract.fields() {
            let (member, ty, wire) = (&field.member, &field.ty, &field.wire);
            for (rule, condition) in field.checks.conditional() {
                let applied = self.applied(rule, &quote!(#ty));
                rules.push(quote! {
                    if #condition {
                        #applied.check(&self.#member, &at.member(#wire), report);
                    }
                });
            }
        }
        if rules.is_empty() {
            return TokenStream::new();
        }
        let gate = self.gate();
        quote! {
            fn __contracts_conditional(&self, at: &#private::At<'_>, report: &mut #private::Report) {
                #gate
                #(#rules)*
            }
        }
    }

    /// Whether there are rules with conditions.
    pub(super) fn has_conditional(&self) -> bool {
        self.contract
            .fields()
            .iter()
            .any(|field| field.checks.conditional().next().is_some())
    }

    /// Leaves a function unless rules hold in this build, or for this outer contract.
    pub(super) fn gate(&self) -> TokenStream {
        use crate::model::Zone;
        let private = &self.private;
        match self.contract.zone {
            Zone::External | Zone::Strategic => TokenStream::new(),
            Zone::Coupling { .. } | Zone::Core => quote! {
                if !(<Self as #private::Contract>::ENFORCED || report.enforced()) {
                    return;
                }
            },
        }
    }

    /// A rule applied to fields of a type. The same tokens stand in the check and in the descriptor, so that a misuse
    /// is one error.
    pub(super) fn applied(&self, rule: &RuleUse, ty: &TokenStream) -> TokenStream {
        let private = &self.private;
        let span = rule.span();
        let constant = self.constant(rule);
        quote_spanned!(span=> #private::apply(#private::Of::<#ty>::reach, #constant))
    }

    /// The rule as a constant.
    fn constant(&self, rule: &RuleUse) -> TokenStream {
        let private = &self.private;
        let span = rule.span();
        let path = &rule.path;
        let mut arguments: Vec<TokenStream> =
            rule.positional.iter().map(|value| self.argument(value)).collect();
        if arguments.len() > 1 {
            arguments = vec![quote_spanned!(span=> [#(#arguments),*])];
        }
        let mut built = quote_spanned!(span=> #path(#(#arguments),*));
        for flag in &rule.flags {
            built = quote_spanned!(flag.span()=> #built.#flag());
        }
        for (name, value) in &rule.named {
            let value = self.argument(value);
            built = quote_spanned!(name.span()=> #built.#name(#value));
        }
        built = self.adjusted(rule, built);
        let words = quote_spanned! {Span::call_site()=>
            #[allow(unused_imports, reason = "rules and their words go by their bare names")]
            use #private::rules::{*, words::*};
        };
        quote_spanned!(span=> &const { #words #built })
    }

    fn adjusted(&self, rule: &RuleUse, built: TokenStream) -> TokenStream {
        let private = &self.private;
        let RuleUse {
            path: _,
            positional: _,
            flags: _,
            named: _,
            message,
            code,
            severity,
            when: _,
        } = rule;
        if message.is_none() && code.is_none() && severity.is_none() {
            return built;
        }
        let message = message.iter().map(|text| quote!(.message(#text)));
        let code = code.iter().map(|text| quote!(.code(#text)));
        let severity = severity.iter().map(|word| {
            let variant = if word == "warn" {
                format_ident!("Warn")
            } else {
                format_ident!("Error")
            };
            quote!(.severity(#private::Severity::#variant))
        });
        quote!(#private::rules::adjust(#built) #(#message)* #(#code)* #(#severity)*)
    }

    /// An argument: a range becomes bounds, everything else stays as it is.
    fn argument(&self, value: &Expr) -> TokenStream {
        let private = &self.private;
        let Expr::Range(range) = value else {
            return quote!(#value);
        };
        let start = match &range.start {
            Some(start) => quote!(::core::ops::Bound::Included(#start)),
            None => quote!(::core::ops::Bound::Unbounded),
        };
        let end = match (&range.end, &range.limits) {
            (Some(end), RangeLimits::Closed(_)) => quote!(::core::ops::Bound::Included(#end)),
            (Some(end), RangeLimits::HalfOpen(_)) => quote!(::core::ops::Bound::Excluded(#end)),
            (None, _) => quote!(::core::ops::Bound::Unbounded),
        };
        quote!(#private::Bounds::new(#start, #end))
    }
}
