package vn.tiendo.notifications.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.contact.ContactPointApi.AddContactPoint;
import vn.tiendo.notifications.contact.ContactProblem.ContactAddressUnfit;
import vn.tiendo.notifications.outgoing.AddressRefused;
import vn.tiendo.notifications.outgoing.OutgoingAddress;

/// Judges what somebody writes as an address, and brings it into the one form in which it is kept.
@ApplicationScoped
class AddressForm {

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,6}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{8,15}");
    private static final int PUBLIC_KEY_BYTES = 65;
    private static final int SECRET_BYTES = 16;

    @Inject
    OutgoingAddress outgoing;

    /// @throws ContactAddressUnfit when nothing could be sent there
    ContactPoint read(Account account, AddContactPoint request, Instant now) {
        var written = request.address().strip();
        return switch (request.kind()) {
            case EMAIL -> new ContactPoint(account, PointKind.EMAIL, email(written), now);
            case PHONE -> new ContactPoint(account, PointKind.PHONE, phone(written), now);
            case WEB_PUSH -> subscription(account, written, request, now);
        };
    }

    private static String email(String written) {
        if (!EMAIL.matcher(written).matches() || written.length() > 254) {
            throw new ContactAddressUnfit(PointKind.EMAIL);
        }
        var at = written.lastIndexOf('@');
        return written.substring(0, at) + written.substring(at).toLowerCase(Locale.ROOT);
    }

    private static String phone(String written) {
        var number = written.replaceAll("[ .()-]", "");
        if (!PHONE.matcher(number).matches()) {
            throw new ContactAddressUnfit(PointKind.PHONE);
        }
        return international(number);
    }

    /// Digits with the country code in front; without one it is a number of Viet Nam.
    static String international(String number) {
        var digits = number.replaceAll("[^0-9]", "");
        return digits.startsWith("0") ? "84" + digits.substring(1) : digits;
    }

    private ContactPoint subscription(Account account, String endpoint, AddContactPoint request, Instant now) {
        var keys = request.keys();
        if (keys == null || lengthOf(keys.p256dh()) != PUBLIC_KEY_BYTES || lengthOf(keys.auth()) != SECRET_BYTES) {
            throw new ContactAddressUnfit(PointKind.WEB_PUSH);
        }
        try {
            outgoing.require(endpoint);
        } catch (AddressRefused refused) {
            throw new ContactAddressUnfit(PointKind.WEB_PUSH);
        }
        return new ContactPoint(account, PointKind.WEB_PUSH, endpoint, now).subscribedBy(keys.p256dh(), keys.auth());
    }

    private static int lengthOf(@Nullable String encoded) {
        try {
            return encoded == null ? 0 : Base64.getUrlDecoder().decode(encoded).length;
        } catch (IllegalArgumentException notEncoded) {
            return 0;
        }
    }
}
