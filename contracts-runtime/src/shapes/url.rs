//! `url`: a URL of the WHATWG standard with any scheme.

super::texts! {
    url::Url: "url", "uri", "a URL", |text| text.parse().ok();
}
