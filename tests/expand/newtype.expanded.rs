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
    use ::perimeter::__private as __contracts;
    use __contracts::{ByText as _, Shapeless as _};
    use __contracts::rules::vocabulary::*;
    #[automatically_derived]
    impl Newtype {
        #[inline]
        fn __contracts_rules_0(
            value: &String,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::apply(
                    __contracts::Of::<String>::reach,
                    &const {
                        length(
                            __contracts::Bounds::new(
                                ::core::ops::Bound::Included(1),
                                ::core::ops::Bound::Included(9),
                            ),
                        )
                    },
                )
                .hold(value, at, report);
        }
    }
    #[automatically_derived]
    impl __contracts::Shape for Newtype {
        type Target = Self;
        const KIND: __contracts::Kind = __contracts::Kind::Contract(|| {
            <Self as __contracts::Contract>::DESCRIPTOR
        });
        #[inline]
        fn reach(&self) -> ::core::option::Option<&Self> {
            ::core::option::Option::Some(self)
        }
        fn check(&self, at: __contracts::At<'_>, report: &mut __contracts::Report<'_>) {
            __contracts::nested(
                at,
                report,
                |report| {
                    Self::__contracts_rules_0((&self.0), at, report);
                    __contracts::Of::<String>::check((&self.0), at, report);
                },
            );
        }
        fn key_text(&self) -> ::std::borrow::Cow<'_, str> {
            __contracts::Of::<String>::key_text(&self.0)
        }
    }
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Newtype {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            __contracts::Decoder::read_checked(
                    decoder,
                    __contracts::From::<'de, String>::decode,
                    Self::__contracts_rules_0,
                )
                .map(Self)
        }
        fn decode_key(
            decoder: &mut __contracts::Decoder<'de>,
        ) -> __contracts::Read<Self> {
            __contracts::Decoder::read_checked(
                    decoder,
                    __contracts::From::<'de, String>::decode_key,
                    Self::__contracts_rules_0,
                )
                .map(Self)
        }
    }
    #[automatically_derived]
    impl Newtype {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "newtype",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Newtype(
                    &__contracts::FieldDescriptor::new(
                            "0",
                            __contracts::Of::<String>::KIND,
                        )
                        .checked(
                            __contracts::Checks::new(
                                &[
                                    __contracts::apply(
                                            __contracts::Of::<String>::reach,
                                            &const {
                                                length(
                                                    __contracts::Bounds::new(
                                                        ::core::ops::Bound::Included(1),
                                                        ::core::ops::Bound::Included(9),
                                                    ),
                                                )
                                            },
                                        )
                                        .info,
                                ],
                            ),
                        ),
                ),
            )
            .declared(::core::file!(), ::core::line!(), "");
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Newtype>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Newtype {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Newtype {
        fn deserialize<__D>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error>
        where
            __D: __contracts::serde::Deserializer<'de>,
        {
            __contracts::deserialize(deserializer)
        }
    }
    __contracts::submit! {
        __contracts::Linked::new(< Newtype as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Newtype > (), | boundary, source | boundary.accept::
        < Newtype > (source).map(| _ | ()),)
    }
};
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
    use ::perimeter::__private as __contracts;
    use __contracts::{ByText as _, Shapeless as _};
    #[automatically_derived]
    impl __contracts::Shape for Transparent {
        type Target = Self;
        const KIND: __contracts::Kind = __contracts::Kind::Contract(|| {
            <Self as __contracts::Contract>::DESCRIPTOR
        });
        #[inline]
        fn reach(&self) -> ::core::option::Option<&Self> {
            ::core::option::Option::Some(self)
        }
        fn check(&self, at: __contracts::At<'_>, report: &mut __contracts::Report<'_>) {
            __contracts::nested(
                at,
                report,
                |report| {
                    __contracts::Of::<u32>::check((&self.number), at, report);
                },
            );
        }
        fn key_text(&self) -> ::std::borrow::Cow<'_, str> {
            __contracts::Of::<u32>::key_text(&self.number)
        }
    }
    const _: () = ::core::assert!(
        ! __contracts::Of:: < u32 > ::KIND.is_open(),
        "anyone may send any value for this field: say what it may be, as in `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant"
    );
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Transparent {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            __contracts::Decoder::read(decoder, __contracts::From::<'de, u32>::decode)
                .map(|value| Self { number: value })
        }
        fn decode_key(
            decoder: &mut __contracts::Decoder<'de>,
        ) -> __contracts::Read<Self> {
            __contracts::From::<'de, u32>::decode_key(decoder)
                .map(|value| Self { number: value })
        }
        fn absent() -> ::core::option::Option<Self> {
            __contracts::From::<'de, u32>::absent().map(|value| Self { number: value })
        }
    }
    #[automatically_derived]
    impl Transparent {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "transparent",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Newtype(
                    &__contracts::FieldDescriptor::new(
                        "number",
                        __contracts::Of::<u32>::KIND,
                    ),
                ),
            )
            .declared(::core::file!(), ::core::line!(), "")
            .transparent();
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Transparent>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Transparent {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Transparent {
        fn deserialize<__D>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error>
        where
            __D: __contracts::serde::Deserializer<'de>,
        {
            __contracts::deserialize(deserializer)
        }
    }
    __contracts::submit! {
        __contracts::Linked::new(< Transparent as __contracts::Contract > ::DESCRIPTOR,
        || ::core::any::TypeId::of:: < Transparent > (), | boundary, source | boundary
        .accept:: < Transparent > (source).map(| _ | ()),)
    }
};
