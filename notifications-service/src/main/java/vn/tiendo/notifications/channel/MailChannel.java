package vn.tiendo.notifications.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Optional;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.contact.Address;
import vn.tiendo.notifications.contact.PointKind;
import vn.tiendo.notifications.preference.ChannelKind;

/// E-mail, handed to one mail server.
@ApplicationScoped
class MailChannel implements Channel {

    @Inject
    MailConfig config;

    @Inject
    MailComposer composer;

    @Inject
    MailServer server;

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public PointKind reaches() {
        return PointKind.EMAIL;
    }

    @Override
    public Optional<String> off() {
        return config.host().isPresent() ? Optional.empty() : Optional.of("not-configured");
    }

    @Override
    public Outcome send(Message message) {
        try {
            var mail = composer.compose(server.session(), message);
            return server.send(mail, message.address());
        } catch (AddressException unfit) {
            return new Outcome.AddressFails(message.address(), "address-unfit");
        } catch (MessagingException defect) {
            return new Outcome.Later("defect");
        }
    }

    @Override
    public void sendCode(Address address, String code) {
        try {
            var mail = composer.code(server.session(), Uuid7.next(), address.address(), code);
            if (!(server.send(mail, address) instanceof Outcome.Accepted)) {
                throw new IllegalStateException("not accepted");
            }
        } catch (MessagingException unfit) {
            throw new IllegalStateException("not written");
        }
    }
}
