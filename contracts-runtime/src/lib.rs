//! contracts-runtime
