package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.notifications.duty.DutyRepository;
import vn.tiendo.notifications.duty.DutyRepository.Change;
import vn.tiendo.notifications.inbox.Notification;
import vn.tiendo.notifications.inbox.Notification.About;
import vn.tiendo.notifications.inbox.NotificationService;
import vn.tiendo.notifications.inbox.Recipient;
import vn.tiendo.notifications.template.PublishedTemplates;
import vn.tiendo.notifications.template.Purpose;

/// Stops the reminders of a recalled plan, and tells everybody who was reminded of it so, once, piece by piece and from
/// where it was left. What is not stopped yet is not fired either: firing looks whether the plan was recalled.
@ApplicationScoped
public class PlanRecalls implements LeaderTask {

    private static final int BATCH = 500;

    @Inject
    EntityManager entities;

    @Inject
    DutyRepository duties;

    @Inject
    ReminderPlanner planner;

    @Inject
    NotificationService notifications;

    @Inject
    PublishedTemplates templates;

    @Inject
    Clock clock;

    private record Recall(
            UUID plan,
            UUID id,
            @Nullable UUID stoppedTo,
            String toldToIssuer,
            String toldToSubject,
            String number,
            String title) {}

    private record Told(
            Recipient recipient,
            UUID organisation,
            @Nullable String path) {}

    @Override
    public String name() {
        return "plan-recalls";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean pass() {
        var recall = next();
        if (recall == null) {
            return false;
        }
        var reminded = duties.remindedOf(recall.plan, recall.stoppedTo, BATCH);
        if (!reminded.isEmpty()) {
            planner.follow(reminded.stream()
                    .map(change -> new Change(change.duty(), false, change.path()))
                    .toList());
            update(
                    "update plan_recall set stopped_to = ?2 where plan_id = ?1",
                    recall.plan,
                    reminded.getLast().duty().id());
            return true;
        }
        tell(recall);
        return true;
    }

    private @Nullable Recall next() {
        return rows("""
                select r.plan_id, r.id, r.stopped_to, r.told_to_issuer, r.told_to_subject,
                       coalesce(concat_ws('-', k.number, k.symbol), '') as plan_number, coalesce(k.title, '') as plan_title
                  from plan_recall r left join known_plan k on k.id = r.plan_id
                 where r.done_at is null order by r.plan_id limit 1""").stream()
                .map(row -> new Recall(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, UUID.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, String.class),
                        row.get(6, String.class)))
                .findFirst()
                .orElse(null);
    }

    private void tell(Recall recall) {
        var now = clock.instant();
        var told = toldOf(recall);
        var inForce = templates.at(
                told.stream().map(Told::path).filter(Objects::nonNull).toList());
        var written = new ArrayList<Notification>();
        told.forEach(one -> written.add(write(recall, one, inForce, now)));
        notifications.deliver(written);
        if (told.size() < BATCH) {
            update("update plan_recall set done_at = ?2 where plan_id = ?1", recall.plan, now);
        } else {
            var last = told.getLast().recipient;
            update(
                    "update plan_recall set told_to_issuer = ?2, told_to_subject = ?3 where plan_id = ?1",
                    recall.plan,
                    last.issuer(),
                    last.subject());
        }
    }

    /// Each account once, in the post and language in which it was reminded last.
    private List<Told> toldOf(Recall recall) {
        return rows("""
                select distinct on (n.recipient_issuer, n.recipient_subject) n.recipient_issuer, n.recipient_subject,
                       n.post_id, n.member_id, n.escalated, n.language, n.organisation_id, o.path
                  from notification n left join reach_organisation o on o.id = n.organisation_id
                 where n.plan_id = ?1 and n.duty_kind in ('ASSIGNMENT', 'REGISTRATION', 'ROLL_UP')
                   and (n.recipient_issuer, n.recipient_subject) > (?2, ?3)
                 order by n.recipient_issuer, n.recipient_subject, n.position desc
                 limit %d""".formatted(BATCH), recall.plan, recall.toldToIssuer, recall.toldToSubject).stream()
                .map(row -> new Told(
                        new Recipient(
                                row.get(0, String.class),
                                row.get(1, String.class),
                                row.get(2, UUID.class),
                                row.get(3, UUID.class),
                                row.get(4, Boolean.class),
                                row.get(5, String.class)),
                        row.get(6, UUID.class),
                        row.get(7, String.class)))
                .toList();
    }

    private static Notification write(Recall recall, Told one, PublishedTemplates.InForce inForce, Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("number", recall.number);
        values.put("title", recall.title);
        var language = one.recipient.language();
        var words = inForce.words(
                Purpose.RECALL,
                language,
                one.path,
                values,
                () -> ReminderText.shipped(Purpose.RECALL, values, language));
        return new Notification(
                new About(recall.id, recall.plan, "RECALL", recall.plan, null, null, one.organisation, null, null),
                one.recipient,
                words.title(),
                words.text(),
                words.thin(),
                now);
    }

    private void update(String sql, Object... parameters) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        query.executeUpdate();
    }

    private List<Tuple> rows(String sql, Object... parameters) {
        var query = entities.createNativeQuery(sql, Tuple.class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows;
    }
}
