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
    impl<'text, T, const N: usize> Generic<'text, T, N>
    where
        T: __contracts::Shape,
    {
        #[inline]
        fn __contracts_rules_0(
            value: &&'text str,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::apply(
                    __contracts::Of::<&'text str>::reach,
                    &const {
                        length(
                            __contracts::Bounds::new(
                                ::core::ops::Bound::Included(1),
                                ::core::ops::Bound::Unbounded,
                            ),
                        )
                    },
                )
                .hold(value, at, report);
        }
    }
    #[automatically_derived]
    impl<'text, T, const N: usize> __contracts::Shape for Generic<'text, T, N>
    where
        T: __contracts::Shape,
    {
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
                        text: __contracts_field_0,
                        value: __contracts_field_1,
                        array: __contracts_field_2,
                        ..
                    } = self;
                    {
                        let step = at.member("text");
                        let at = step.at();
                        Self::__contracts_rules_0(__contracts_field_0, at, report);
                        __contracts::Of::<
                            &'text str,
                        >::check(__contracts_field_0, at, report);
                    }
                    {
                        let step = at.member("value");
                        let at = step.at();
                        __contracts::Of::<T>::check(__contracts_field_1, at, report);
                    }
                    {
                        let step = at.member("array");
                        let at = step.at();
                        __contracts::Of::<
                            [u8; N],
                        >::check(__contracts_field_2, at, report);
                    }
                },
            );
        }
    }
    #[automatically_derived]
    impl<'text, T, const N: usize> Generic<'text, T, N>
    where
        T: __contracts::Shape,
    {
        const __CONTRACTS_FIELDS: &'static [__contracts::FieldDescriptor] = &[
            __contracts::FieldDescriptor::new(
                    "text",
                    __contracts::Of::<&'text str>::KIND,
                )
                .checked(
                    __contracts::Checks::new(
                        &[
                            __contracts::apply(
                                    __contracts::Of::<&'text str>::reach,
                                    &const {
                                        length(
                                            __contracts::Bounds::new(
                                                ::core::ops::Bound::Included(1),
                                                ::core::ops::Bound::Unbounded,
                                            ),
                                        )
                                    },
                                )
                                .info,
                        ],
                    ),
                ),
            __contracts::FieldDescriptor::new("value", __contracts::Of::<T>::KIND),
            __contracts::FieldDescriptor::new("array", __contracts::Of::<[u8; N]>::KIND),
        ];
    }
    #[automatically_derived]
    impl<'de: 'text, 'text, T, const N: usize> __contracts::Decode<'de>
    for Generic<'text, T, N>
    where
        T: __contracts::Decode<'de>,
    {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            const {
                ::core::assert!(
                    ! __contracts::Of:: < T > ::KIND.is_open(),
                    "anyone may send any value for this field: say what it may be, as in `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant"
                )
            };
            const {
                ::core::assert!(
                    ! __contracts::Of:: < [u8; N] > ::KIND.is_open(),
                    "anyone may send any value for this field: say what it may be, as in `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant"
                )
            };
            let mut __contracts_slot_0 = __contracts::Slot::<&'text str>::Absent;
            let mut __contracts_slot_1 = __contracts::Slot::<T>::Absent;
            let mut __contracts_slot_2 = __contracts::Slot::<[u8; N]>::Absent;
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
            let mut field = members.first(decoder, "\"text\":", 0usize);
            loop {
                field = match field {
                    0usize => {
                        __contracts::Members::read(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_0,
                            __contracts::From::<'de, &'text str>::decode,
                            Self::__contracts_rules_0,
                            ",\"value\":",
                            1usize,
                        )
                    }
                    1usize => {
                        __contracts::Members::read(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_1,
                            __contracts::From::<'de, T>::decode,
                            __contracts::unruled,
                            ",\"array\":",
                            2usize,
                        )
                    }
                    2usize => {
                        __contracts::Members::read_last(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_2,
                            __contracts::From::<'de, [u8; N]>::decode,
                            __contracts::unruled,
                            3usize,
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
                "text",
                __contracts::From::<'de, &'text str>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_1,
                decoder,
                "value",
                __contracts::From::<'de, T>::absent,
            );
            __contracts::Slot::settle(
                &mut __contracts_slot_2,
                decoder,
                "array",
                __contracts::From::<'de, [u8; N]>::absent,
            );
            let (
                __contracts::Slot::Ready(__contracts_value_0),
                __contracts::Slot::Ready(__contracts_value_1),
                __contracts::Slot::Ready(__contracts_value_2),
            ) = (__contracts_slot_0, __contracts_slot_1, __contracts_slot_2) else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            let value = Self {
                text: __contracts_value_0,
                value: __contracts_value_1,
                array: __contracts_value_2,
            };
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl<'text, T, const N: usize> __contracts::Contract for Generic<'text, T, N>
    where
        T: __contracts::Shape,
    {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__contracts::ContractDescriptor::new(
                "generic",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Record(Self::__CONTRACTS_FIELDS),
            )
            .declared(::core::file!(), ::core::line!(), "");
    }
    #[automatically_derived]
    impl<'de: 'text, 'text, T, const N: usize> __contracts::serde::Deserialize<'de>
    for Generic<'text, T, N>
    where
        Generic<'text, T, N>: __contracts::Contract + __contracts::Decode<'de>,
    {
        fn deserialize<__D>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error>
        where
            __D: __contracts::serde::Deserializer<'de>,
        {
            __contracts::deserialize_borrowed(deserializer)
        }
    }
};
