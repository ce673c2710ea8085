package vn.tiendo.notifications.channel;

import java.util.Optional;
import vn.tiendo.notifications.channel.ChannelApi.ChannelView;
import vn.tiendo.notifications.contact.Address;
import vn.tiendo.notifications.contact.PointKind;
import vn.tiendo.notifications.preference.ChannelKind;

/// One way to people beside the inbox.
interface Channel {

    ChannelKind kind();

    /// What sort of address it needs.
    PointKind reaches();

    /// Why nothing can go this way, whatever it is; empty when it is on.
    Optional<String> off();

    /// Whether it takes a contract with its provider, and a template that the provider has approved.
    default boolean underContract() {
        return false;
    }

    /// Runs outside of any transaction and may take as long as the timeouts allow.
    Outcome send(Message message);

    /// Whether it can bring the code of an address that is not confirmed yet.
    default boolean bringsCodes() {
        return off().isEmpty();
    }

    /// Nothing is tried again.
    default void sendCode(Address address, String code) {}

    /// What it says of itself.
    default ChannelView view() {
        return ChannelView.of(this);
    }
}
