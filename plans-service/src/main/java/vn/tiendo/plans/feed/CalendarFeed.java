package vn.tiendo.plans.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.time.Uuid7;

/// A subscription that somebody made: to one organisation, or to whatever the own posts are at the time of reading.
///
/// It gives no rights of its own: it shows what its owner may read at that moment, and nothing once the posts are over.
@Entity
public class CalendarFeed {

    @Id
    private UUID id;

    @Version
    private long version;

    private String ownerIssuer;
    private String ownerSubject;
    private @Nullable UUID organisationId;
    private String name;

    /// The secret itself is known to the owner alone.
    private String tokenHash;

    private @Nullable String requestKey;
    private Instant createdAt;
    private @Nullable Instant revokedAt;

    protected CalendarFeed() {}

    CalendarFeed(
            Actor owner,
            @Nullable UUID organisationId,
            String name,
            FeedToken token,
            @Nullable String requestKey,
            Instant now) {
        this.id = Uuid7.next();
        this.ownerIssuer = owner.issuer();
        this.ownerSubject = owner.subject();
        this.organisationId = organisationId;
        this.name = name;
        this.tokenHash = token.hash();
        this.requestKey = requestKey;
        this.createdAt = now;
    }

    /// Whoever repeats the request has not seen the address: it gets a new one, and the old one is void.
    void readdress(FeedToken token) {
        tokenHash = token.hash();
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    boolean isLive() {
        return revokedAt == null;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String ownerIssuer() {
        return ownerIssuer;
    }

    String ownerSubject() {
        return ownerSubject;
    }

    @Nullable
    UUID organisationId() {
        return organisationId;
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }
}
