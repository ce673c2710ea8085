package vn.tiendo.notifications.channel;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.contact.Address;

/// Speaks SMTP, over connections that are used again, and tells apart what a refusal is about: the address, this
/// message, or the server.
@ApplicationScoped
class MailServer {

    private static final int UNAVAILABLE = 421;
    private static final Pattern ENHANCED = Pattern.compile("\\b([245])\\.([0-9]{1,3})\\.([0-9]{1,3})\\b");

    @Inject
    MailConfig config;

    private final Deque<Transport> idle = new ConcurrentLinkedDeque<>();
    private @Nullable Session session;

    /// A sender that is no address would make every recipient look wrong.
    void refuseUnfit(@Observes StartupEvent event) throws AddressException {
        if (config.host().isPresent()) {
            new InternetAddress(config.from(), true).validate();
            if (config.replyTo().isPresent()) {
                new InternetAddress(config.replyTo().get(), true).validate();
            }
        }
    }

    synchronized Session session() {
        if (session == null) {
            session = Session.getInstance(properties());
        }
        return session;
    }

    private Properties properties() {
        var millis = Long.toString(config.timeout().toMillis());
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", config.host().orElse(""));
        properties.setProperty("mail.smtp.port", Integer.toString(config.port()));
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.auth", Boolean.toString(config.user().isPresent()));
        properties.setProperty("mail.smtp.from", config.from());
        properties.setProperty("mail.smtp.localhost", "tiendo");
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(config.security() == MailConfig.Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        var required = Boolean.toString(config.security() == MailConfig.Security.REQUIRED);
        properties.setProperty("mail.smtp.starttls.enable", required);
        properties.setProperty("mail.smtp.starttls.required", required);
        return properties;
    }

    Outcome send(MimeMessage mail, Address address) {
        Transport transport;
        try {
            transport = connected();
        } catch (MessagingException away) {
            return new Outcome.Unreachable(away.getClass().getSimpleName());
        }
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            idle.push(transport);
            return new Outcome.Accepted(address, null, false);
        } catch (MessagingException failure) {
            close(transport);
            return outcomeOf(failure, address);
        }
    }

    private Transport connected() throws MessagingException {
        for (var transport = idle.poll(); transport != null; transport = idle.poll()) {
            if (transport.isConnected()) {
                return transport;
            }
            close(transport);
        }
        var transport = session().getTransport("smtp");
        transport.connect(config.user().orElse(null), config.password().orElse(null));
        return transport;
    }

    private static Outcome outcomeOf(MessagingException failure, Address address) {
        for (Exception each = failure; each instanceof MessagingException one; each = one.getNextException()) {
            switch (one) {
                case SMTPAddressFailedException refused -> {
                    return judged(refused.getReturnCode(), refused.getMessage(), address, Stage.RECIPIENT);
                }
                case SMTPSenderFailedException refused -> {
                    return judged(refused.getReturnCode(), refused.getMessage(), address, Stage.SENDER);
                }
                case SMTPSendFailedException refused
                when !(refused.getNextException() instanceof SMTPAddressFailedException) -> {
                    return judged(refused.getReturnCode(), refused.getMessage(), address, stageOf(refused));
                }
                default -> {}
            }
        }
        return new Outcome.Later("connection-lost");
    }

    /// What was asked of the server when it refused.
    private enum Stage {
        SENDER,
        RECIPIENT,
        CONTENT
    }

    private static Stage stageOf(SMTPSendFailedException refused) {
        var command = refused.getCommand();
        return command != null && command.startsWith("MAIL") ? Stage.SENDER : Stage.CONTENT;
    }

    /// That a server is about to close says something about the server only before it knows for whom the message is:
    /// one message that makes it close would hold up all others.
    private static Outcome judged(int code, @Nullable String text, Address address, Stage stage) {
        var enhanced = ENHANCED.matcher(text == null ? "" : text);
        var status = enhanced.find() ? enhanced.group() : null;
        var reason = "smtp-" + (status == null ? Integer.toString(code) : status);
        if (code == UNAVAILABLE && stage == Stage.SENDER) {
            return new Outcome.Unreachable(reason);
        }
        if (code < 500) {
            return new Outcome.Later(reason);
        }
        return stage == Stage.RECIPIENT && (status == null || MailStatus.isAboutAddress(status))
                ? new Outcome.AddressFails(address, reason)
                : new Outcome.Refused(reason);
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // it was of no use any more
        }
    }

    @PreDestroy
    void closeAll() {
        for (var transport = idle.poll(); transport != null; transport = idle.poll()) {
            close(transport);
        }
    }
}
