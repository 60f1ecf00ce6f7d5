//! The functions that check a field: its rules as they hold once the value is there, and all of it for built values.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, Ident, LitStr, Path, RangeLimits};

use super::{Context, private_at};
use crate::model::{Body, Checks, Exposure, Field, Reading};
use crate::parse::rule::RuleUse;

/// The name of the function that checks the rules of a field, element, key or value.
pub(super) fn rules_name(suffix: &str) -> Ident {
    format_ident!("__contracts_rules_{suffix}")
}

/// The name of the function that checks a built field with all that it holds: that of its rules, unless what it holds
/// has rules too.
pub(super) fn check_name(checks: &Checks, suffix: &str) -> Ident {
    if checks.has_own() && checks.parts().next().is_none() {
        return rules_name(suffix);
    }
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
    let sanitizing = context.sanitizing();
    let across = context.across_functions();
    if functions.is_empty() && conditional.is_empty() && sanitizing.is_empty() && across.is_empty() {
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
            #sanitizing
            #across
        }
    }
}

/// The check of a rule. Names of ours come from outside of the quotation that is shown at the rule.
fn hold(rule: &RuleUse, applied: &TokenStream, value: &TokenStream, at: &TokenStream) -> TokenStream {
    let report = quote!(report);
    quote_spanned!(rule.span()=> #applied.hold(#value, #at, #report);)
}

/// What a check of the user's own says of some values, added to the report.
pub(super) fn outcome(
    path: &Path,
    values: &[TokenStream],
    at: &TokenStream,
    report: &TokenStream,
) -> TokenStream {
    let span = path.span();
    let private = private_at(span);
    let values = values.iter().map(|value| shown_at(value, span));
    quote_spanned!(span=> #private::outcome(#path(#(#values),*), #at, #report);)
}

/// Tokens of ours whose errors are shown at `span`.
fn shown_at(tokens: &TokenStream, span: Span) -> TokenStream {
    let tokens = tokens.clone().into_iter().map(|mut token| {
        token.set_span(token.span().located_at(span));
        token
    });
    tokens.collect()
}

/// The parts of a collection that have rules of their own.
#[derive(Clone, Copy)]
pub(super) enum Within {
    Elements,
    Keys,
    Values,
}

impl Within {
    /// What the names of their functions end with.
    pub(super) fn suffix(self, field: &str) -> String {
        let letter = match self {
            Within::Elements => "e",
            Within::Keys => "k",
            Within::Values => "v",
        };
        format!("{field}{letter}")
    }

    /// The type of a part of the collection `ty`, whose rules are `checks`.
    pub(super) fn part(self, ty: &TokenStream, checks: &Checks) -> TokenStream {
        let span = checks.span;
        let private = private_at(span);
        match self {
            Within::Elements => quote_spanned!(span=> <#ty as #private::Items>::Item),
            Within::Keys => quote_spanned!(span=> <#ty as #private::Entries>::Key),
            Within::Values => quote_spanned!(span=> <#ty as #private::Entries>::Value),
        }
    }
}

/// What a value holds that has rules of its own, with what checks it.
fn parts(checks: &Checks) -> impl Iterator<Item = (&Checks, Within, &'static str)> {
    let parts = [
        (&checks.each, Within::Elements, "check_items"),
        (&checks.keys, Within::Keys, "check_keys"),
        (&checks.values, Within::Values, "check_values"),
    ];
    parts.into_iter().filter_map(|(part, within, function)| {
        let part = part.as_deref().filter(|part| !part.is_empty())?;
        Some((part, within, function))
    })
}

impl Context<'_> {
    /// The functions of a field, and of what it holds.
    fn field_functions(&self, checks: &Checks, ty: &TokenStream, suffix: &str) -> TokenStream {
        let private = &self.private;
        let first = ty
            .clone()
            .into_iter()
            .next()
            .map_or_else(Span::call_site, |token| token.span());
        let reference = quote_spanned!(first=> &#ty);
        let (rules, check) = (rules_name(suffix), check_name(checks, suffix));
        let gate = self.gate();
        let applied = checks.unconditional().map(|rule| {
            let applied = self.applied(rule, ty);
            hold(rule, &applied, &quote!(value), &quote!(at))
        });
        let custom = checks
            .custom
            .iter()
            .map(|path| self.judged(path, &[quote!(value)], &quote!(at), &quote!(report)));
        let own = checks.has_own().then(|| {
            quote! {
                #[inline]
                fn #rules(value: #reference, at: #private::At<'_>, report: &mut #private::Report<'_>) {
                    #gate
                    #(#applied)*
                    #(#custom)*
                }
            }
        });
        let call_own = checks.has_own().then(|| quote!(Self::#rules(value, at, report);));
        let mut inner = TokenStream::new();
        let calls = self.checks_of_parts(checks, suffix);
        for (part, within, _) in parts(checks) {
            inner.extend(self.field_functions(part, &within.part(ty, part), &within.suffix(suffix)));
        }
        let whole = (check != rules).then(|| {
            quote! {
                #[inline]
                fn #check(value: #reference, at: #private::At<'_>, report: &mut #private::Report<'_>) {
                    #call_own
                    #calls
                }
            }
        });
        quote!(#own #whole #inner)
    }

    /// Checks what a built value holds by the rules of that.
    pub(super) fn checks_of_parts(&self, checks: &Checks, suffix: &str) -> TokenStream {
        let private = &self.private;
        let calls = parts(checks).map(|(part, within, function)| {
            let name = check_name(part, &within.suffix(suffix));
            let function = format_ident!("{function}");
            quote!(#private::#function(value, at, report, Self::#name);)
        });
        quote!(#(#calls)*)
    }

    /// The rules with conditions, which see the whole value.
    fn conditional(&self) -> TokenStream {
        let private = &self.private;
        // Conditions of the user's read it.
        let this = Ident::new("self", Span::call_site());
        let mut rules = Vec::new();
        for (index, field) in self.contract.fields().into_iter().enumerate() {
            let (member, ty) = (&field.member, &field.ty);
            let step = self.step_to(index, field);
            for (rule, condition) in field.checks.conditional() {
                let applied = self.applied(rule, &quote!(#ty));
                let at = match (&step, field.exposure) {
                    (None, _) | (_, Exposure::Secret) => quote!(at),
                    (Some(step), Exposure::Plain | Exposure::Revealed) => quote!(#step.at()),
                };
                let mut held = hold(rule, &applied, &quote!(&#this.#member), &at);
                held = self.revealing(field, held);
                if field.exposure == Exposure::Secret {
                    let stepped = step.as_ref().map(|step| {
                        quote! {
                            let step = #step;
                            let at = step.at();
                        }
                    });
                    held = quote! {
                        #stepped
                        #private::concealed(at, report, |report| { #held });
                    };
                }
                rules.push(self.when(condition, &held));
            }
        }
        if rules.is_empty() {
            return TokenStream::new();
        }
        let gate = self.gate();
        quote! {
            fn __contracts_conditional(&#this, at: #private::At<'_>, report: &mut #private::Report<'_>) {
                #gate
                #(#rules)*
            }
        }
    }

    /// The step from a struct to one of its fields; none where the field's value is that of the struct, or among its
    /// members.
    fn step_to(&self, index: usize, field: &Field) -> Option<TokenStream> {
        match (&self.contract.body, &field.read) {
            (Body::Newtype { .. }, _) | (_, Reading::Flatten) => None,
            (Body::Tuple(fields), _) => {
                let before = fields.iter().take(index);
                let position = before
                    .filter(|field| !matches!(field.read, Reading::Skip))
                    .count();
                Some(quote!(at.index(#position)))
            }
            _ => {
                let wire = &field.wire;
                Some(quote!(at.member(#wire)))
            }
        }
    }

    /// A check of a field outside of reading it, whose faults may show its value if the field says so.
    pub(super) fn revealing(&self, field: &Field, check: TokenStream) -> TokenStream {
        if field.exposure != Exposure::Revealed {
            return check;
        }
        let (private, ty) = (&self.private, &field.ty);
        quote!(#private::revealed(#private::Of::<#ty>::KIND, report, |report| { #check });)
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
                if !report.holds(<Self as #private::Contract>::ENFORCED) {
                    return;
                }
            },
        }
    }

    /// A rule applied to fields of a type. The same tokens stand in the check and in the descriptor, so that a misuse
    /// is one error.
    pub(super) fn applied(&self, rule: &RuleUse, ty: &TokenStream) -> TokenStream {
        let span = rule.span();
        let private = private_at(span);
        let constant = self.constant(rule);
        quote_spanned!(span=> #private::apply(#private::Of::<#ty>::reach, #constant))
    }

    /// The rule as a constant.
    fn constant(&self, rule: &RuleUse) -> TokenStream {
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
        built = self.adjusted((&rule.message, &rule.code, &rule.severity), built);
        let words = (!self.words_around).then(|| self.words());
        quote_spanned!(span=> &const { #words #built })
    }

    /// Brings the words for rules in.
    pub(super) fn words(&self) -> TokenStream {
        let private = &self.private;
        quote_spanned!(Span::call_site()=> use #private::rules::vocabulary::*;)
    }

    /// A rule with the message, code and severity that the user sets.
    pub(super) fn adjusted(
        &self,
        (message, code, severity): (&Option<LitStr>, &Option<LitStr>, &Option<Ident>),
        built: TokenStream,
    ) -> TokenStream {
        let private = &self.private;
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
