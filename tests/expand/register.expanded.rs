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
    impl<T> __contracts::Shape for Page<T>
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
                    let Self { items: __contracts_field_0, .. } = self;
                    {
                        let step = at.member("items");
                        let at = step.at();
                        __contracts::Of::<
                            Vec<T>,
                        >::check(__contracts_field_0, at, report);
                    }
                },
            );
        }
    }
    #[automatically_derived]
    impl<T> Page<T>
    where
        T: __contracts::Shape,
    {
        const __CONTRACTS_FIELDS: &'static [__contracts::FieldDescriptor] = &[
            __contracts::FieldDescriptor::new("items", __contracts::Of::<Vec<T>>::KIND),
        ];
    }
    #[automatically_derived]
    impl<'de, T> __contracts::Decode<'de> for Page<T>
    where
        T: __contracts::Decode<'de>,
    {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            let mut __contracts_slot_0 = __contracts::Slot::<Vec<T>>::Absent;
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
            let mut field = members.first(decoder, "\"items\":", 0usize);
            loop {
                field = match field {
                    0usize => {
                        __contracts::Members::read_last(
                            &mut members,
                            decoder,
                            &mut __contracts_slot_0,
                            __contracts::From::<'de, Vec<T>>::decode,
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
                "items",
                __contracts::From::<'de, Vec<T>>::absent,
            );
            let (__contracts::Slot::Ready(__contracts_value_0),) = (__contracts_slot_0,)
            else {
                return ::core::result::Result::Err(decoder.unsound());
            };
            let value = Self { items: __contracts_value_0 };
            ::core::result::Result::Ok(value)
        }
    }
    #[automatically_derived]
    impl<T> __contracts::Contract for Page<T>
    where
        T: __contracts::Shape,
    {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__contracts::ContractDescriptor::new(
                "page",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Record(Self::__CONTRACTS_FIELDS),
            )
            .declared(::core::file!(), ::core::line!(), "");
    }
    #[automatically_derived]
    impl<'de, T> __contracts::serde::Deserialize<'de> for Page<T>
    where
        Page<T>: __contracts::Contract + for<'__text> __contracts::Decode<'__text>,
    {
        fn deserialize<__D>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error>
        where
            __D: __contracts::serde::Deserializer<'de>,
        {
            __contracts::deserialize(deserializer)
        }
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
    type __ContractsInstance = Page<u8>;
    __contracts::submit! {
        __contracts::Linked::contextual(< __ContractsInstance as __contracts::Contract >
        ::DESCRIPTOR, || ::core::any::TypeId::of:: < __ContractsInstance > (), |
        boundary, source, context | __contracts::check_listed:: < __ContractsInstance >
        (boundary, source, context),)
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
    type __ContractsInstance = Page<Option<self::Page<bool>>>;
    __contracts::submit! {
        __contracts::Linked::contextual({ static RENAMED :
        __contracts::ContractDescriptor = < __ContractsInstance as __contracts::Contract
        > ::DESCRIPTOR.renamed("sparse_page"); & RENAMED }, || ::core::any::TypeId::of::
        < __ContractsInstance > (), | boundary, source, context |
        __contracts::check_listed:: < __ContractsInstance > (boundary, source, context),)
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
    type __ContractsInstance<'de> = Page<&'de str>;
    __contracts::submit! {
        __contracts::Linked::contextual({ static RENAMED :
        __contracts::ContractDescriptor = < __ContractsInstance < 'static > as
        __contracts::Contract > ::DESCRIPTOR.renamed("text_page"); & RENAMED }, ||
        ::core::any::TypeId::of:: < __ContractsInstance < 'static > > (), | boundary,
        source, context | __contracts::check_listed:: < __ContractsInstance < '_ > >
        (boundary, source, context),)
    }
};
