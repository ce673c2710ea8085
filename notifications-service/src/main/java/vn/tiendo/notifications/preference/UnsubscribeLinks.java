package vn.tiendo.notifications.preference;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.InstantSource;
import vn.tiendo.notifications.contact.Account;

/// Links in messages that switch a category off on a channel without signing in; none for what is mandatory. They
/// grow old in real time.
@ApplicationScoped
public class UnsubscribeLinks {

    static final String PATH = "/api/v1/preferences/unsubscriptions/";

    private static final int SHORTEST_KEY = 16;

    @Inject
    PreferencesConfig config;

    private final InstantSource realTime = InstantSource.system();

    void refuseUnsafe(@Observes StartupEvent event) {
        if (config.key().length() < SHORTEST_KEY) {
            throw new IllegalStateException("tiendo.preferences.key must have at least 16 characters");
        }
    }

    /// Good for the header `List-Unsubscribe` with `List-Unsubscribe-Post` (RFC 8058), and for people to follow.
    public URI linkFor(String issuer, String subject, Category category, ChannelKind channel) {
        var token = new UnsubscribeToken(
                new Account(issuer, subject),
                category,
                channel,
                realTime.instant().plus(config.linksFor()));
        return config.publicUrl().resolve(PATH + token.signed(config.key()));
    }

    /// @throws PreferenceProblem.UnsubscribeLinkUnfit when it is not one of these (404)
    /// @throws PreferenceProblem.UnsubscribeLinkExpired when it is too old (409)
    UnsubscribeToken read(String token) {
        return UnsubscribeToken.read(token, config.key(), realTime.instant());
    }
}
