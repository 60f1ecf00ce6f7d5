//! The run time of perimeter.
pub mod formats;
