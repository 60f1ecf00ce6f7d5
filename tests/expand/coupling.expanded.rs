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
    impl Coupled {
        #[inline]
        fn __contracts_rules_0(
            value: &String,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            if !report.holds(<Self as __contracts::Contract>::ENFORCED) {
                return;
            }
            __contracts::apply(
                    __contracts::Of::<String>::reach,
                    &const {
                        use __contracts::rules::vocabulary::*;
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
    impl __contracts::Shape for Coupled {
        type Target = Self;
        const KIND: __contracts::Kind = __contracts::Kind::Contract(|| {
            <Self as __contracts::Contract>::DESCRIPTOR
        });
        #[inline]
        fn reach(&self) -> ::core::option::Option<&Self> {
            ::core::option::Option::Some(self)
        }
        fn check(&self, at: __contracts::At<'_>, report: &mut __contracts::Report<'_>) {
            if !report.holds(<Self as __contracts::Contract>::ENFORCED) {
                return;
            }
            __contracts::nested(
                at,
                report,
                |report| {
                    let Self { text: __contracts_field_0, .. } = self;
                    {
                        let step = at.member("text");
                        let at = step.at();
                        Self::__contracts_rules_0(__contracts_field_0, at, report);
                        __contracts::Of::<
                            String,
                        >::check(__contracts_field_0, at, report);
                    }
                    __contracts::outcome(whole(self), at, report);
                },
            );
        }
    }
    #[automatically_derived]
    impl Coupled {
        const __CONTRACTS_FIELDS: &'static [__contracts::FieldDescriptor] = &[
            __contracts::FieldDescriptor::new("text", __contracts::Of::<String>::KIND)
                .checked(
                    __contracts::Checks::new(
                        &[
                            __contracts::apply(
                                    __contracts::Of::<String>::reach,
                                    &const {
                                        use __contracts::rules::vocabulary::*;
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
        ];
    }
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Coupled {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            let mut __contracts_slot_0 = __contracts::Slot::<String>::Absent;
            let mut members = __contracts::Members::open(
                decoder,
                const {
                    &__contracts::Record::new(
                        Self::__CONTRACTS_FIELDS,
                        __contracts::Unknown::Zone,
                    )
                },
            )?;
            let here = members.here();
            let mut field = members.first(decoder, "\"text\":", 0usize);
            loop {
                field = match field {
                    0usize => {
                        __contracts::Members::read_last(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_0,
                            __contracts::From::<'de, String>::decode,
                            Self::__contracts_rules_0,
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
                "text",
                __contracts::From::<'de, String>::absent,
            );
            let (__contracts::Slot::Ready(__contracts_value_0),) = (__contracts_slot_0,)
            else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            let value = Self { text: __contracts_value_0 };
            if decoder.report.holds(<Self as __contracts::Contract>::ENFORCED) {
                __contracts::outcome(whole(&value), here, &mut decoder.report);
            }
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl Coupled {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "coupled",
                ::core::module_path!(),
                <__contracts::zone::Coupling as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Record(Self::__CONTRACTS_FIELDS),
            )
            .declared(::core::file!(), ::core::line!(), "")
            .checked(&[__contracts::CheckDescriptor::new("whole", &[])]);
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Coupled>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Coupled {
        type Zone = __contracts::zone::Coupling;
        type Context = ();
        const ENFORCED: bool = ::core::cfg!(debug_assertions);
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Coupled {
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
        __contracts::Linked::new(< Coupled as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Coupled > (), | boundary, source | boundary.accept::
        < Coupled > (source).map(| _ | ()),)
    }
};
