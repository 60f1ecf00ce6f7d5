//! What is said across fields: a function for each word, which reading and the check of a built value call.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, ExprUnary, Lit, LitInt};

use super::record::{is_keyed, slot};
use super::{Context, private_at};
use crate::model::{Across, Exposure, Field, Record, Says};
use crate::parse::across::{AcrossUse, Form};

/// Whether a field is sound, which what is said across fields depends on.
pub(super) fn sound(index: usize) -> Ident {
    format_ident!("__contracts_sound_{index}")
}

/// Where the value of a field starts that a word stands on.
pub(super) fn place(index: usize) -> Ident {
    format_ident!("__contracts_place_{index}")
}

/// The function of a word.
fn function(across: &Across) -> Ident {
    format_ident!("__contracts_across_{}", across.suffix)
}

/// The fields whose soundness matters, of those that are read by their keys.
pub(super) fn watched(record: &Record) -> Vec<usize> {
    let mut watched: Vec<usize> = record.across.iter().flat_map(Across::sees).collect();
    watched.sort_unstable();
    watched.dedup();
    watched.retain(|index| record.fields.get(*index).is_some_and(is_keyed));
    watched
}

/// The fields that words stand on, whose places are needed.
pub(super) fn placed(record: &Record) -> Vec<usize> {
    let mut placed: Vec<usize> = record.across.iter().filter_map(|across| across.subject).collect();
    placed.sort_unstable();
    placed.dedup();
    placed
}

