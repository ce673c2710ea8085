package vn.tiendo.notifications.inbox;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.PageRequest;

/// Notifications by recipient: nobody reads those of another.
@ApplicationScoped
class NotificationRepository implements PanacheRepositoryBase<Notification, UUID> {

    private static final String OWN = "recipientIssuer = :issuer and recipientSubject = :subject";

    @Inject
    Session session;

    /// That a person has been told of a reminder.
    private record Held(UUID reminderId, Addressee addressee) {

        static Held by(Notification notification) {
            return new Held(
                    notification.reminderId(),
                    new Addressee(notification.recipientIssuer(), notification.recipientSubject()));
        }
    }

    /// Whom a notification at a position is for.
    record Arrival(long position, Addressee addressee) {}

    /// @throws NotificationProblem.NotificationNotFound when there is none or it is somebody else's (404)
    Notification getOwn(UUID id, Actor actor) {
        return find(OWN + " and id = :id", Map.of("issuer", actor.issuer(), "subject", actor.subject(), "id", id))
                .firstResultOptional()
                .orElseThrow(NotificationProblem.NotificationNotFound::new);
    }

    /// Own notifications, newest first, or oldest first when somebody catches up.
    List<Notification> own(Actor actor, InboxFilter filter, Instant now, PageRequest page) {
        var parameters = ofActor(actor);
        var condition = new StringBuilder(OWN + " and " + filter.condition());
        if (filter.asksForTheTime()) {
            parameters.put("now", now);
        }
        if (filter.unread()) {
            condition.append(" and readAt is null");
        }
        if (filter.kind() != null) {
            condition.append(" and dutyKind = :kind");
            parameters.put("kind", filter.kind());
        }
        if (filter.plan() != null) {
            condition.append(" and planId = :plan");
            parameters.put("plan", filter.plan());
        }
        if (filter.since() != null) {
            condition.append(" and position > :since");
            parameters.put("since", filter.since());
        }
        page.after().ifPresent(cursor -> {
            condition.append(filter.catchesUp() ? " and position > :after" : " and position < :after");
            parameters.put("after", Positions.parse(cursor.key()));
        });
        return find(condition + " order by position" + (filter.catchesUp() ? "" : " desc"), parameters)
                .range(0, page.limit())
                .list();
    }

    private static Map<String, Object> ofActor(Actor actor) {
        return new HashMap<>(Map.of("issuer", actor.issuer(), "subject", actor.subject()));
    }

    /// Of what is in the inbox now.
    long countUnread(Actor actor, Instant now) {
        return countMissing("readAt", actor, now);
    }

    long countUnseen(Actor actor, Instant now) {
        return countMissing("seenAt", actor, now);
    }

    private long countMissing(String moment, Actor actor, Instant now) {
        var parameters = ofActor(actor);
        parameters.put("now", now);
        return count(
                OWN + " and " + moment
                        + " is null and archivedAt is null and (snoozedUntil is null or snoozedUntil <= :now)",
                parameters);
    }

    /// Own ones among the named that are not read yet become so.
    int readAll(Actor actor, Collection<UUID> ids, Instant now) {
        return updateOwn(
                "readAt = :now, openedAt = coalesce(openedAt, :now), seenAt = coalesce(seenAt, :now)",
                "id in :ids and readAt is null",
                actor,
                ids,
                now);
    }

    /// Own ones among the named that are not filed away yet become so.
    int archiveAll(Actor actor, Collection<UUID> ids, Instant now) {
        return updateOwn(
                "archivedAt = :now, readAt = coalesce(readAt, :now), openedAt = coalesce(openedAt, :now),"
                        + " seenAt = coalesce(seenAt, :now)",
                "id in :ids and archivedAt is null",
                actor,
                ids,
                now);
    }

    private int updateOwn(String set, String which, Actor actor, Collection<UUID> ids, Instant now) {
        var parameters = ofActor(actor);
        parameters.put("ids", ids);
        parameters.put("now", now);
        return update("version = version + 1, " + set + " where " + OWN + " and " + which, parameters);
    }

    /// Everything up to a position has been shown to its recipient. The version stays: nobody else sees a difference.
    int seenUpTo(Actor actor, long position, Instant now) {
        var parameters = ofActor(actor);
        parameters.put("position", position);
        parameters.put("now", now);
        return update("seenAt = :now where " + OWN + " and seenAt is null and position <= :position", parameters);
    }

    List<Notification> ownAfter(Addressee addressee, long position, int most) {
        return find(
                        OWN + " and position > :after order by position",
                        Map.of("issuer", addressee.issuer(), "subject", addressee.subject(), "after", position))
                .range(0, most - 1)
                .list();
    }

    List<Notification> at(Collection<Long> positions) {
        return list("position in ?1 order by position", positions);
    }

    long newestPosition() {
        return session.createSelectionQuery("select coalesce(max(n.position), 0) from Notification n", Long.class)
                .getSingleResult();
    }

    /// Who got something after a position, in order.
    List<Arrival> arrivalsAfter(long position, int most) {
        return session
                .createSelectionQuery(
                        "select n.position, n.recipientIssuer, n.recipientSubject from Notification n"
                                + " where n.position > ?1 order by n.position",
                        Object[].class)
                .setParameter(1, position)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Arrival((long) row[0], new Addressee((String) row[1], (String) row[2])))
                .toList();
    }

    /// Stores notifications, except those that the same person already has for the same reminder.
    ///
    /// The lock, held to the end of the transaction, lets positions become visible in their order; a stream
    /// that has seen one never misses an earlier one.
    ///
    /// @return those that were stored
    List<Notification> deliver(List<Notification> notifications) {
        session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('tiendo/inbox', 0))", Integer.class)
                .getSingleResult();
        var held = heldFor(
                notifications.stream().map(Notification::reminderId).distinct().toList());
        var fresh = notifications.stream()
                .filter(notification -> held.add(Held.by(notification)))
                .toList();
        fresh.forEach(session::persist);
        return fresh;
    }

    private Set<Held> heldFor(List<UUID> reminders) {
        return new HashSet<>(session
                .createSelectionQuery(
                        "select n.reminderId, n.recipientIssuer, n.recipientSubject from Notification n"
                                + " where n.reminderId in ?1",
                        Object[].class)
                .setParameter(1, reminders)
                .getResultList()
                .stream()
                .map(row -> new Held((UUID) row[0], new Addressee((String) row[1], (String) row[2])))
                .toList());
    }

    /// @param heldFor duties and the day that still holds for each; null when nothing is left to do at all
    void resolve(List<UUID> duties, List<@Nullable LocalDate> heldFor, Instant now) {
        session.doWork(connection -> {
            try (var update = connection.prepareStatement("""
                    update notification n set resolved_at = ?, version = version + 1
                      from unnest(?::uuid[], ?::date[]) d(id, due_day)
                     where n.duty_id = d.id and n.resolved_at is null and n.due_day is distinct from d.due_day""")) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setArray(2, connection.createArrayOf("uuid", duties.toArray()));
                update.setArray(3, connection.createArrayOf("date", heldFor.toArray()));
                update.executeUpdate();
            }
        });
    }
}
