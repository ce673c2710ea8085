package vn.tiendo.notifications.outgoing;

import java.net.InetAddress;

/// Where a message really goes: the connection is made to this address whatever the name resolves to a moment later.
///
/// @param target path and query
public record Destination(String host, InetAddress address, int port, boolean secure, String target) {}
