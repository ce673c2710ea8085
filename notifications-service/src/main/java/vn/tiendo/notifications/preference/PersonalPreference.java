package vn.tiendo.notifications.preference;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.contact.Account;

/// The wishes of one account. Version 0 is the one that says nothing, whether it is stored or not.
@Entity
class PersonalPreference {

    @Id
    private UUID id;

    @Version
    private long version;

    private String issuer;
    private String subject;

    @Convert(converter = DocumentText.OfWishes.class)
    private Wishes wishes;

    private @Nullable String language;
    private Instant changedAt;

    protected PersonalPreference() {}

    void want(Wishes wanted, Instant now) {
        wanted.requireWhole();
        wishes = wanted;
        language = wanted.language();
        changedAt = now;
    }

    /// @return whether it was on as far as the wishes say
    boolean switchOff(Category category, ChannelKind channel, Instant now) {
        if (!wishes.on(category, channel).orElse(true)) {
            return false;
        }
        want(wishes.without(category, channel), now);
        return true;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Account account() {
        return new Account(issuer, subject);
    }

    Wishes wishes() {
        return wishes;
    }

    @Nullable
    String language() {
        return language;
    }

    Instant changedAt() {
        return changedAt;
    }
}
