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
    impl __contracts::Shape for Flat {
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
                    let Self {
                        number: __contracts_field_0,
                        inner: __contracts_field_1,
                        rest: __contracts_field_2,
                        ..
                    } = self;
                    {
                        let step = at.member("number");
                        let at = step.at();
                        __contracts::Of::<u8>::check(__contracts_field_0, at, report);
                    }
                    __contracts::Of::<Inner>::check(__contracts_field_1, at, report);
                    __contracts::Of::<
                        std::collections::BTreeMap<String, u32>,
                    >::check(__contracts_field_2, at, report);
                },
            );
        }
    }
    #[automatically_derived]
    impl Flat {
        const __CONTRACTS_FIELDS: &'static [__contracts::FieldDescriptor] = &[
            __contracts::FieldDescriptor::new("number", __contracts::Of::<u8>::KIND),
            __contracts::FieldDescriptor::new("inner", __contracts::Of::<Inner>::KIND)
                .flattened(),
            __contracts::FieldDescriptor::new(
                    "rest",
                    __contracts::Of::<std::collections::BTreeMap<String, u32>>::KIND,
                )
                .flattened(),
        ];
    }
    const _: () = ::core::assert!(
        ! __contracts::Of:: < u8 > ::KIND.is_open(),
        "anyone may send any value for this field: say what it may be, as in `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant"
    );
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Flat {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            let mut __contracts_slot_0 = __contracts::Slot::<u8>::Absent;
            let mut __contracts_slot_1 = __contracts::Slot::<Inner>::Absent;
            let mut __contracts_slot_2 = __contracts::Slot::<
                std::collections::BTreeMap<String, u32>,
            >::Absent;
            let mut members = __contracts::Members::open(
                decoder,
                const {
                    &__contracts::Record::new(
                            Self::__CONTRACTS_FIELDS,
                            __contracts::Unknown::External,
                        )
                        .flattened()
                },
            )?;
            let here = members.here();
            let mut field = members.first(decoder, "\"number\":", 0usize);
            loop {
                field = match field {
                    0usize => {
                        __contracts::Members::read_last(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_0,
                            __contracts::From::<'de, u8>::decode,
                            __contracts::unruled,
                            3usize,
                        )
                    }
                    __contracts::Members::SKIPPED => members.step(decoder, 0),
                    _ => break,
                };
            }
            __contracts_slot_1 = __contracts::Slot::of(
                __contracts::Members::flatten(
                    &mut members,
                    decoder,
                    __contracts::From::<'de, Inner>::decode,
                ),
            )?;
            __contracts_slot_2 = __contracts::Slot::of(
                __contracts::Members::flatten(
                    &mut members,
                    decoder,
                    __contracts::From::<
                        'de,
                        std::collections::BTreeMap<String, u32>,
                    >::decode,
                ),
            )?;
            members.close(decoder)?;
            __contracts::Slot::settle(
                &mut __contracts_slot_0,
                decoder,
                "number",
                __contracts::From::<'de, u8>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_1,
                decoder,
                "inner",
                __contracts::From::<'de, Inner>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_2,
                decoder,
                "rest",
                __contracts::From::<'de, std::collections::BTreeMap<String, u32>>::absent,
            );
            let (
                __contracts::Slot::Ready(__contracts_value_0),
                __contracts::Slot::Ready(__contracts_value_1),
                __contracts::Slot::Ready(__contracts_value_2),
            ) = (__contracts_slot_0, __contracts_slot_1, __contracts_slot_2) else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            let value = Self {
                number: __contracts_value_0,
                inner: __contracts_value_1,
                rest: __contracts_value_2,
            };
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl Flat {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "flat",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Record(Self::__CONTRACTS_FIELDS),
            )
            .declared(::core::file!(), ::core::line!(), "");
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Flat>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Flat {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Flat {
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
        __contracts::Linked::new(< Flat as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Flat > (), | boundary, source | boundary.accept:: <
        Flat > (source).map(| _ | ()),)
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
    impl __contracts::Shape for Inner {
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
                    let Self { flag: __contracts_field_0, .. } = self;
                    {
                        let step = at.member("flag");
                        let at = step.at();
                        __contracts::Of::<bool>::check(__contracts_field_0, at, report);
                    }
                },
            );
        }
    }
    #[automatically_derived]
    impl Inner {
        const __CONTRACTS_FIELDS: &'static [__contracts::FieldDescriptor] = &[
            __contracts::FieldDescriptor::new("flag", __contracts::Of::<bool>::KIND),
        ];
    }
    const _: () = ::core::assert!(
        ! __contracts::Of:: < bool > ::KIND.is_open(),
        "anyone may send any value for this field: say what it may be, as in `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant"
    );
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Inner {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            let mut __contracts_slot_0 = __contracts::Slot::<bool>::Absent;
            let mut members = __contracts::Members::open(
                decoder,
                const {
                    &__contracts::Record::new(
                        Self::__CONTRACTS_FIELDS,
                        __contracts::Unknown::External,
                    )
                },
            )?;
            let here = members.here();
            let mut field = members.first(decoder, "\"flag\":", 0usize);
            loop {
                field = match field {
                    0usize => {
                        __contracts::Members::read_last(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_0,
                            __contracts::From::<'de, bool>::decode,
                            __contracts::unruled,
                            1usize,
                        )
                    }
                    __contracts::Members::SKIPPED => members.step(decoder, 0),
                    _ => break,
                };
            }
            members.close(decoder)?;
            __contracts::Slot::settle(
                &mut __contracts_slot_0,
                decoder,
                "flag",
                __contracts::From::<'de, bool>::absent,
            );
            let (__contracts::Slot::Ready(__contracts_value_0),) = (__contracts_slot_0,)
            else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            let value = Self { flag: __contracts_value_0 };
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl Inner {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "inner",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Record(Self::__CONTRACTS_FIELDS),
            )
            .declared(::core::file!(), ::core::line!(), "");
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Inner>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Inner {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Inner {
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
        __contracts::Linked::new(< Inner as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Inner > (), | boundary, source | boundary.accept:: <
        Inner > (source).map(| _ | ()),)
    }
};
