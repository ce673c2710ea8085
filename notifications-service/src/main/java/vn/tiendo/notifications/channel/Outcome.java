package vn.tiendo.notifications.channel;

import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.contact.Address;

/// What became of an attempt.
sealed interface Outcome {

    /// @param externalId what the provider calls it
    /// @param delivered known to have arrived
    record Accepted(Address address, @Nullable String externalId, boolean delivered) implements Outcome {}

    /// For good: another attempt would be refused as well.
    record Refused(String reason) implements Outcome {}

    /// For good, and so would everything else that is sent to this address.
    record AddressFails(Address address, String reason) implements Outcome {}

    /// Perhaps later.
    record Later(String reason) implements Outcome {}

    /// The channel as a whole cannot be reached; it was no attempt at this message.
    record Unreachable(String reason) implements Outcome {}
}
