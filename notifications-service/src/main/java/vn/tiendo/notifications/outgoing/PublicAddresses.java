package vn.tiendo.notifications.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;

/// Tells addresses of the public internet from those inside networks, which messages must never reach: whoever may
/// register an address could otherwise make this service call its neighbours (server-side request forgery).
final class PublicAddresses {

    private PublicAddresses() {}

    /// By the registries of special-purpose addresses (RFC 6890 and its updates).
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        int third = address[2] & 0xff;
        return !(first == 0
                || first >= 240
                || first == 100 && second >= 64 && second < 128 // between carriers and their customers
                || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 192 && second == 88 && third == 99
                || first == 198 && (second == 18 || second == 19)
                || first == 198 && second == 51 && third == 100
                || first == 203 && second == 0 && third == 113);
    }

    /// Only global unicast (2000::/3), and of it nothing that carries an IPv4 address or is for documentation.
    private static boolean isPublic6(byte[] address) {
        int first = (address[0] & 0xff) << 8 | address[1] & 0xff;
        int second = (address[2] & 0xff) << 8 | address[3] & 0xff;
        return (first & 0xe000) == 0x2000
                && first != 0x2002 // 6to4
                && !(first == 0x2001 && second < 0x0200) // Teredo, benchmarking, ORCHID
                && !(first == 0x2001 && second == 0x0db8)
                && (first & 0xfff0) != 0x3ff0;
    }
}