/// The variables that keep, while a record is read, which fields are sound and where they start.
pub(super) fn watching(watched: &[usize], placed: &[usize]) -> TokenStream {
    let variables = watched.iter().map(|index| {
        let sound = sound(*index);
        let placing = placed.contains(index).then(|| {
            let place = place(*index);
            quote!(let mut #place = ::core::option::Option::None;)
        });
        quote!(let mut #sound = true; #placing)
    });
    variables.collect()
}

impl Context<'_> {
    /// The functions of all words.
    pub(super) fn across_functions(&self) -> TokenStream {
        let records = self.contract.records();
        let functions = records.iter().flat_map(|record| {
            record
                .words()
                .map(|(across, used)| self.across_function(record, across, used))
        });
        functions.collect()
    }

    fn across_function(&self, record: &Record, across: &Across, used: &AcrossUse) -> TokenStream {
        let private = &self.private;
        let span = used.span();
        let name = function(across);
        let seen: Vec<&Field> = seen(record, across);
        let names = field_names(seen.len());
        let types = seen.iter().map(|field| {
            let ty = &field.ty;
            let first = ty.to_token_stream().into_iter().next();
            let first = first.map_or_else(Span::call_site, |token| token.span());
            quote_spanned!(first=> &#ty)
        });
        let rule = self.across_rule(record, across, used);
        let reached: Vec<TokenStream> = names
            .iter()
            .map(|name| quote_spanned!(span=> (&#private::across::Held(#name)).reach()))
            .collect();
        let present = reached
            .iter()
            .map(|reached| quote_spanned!(span=> #reached.is_some()));
        let present: Vec<TokenStream> = present.collect();
        let (at, report) = (quote!(at), quote!(report));
        let hold = match (used.form, &*reached, &*present) {
            (Form::Relation, [value, other, ..], _) => {
                quote_spanned!(span=> #private::across::related(#value, #other, #rule, #at, #report);)
            }
            (Form::Condition, [_, other, ..], [subject, ..]) => {
                let values = &used.values;
                let at_values = values.first().map_or(span, Spanned::span);
                let private_there = private_at(at_values);
                let met = quote_spanned!(at_values=> #private_there::across::met(#other, &[#(#values),*]));
                quote_spanned!(span=> #private::across::present(#rule, #subject, &[#met], #at, #report);)
            }
            (Form::Presence, _, [subject, others @ ..]) => {
                quote_spanned!(span=> #private::across::present(#rule, #subject, &[#(#others),*], #at, #report);)
            }
            (_, _, fields) => {
                quote_spanned!(span=> #private::across::grouped(#rule, &[#(#fields),*], #at, #report);)
            }
        };
        let subject = across.subject.and_then(|subject| record.fields.get(subject));
        let hold = match subject {
            Some(field) => self.revealing(field, hold),
            None => hold,
        };
        quote! {
            fn #name(#(#names: #types,)* at: #private::At<'_>, report: &mut #private::Report<'_>) {
                use #private::across::{Anything as _, Maybe as _};
                #hold
            }
        }
    }

    /// The rule that a word makes, as a constant.
    fn across_rule(&self, record: &Record, across: &Across, used: &AcrossUse) -> TokenStream {
        let private = &self.private;
        let span = used.span();
        let word = &used.word;
        let fields = across.reads.iter().filter_map(|index| record.fields.get(*index));
        let fields: Vec<&Field> = fields.collect();
        let names = fields.iter().map(|field| &field.wire);
        let arguments = match used.form {
            Form::Relation => quote!(#(#names)*),
            Form::Condition => {
                let values = used.values.iter().map(|value| self.param(value));
                let concealed = fields
                    .iter()
                    .any(|field| field.exposure == Exposure::Secret)
                    .then(|| quote!(.concealed()));
                quote!(#private::across::Condition::new(#(#names)*, || ::std::vec![#(#values),*]) #concealed)
            }
            Form::Presence | Form::Group => quote!(&[#(#names),*]),
        };
        let built = quote_spanned!(span=> #private::across::#word(#arguments));
        let built = self.adjusted((&used.message, &used.code, &used.severity), built);
        quote_spanned!(span=> &const { #built })
    }

    /// A value of a condition as a parameter.
    fn param(&self, value: &Expr) -> TokenStream {
        let private = &self.private;
        let (sign, literal) = match value {
            Expr::Unary(ExprUnary { op, expr, .. }) => (Some(op), &**expr),
            value => (None, value),
        };
        let literal = match literal {
            Expr::Lit(ExprLit {
                lit: Lit::Int(number),
                ..
            }) => match number.base10_parse::<i128>() {
                Ok(value) => LitInt::new(&format!("{value}i128"), number.span()).to_token_stream(),
                Err(_) => number.base10_digits().to_token_stream(),
            },
            Expr::Lit(literal) => literal.to_token_stream(),
            path => {
                let name = match path {
                    Expr::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
                    _ => None,
                };
                let (name, span) = (name.unwrap_or_default(), path.span());
                return quote_spanned! {span=>
                    {
                        use #private::across::Untold as _;
                        #private::across::Told(&#path, #name).param()
                    }
                };
            }
        };
        quote!(<#private::Param as ::core::convert::From<_>>::from(#sign #literal))
    }

    /// The calls at the end of a record that was read, for what sees sound fields alone.
    pub(super) fn across_read(&self, record: &Record) -> TokenStream {
        let calls = record.across.iter().map(|across| {
            let slots: Vec<Ident> = across.sees().map(slot).collect();
            let watched = across
                .sees()
                .filter(|index| record.fields.get(*index).is_some_and(is_keyed));
            let sound = watched.map(sound);
            let names = field_names(slots.len());
            let held = match &across.says {
                Says::Check(path) => self.judged(path, &names, &quote!(here), &quote!(&mut decoder.report)),
                Says::Word(_) => {
                    let name = function(across);
                    let wire = across.subject.and_then(|index| Some((index, &record.fields.get(index)?.wire)));
                    let step = wire.map(|(index, wire)| {
                        let place = place(index);
                        quote!(let step = decoder.member(#place, #wire);)
                    });
                    let at = step.as_ref().map_or_else(|| quote!(here), |_| quote!(step.at()));
                    quote! {
                        #step
                        Self::#name(#(#names,)* #at, &mut decoder.report);
                    }
                }
            };
            quote! {
                if let (true, #(::core::option::Option::Some(#names),)*) = (true #(&& #sound)*, #(#slots.get(),)*) {
                    #held
                }
            }
        });
        self.gated(calls.collect())
    }

    /// The same for a built value, whose fields are bound.
    pub(super) fn across_built(&self, record: &Record, binding: impl Fn(usize) -> Ident) -> TokenStream {
        let calls = record.across.iter().map(|across| {
            let fields: Vec<TokenStream> = across
                .sees()
                .map(|index| binding(index).to_token_stream())
                .collect();
            let sound = across.sees().map(sound);
            let held = match &across.says {
                Says::Check(path) => self.judged(path, &fields, &quote!(at), &quote!(report)),
                Says::Word(_) => {
                    let name = function(across);
                    let wire = across.subject.and_then(|index| record.fields.get(index));
                    let at = match wire.map(|field| &field.wire) {
                        Some(wire) => quote!(at.member(#wire).at()),
                        None => quote!(at),
                    };
                    quote!(Self::#name(#(#fields,)* #at, report);)
                }
            };
            quote! {
                if true #(&& #sound)* {
                    #held
                }
            }
        });
        calls.collect()
    }

    /// What the descriptor lists, if there is anything.
    pub(super) fn across_descriptor(&self, record: &Record) -> Option<TokenStream> {
        let private = &self.private;
        let rules: Vec<TokenStream> = record
            .words()
            .map(|(across, used)| {
                let rule = self.across_rule(record, across, used);
                let subject = across.subject.and_then(|index| record.fields.get(index));
                match subject.map(|field| &field.wire) {
                    Some(wire) => quote!(#private::across::AcrossRule::on(#wire, #rule)),
                    None => quote!(#private::across::AcrossRule::on_all(#rule)),
                }
            })
            .collect();
        (!rules.is_empty()).then(|| quote!(.related(&[#(#rules),*])))
    }

    /// The fields that must be able to have no value, with the place to tell it at and the sentence.
    pub(super) fn across_optional(&self) -> Vec<(&Field, Span, String)> {
        let mut optional = Vec::new();
        for record in self.contract.records() {
            for (across, used) in record.words().filter(|(_, used)| used.form != Form::Relation) {
                let word = &used.word;
                let subject = across.subject.and_then(|index| record.fields.get(index));
                optional.extend(subject.map(|field| {
                    let sentence = format!(
                        "`{word}` is for a field that can be absent: its type is neither an `Option` nor a `Patch`"
                    );
                    (field, word.span(), sentence)
                }));
                if used.form == Form::Condition {
                    continue;
                }
                for (index, name) in across.reads.iter().zip(&used.fields) {
                    let sentence = format!(
                        "`{name}` always has a value, as its type is neither an `Option` nor a `Patch`: \
                         it tells `{word}` nothing"
                    );
                    optional.extend(
                        record
                            .fields
                            .get(*index)
                            .map(|field| (field, name.span(), sentence)),
                    );
                }
            }
        }
        optional
    }
}

/// The fields that it sees, that which it stands on first.
fn seen<'r>(record: &'r Record, across: &Across) -> Vec<&'r Field> {
    across
        .sees()
        .filter_map(|index| record.fields.get(index))
        .collect()
}

/// The names of so many fields.
fn field_names(count: usize) -> Vec<TokenStream> {
    let names = (0..count).map(|index| format_ident!("field_{index}"));
    names.map(|name| quote!(#name)).collect()
}
