package vn.tiendo.notifications.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.tiendo.notifications.contact.Address;

/// Tells whether a message went to the address that somebody has now, without keeping the address.
final class AddressHash {

    private AddressHash() {}

    static String of(Address address) {
        try {
            var written =
                    address.issuer() + "\n" + address.subject() + "\n" + address.kind() + "\n" + address.address();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
