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
    impl Tuple {
        #[inline]
        fn __contracts_rules_1(
            value: &String,
            at: __contracts::At<'_>,
            report: &mut __contracts::Report<'_>,
        ) {
            __contracts::apply(__contracts::Of::<String>::reach, &const { email() })
                .hold(value, at, report);
        }
    }
    #[automatically_derived]
    impl __contracts::Shape for Tuple {
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
                    let Self { 0: __contracts_field_0, 1: __contracts_field_1, .. } = self;
                    {
                        let step = at.index(0usize);
                        let at = step.at();
                        __contracts::Of::<u32>::check(__contracts_field_0, at, report);
                    }
                    {
                        let step = at.index(1usize);
                        let at = step.at();
                        Self::__contracts_rules_1(__contracts_field_1, at, report);
                        __contracts::Of::<
                            String,
                        >::check(__contracts_field_1, at, report);
                    }
                },
            );
        }
    }
    const _: () = ::core::assert!(
        ! __contracts::Of:: < u32 > ::KIND.is_open(),
        "anyone may send any value for this field: say what it may be, as in `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant"
    );
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Tuple {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            let mut __contracts_slot_0 = __contracts::Slot::<u32>::Absent;
            let mut __contracts_slot_1 = __contracts::Slot::<String>::Absent;
            let mut elements = __contracts::Elements::open(decoder, 2usize)?;
            while let ::core::option::Option::Some(index) = elements.next(decoder)? {
                match index {
                    0usize => {
                        __contracts::Slot::read(
                            &mut __contracts_slot_0,
                            decoder,
                            __contracts::From::<'de, u32>::decode,
                            __contracts::unruled,
                        )?
                    }
                    1usize => {
                        __contracts::Slot::read(
                            &mut __contracts_slot_1,
                            decoder,
                            __contracts::From::<'de, String>::decode,
                            Self::__contracts_rules_1,
                        )?
                    }
                    _ => {}
                }
            }
            __contracts_slot_0.settle(decoder, "0", || ::core::option::Option::None);
            __contracts_slot_1.settle(decoder, "1", || ::core::option::Option::None);
            let (
                __contracts::Slot::Ready(__contracts_value_0),
                __contracts::Slot::Ready(__contracts_value_1),
            ) = (__contracts_slot_0, __contracts_slot_1) else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            ::core::result::Result::Ok(Self(__contracts_value_0, __contracts_value_1))
        }
    }
    #[automatically_derived]
    impl Tuple {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "tuple",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Tuple(
                    &[
                        __contracts::FieldDescriptor::new(
                            "0",
                            __contracts::Of::<u32>::KIND,
                        ),
                        __contracts::FieldDescriptor::new(
                                "1",
                                __contracts::Of::<String>::KIND,
                            )
                            .checked(
                                __contracts::Checks::new(
                                    &[
                                        __contracts::apply(
                                                __contracts::Of::<String>::reach,
                                                &const { email() },
                                            )
                                            .info,
                                    ],
                                ),
                            ),
                    ],
                ),
            )
            .declared(::core::file!(), ::core::line!(), "");
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Tuple>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Tuple {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Tuple {
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
        __contracts::Linked::new(< Tuple as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Tuple > (), | boundary, source | boundary.accept:: <
        Tuple > (source).map(| _ | ()),)
    }
};
