//! Addresses of sockets. Those of hosts are in `shape.rs`.

super::texts! {
    std::net::SocketAddr: "socket_addr", "socket-addr", "an IP address with a port", |text| text.parse().ok();
    std::net::SocketAddrV4: "socket_addr", "socket-addr", "an IPv4 address with a port", |text| text.parse().ok();
    std::net::SocketAddrV6: "socket_addr", "socket-addr", "an IPv6 address with a port", |text| text.parse().ok();
}
