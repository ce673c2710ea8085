package vn.tiendo.notifications.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.inbox.NotificationApi.AcknowledgeNotification;
import vn.tiendo.notifications.inbox.NotificationApi.InboxPage;
import vn.tiendo.notifications.inbox.NotificationApi.NotificationView;

/// The inbox of the caller, and the door through which reminders come into it.
@ApplicationScoped
public class NotificationService {

    @Inject
    NotificationRepository notifications;

    @Inject
    CurrentActor currentActor;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Event<Answered> answered;

    @Inject
    Event<Delivered> told;

    @Inject
    Clock clock;

    /// Puts notifications into inboxes and reports each delivery, in the transaction of the reminders. Who
    /// already has one for the same reminder gets no second one.
    ///
    /// @return how many were new
    @Transactional(Transactional.TxType.MANDATORY)
    public int deliver(List<Notification> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        var delivered = notifications.deliver(batch);
        outbox.addAll(Notification.STREAM, delivered, "delivered");
        if (!delivered.isEmpty()) {
            told.fire(new Delivered(delivered));
        }
        return delivered.size();
    }

    /// Marks what was said about a duty as resolved, except what was said for the day that still holds.
    ///
    /// @param dueDays the day that holds for each duty, null when nothing is left to do
    @Transactional(Transactional.TxType.MANDATORY)
    public void resolve(List<UUID> duties, List<@Nullable LocalDate> dueDays, Instant now) {
        notifications.resolve(duties, dueDays, now);
    }

    /// Erases what was written to a member.
    @Transactional(Transactional.TxType.MANDATORY)
    public void eraseOf(UUID member) {
        notifications.delete("memberId", member);
    }

    @Transactional
    InboxPage own(InboxFilter filter, PageRequest page) {
        var actor = currentActor.get();
        var now = clock.instant();
        var found = Page.of(
                notifications.own(actor, filter, now, page),
                page,
                notification -> new Cursor(Long.toString(notification.position()), notification.id()));
        return new InboxPage(
                found.map(NotificationView::of).items(),
                found.nextCursor(),
                notifications.countUnread(actor, now),
                notifications.countUnseen(actor, now));
    }

    @Transactional
    int readAll(List<UUID> ids) {
        return notifications.readAll(currentActor.get(), ids, clock.instant());
    }

    @Transactional
    int archiveAll(List<UUID> ids) {
        return notifications.archiveAll(currentActor.get(), ids, clock.instant());
    }

    /// @throws NotificationProblem.NotificationNotFound when the newest one shown is not the caller's (404)
    @Transactional
    int seen(UUID upTo) {
        var actor = currentActor.get();
        return notifications.seenUpTo(actor, notifications.getOwn(upTo, actor).position(), clock.instant());
    }

    @Transactional
    Notification snooze(UUID id, Instant until, @Nullable String ifMatch) {
        return change(id, ifMatch, notification -> notification.snooze(until, clock.instant()));
    }

    @Transactional
    Notification archive(UUID id, @Nullable String ifMatch) {
        return change(id, ifMatch, notification -> notification.archive(clock.instant()));
    }

    /// Neither filed away nor put aside any more.
    @Transactional
    Notification takeBack(UUID id, @Nullable String ifMatch) {
        return change(id, ifMatch, Notification::takeBack);
    }

    private Notification change(UUID id, @Nullable String ifMatch, Consumer<Notification> act) {
        var notification = forChange(id, currentActor.get(), ifMatch);
        act.accept(notification);
        notifications.flush();
        return notification;
    }

    @Transactional
    Notification get(UUID id) {
        return notifications.getOwn(id, currentActor.get());
    }

    @Transactional
    Notification acknowledge(UUID id, AcknowledgeNotification request, @Nullable String ifMatch) {
        var actor = currentActor.get();
        var notification = forChange(id, actor, ifMatch);
        notification.acknowledge(request.kind(), request.reason(), clock.instant());
        outbox.add(Notification.STREAM, notification, "acknowledged");
        audit.record(actor, null, "acknowledge-notification", "notification", id, null, Map.of("kind", request.kind()));
        answered.fire(new Answered(notification));
        return notification;
    }

    @Transactional
    Notification read(UUID id, @Nullable String ifMatch) {
        return change(id, ifMatch, notification -> notification.read(clock.instant()));
    }

    private Notification forChange(UUID id, Actor actor, @Nullable String ifMatch) {
        var notification = notifications.getOwn(id, actor);
        ETags.requireMatch(ifMatch, notification.version());
        return notification;
    }
}
