package vn.tiendo.plans.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class CalendarFeedRepository implements PanacheRepositoryBase<CalendarFeed, UUID> {

    private static final String OWN = "ownerIssuer = ?1 and ownerSubject = ?2 and ";

    Optional<CalendarFeed> own(UUID id, Actor owner) {
        return find(OWN + "id = ?3 and revokedAt is null", owner.issuer(), owner.subject(), id)
                .firstResultOptional();
    }

    List<CalendarFeed> list(Actor owner, PageRequest page) {
        var after = page.after().map(Cursor::id).orElse(new UUID(0, 0));
        return find(OWN + "revokedAt is null and id > ?3 order by id", owner.issuer(), owner.subject(), after)
                .page(0, page.lookFor())
                .list();
    }

    Optional<CalendarFeed> madeFor(String requestKey, Actor owner) {
        return find(OWN + "requestKey = ?3", owner.issuer(), owner.subject(), requestKey)
                .firstResultOptional();
    }

    Optional<CalendarFeed> at(FeedToken token) {
        return find("tokenHash = ?1 and revokedAt is null", token.hash()).firstResultOptional();
    }

    long live(Actor owner) {
        return count(OWN + "revokedAt is null", owner.issuer(), owner.subject());
    }

    long madeSince(Actor owner, Instant moment) {
        return count(OWN + "createdAt >= ?3", owner.issuer(), owner.subject(), moment);
    }

    /// One person's requests wait for each other, so that two at once do not pass the limit together.
    void queueUp(Actor owner) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "tiendo/calendar-feed/" + owner.id())
                .getResultList();
    }
}
