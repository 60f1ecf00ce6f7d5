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
    impl __contracts::Shape for Unit {
        type Target = Self;
        const KIND: __contracts::Kind = __contracts::Kind::Contract(|| {
            <Self as __contracts::Contract>::DESCRIPTOR
        });
        #[inline]
        fn reach(&self) -> ::core::option::Option<&Self> {
            ::core::option::Option::Some(self)
        }
        fn check(&self, at: __contracts::At<'_>, report: &mut __contracts::Report<'_>) {
            __contracts::nested(at, report, |report| {});
        }
    }
    #[automatically_derived]
    impl<'de> __contracts::Decode<'de> for Unit {
        fn decode(decoder: &mut __contracts::Decoder<'de>) -> __contracts::Read<Self> {
            <() as __contracts::Decode<'_>>::decode(decoder).map(|()| Self)
        }
    }
    #[automatically_derived]
    impl Unit {
        const __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = __contracts::ContractDescriptor::new(
                "unit",
                ::core::module_path!(),
                <__contracts::zone::External as __contracts::zone::Marker>::ZONE,
                __contracts::Body::Unit,
            )
            .declared(::core::file!(), ::core::line!(), "");
    }
    static __CONTRACTS_DESCRIPTOR: __contracts::ContractDescriptor = <Unit>::__CONTRACTS_DESCRIPTOR;
    #[automatically_derived]
    impl __contracts::Contract for Unit {
        type Zone = __contracts::zone::External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static __contracts::ContractDescriptor = &__CONTRACTS_DESCRIPTOR;
    }
    #[automatically_derived]
    impl<'de> __contracts::serde::Deserialize<'de> for Unit {
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
        __contracts::Linked::new(< Unit as __contracts::Contract > ::DESCRIPTOR, ||
        ::core::any::TypeId::of:: < Unit > (), | boundary, source | boundary.accept:: <
        Unit > (source).map(| _ | ()),)
    }
};
