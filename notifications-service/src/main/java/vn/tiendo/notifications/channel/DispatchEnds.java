package vn.tiendo.notifications.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.notifications.channel.Claims.Claimed;
import vn.tiendo.notifications.contact.Account;
import vn.tiendo.notifications.contact.Address;
import vn.tiendo.notifications.contact.Addresses;
import vn.tiendo.notifications.contact.Bounces;
import vn.tiendo.notifications.inbox.Notification;
import vn.tiendo.notifications.preference.ChannelKind;
import vn.tiendo.notifications.preference.Preferences;
import vn.tiendo.notifications.preference.SwitchedOff;

/// What follows from what became of a message: its mark, the event of a failure, the fallback, and the task to correct
/// an address.
@ApplicationScoped
class DispatchEnds {

    static final String FAILED = "failed";

    @Inject
    Dispatches dispatches;

    @Inject
    Addresses addresses;

    @Inject
    Bounces bounces;

    @Inject
    Preferences preferences;

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    /// That a message did not get through on a channel, on `notifications.delivery.v1`, keyed by its own id.
    ///
    /// @param notificationId the delivery in the inbox that it was to tell of
    /// @param reason a code
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FailureEvent(
            UUID id,
            UUID notificationId,
            UUID reminderId,
            UUID organisationId,
            @Nullable UUID recipientPostId,
            @Nullable UUID memberId,
            ChannelKind channel,
            String reason,
            Instant failedAt) {}

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void accepted(Message message, Outcome.Accepted accepted) {
        dispatches.sent(
                message.dispatchIds(),
                accepted.externalId(),
                AddressHash.of(accepted.address()),
                accepted.delivered(),
                clock.instant());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void again(Message message, UUID claim, String reason, Duration pause) {
        dispatches.again(message.dispatchIds(), claim, reason, pause);
    }

    /// What another one has claimed since is its to judge.
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(ChannelKind channel, Message message, UUID claim, String reason) {
        fail(channel, dispatches.held(message.dispatchIds(), claim), reason);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void addressFailed(ChannelKind channel, Message message, UUID claim, Address address, String reason) {
        fail(channel, dispatches.held(message.dispatchIds(), claim), reason);
        organisationOf(message.notificationIds().getFirst())
                .ifPresent(organisation -> bounces.report(address, organisation, message.language()));
    }

    /// A browser has given up its subscription: nobody needs to correct it.
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void forget(UUID point) {
        addresses.forget(point);
    }

    /// The address is gone since the message was planned.
    @Transactional(Transactional.TxType.MANDATORY)
    void withoutAddress(ChannelKind channel, List<Claimed> group, Instant now) {
        var ids = group.stream().map(Claimed::id).toList();
        dispatches.end(ids, DispatchState.UNADDRESSED, "no-address", now);
        fallBack(group.stream().map(Claimed::notificationId).toList(), now);
    }

    /// Somebody does not want it any more, so what still waits for a moment of its own does not go.
    void switchedOff(@Observes SwitchedOff wish) {
        dispatches.cancel(
                new Account(wish.issuer(), wish.subject()).key(), wish.channel(), wish.category(), clock.instant());
    }

    /// Reported by the mail server after it had taken the message over.
    @Transactional(Transactional.TxType.MANDATORY)
    void fail(ChannelKind channel, Collection<UUID> ids, String reason) {
        var now = clock.instant();
        var ended = dispatches.end(ids, DispatchState.FAILED, reason, now);
        if (ended.isEmpty()) {
            return;
        }
        var events = eventsOf(channel, ended, reason, now);
        events.forEach(event -> outbox.forward(
                Notification.STREAM.topic(), event.id().toString(), Notification.STREAM.type(FAILED), write(event)));
        fallBack(events.stream().map(FailureEvent::notificationId).toList(), now);
    }

    /// The next step goes as soon as it may disturb.
    private void fallBack(List<UUID> notifications, Instant now) {
        var steps = dispatches.nextSteps(notifications);
        if (!steps.isEmpty()) {
            var told = entities.createQuery("select n from Notification n where n.id in ?1", Notification.class)
                    .setParameter(1, steps.keySet())
                    .getResultList();
            var moments = preferences.nextPermitted(told, now);
            steps.forEach((notification, step) -> dispatches.advance(step, moments.getOrDefault(notification, now)));
        }
        var left = dispatches.withNothingLeft(notifications);
        if (!left.isEmpty()) {
            meters.counter("tiendo.channels.unaddressed").increment(left.size());
        }
    }

    private List<FailureEvent> eventsOf(ChannelKind channel, List<UUID> ids, String reason, Instant now) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                        select d.id, n.id, n.reminder_id, n.organisation_id, n.post_id, n.member_id
                          from dispatch d join notification n on n.id = d.notification_id where d.id = any(?1)""", Tuple.class)
                .setParameter(1, ids.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .map(row -> new FailureEvent(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, UUID.class),
                        row.get(3, UUID.class),
                        row.get(4, UUID.class),
                        row.get(5, UUID.class),
                        channel,
                        reason,
                        now))
                .toList();
    }

    /// Nothing when it has been erased meanwhile.
    private Optional<UUID> organisationOf(UUID notification) {
        return entities
                .createNativeQuery("select organisation_id from notification where id = ?1", UUID.class)
                .setParameter(1, notification)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .findFirst();
    }

    private byte[] write(FailureEvent event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("An event cannot be written as JSON", defect);
        }
    }
}
