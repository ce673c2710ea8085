package vn.tiendo.registrations.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.audit.AuditTrail.Deed;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.member.MemberSubjects;
import vn.tiendo.registrations.personaldata.PersonalDataSettings.Rule;

/// Destroys what has been kept for as long as its rule says, in batches; each person touched has its audit record.
///
/// The audit trail itself is kept: nothing may be taken out of its chain, and it names nobody.
@ApplicationScoped
public class Retention implements LeaderTask {

    static final String NAME = "retention";
    private static final int BATCH = 200;
    private static final Actor ACTOR = new Actor("tiendo", NAME, List.of());

    @Inject
    PersonalDataSettings settings;

    @Inject
    MemberSubjects members;

    @Inject
    Erasing erasing;

    @Inject
    PersonalTables tables;

    @Inject
    PersonalRows rows;

    @Inject
    EntityManager entities;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    private record Facts(String source) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean pass() {
        var retention = settings.retention();
        return forgetContacts(retention.contacts())
                || eraseFormer(retention.formerMembers())
                || destroyRegistrationTexts(retention.registrationTexts())
                || destroyRequestTexts(retention.requestTexts())
                || Arrays.stream(AgedRecord.values())
                        .anyMatch(kind -> destroyTexts(kind, kind.rule(settings.retention())));
    }

    private boolean forgetContacts(Rule rule) {
        var due = members.reachableThoughFormerSince(dayBefore(rule), BATCH);
        due.forEach(members::forgetContact);
        record("expire-contact", "member", due, rule);
        return due.size() == BATCH;
    }

    private boolean eraseFormer(Rule rule) {
        var due = members.formerSince(dayBefore(rule), BATCH);
        erasing.eraseAll(due);
        record("expire-member", "member", due, rule);
        return due.size() == BATCH;
    }

    /// Campaign by campaign; one that is done is marked and not looked at again.
    private boolean destroyRegistrationTexts(Rule rule) {
        @SuppressWarnings("unchecked")
        List<UUID> campaigns = entities.createNativeQuery("""
                         select c.id from campaign c where c.closed_at < ?1
                            and not exists (select 1 from retention_mark r
                                             where r.rule = 'registration-texts' and r.subject_id = c.id)
                          order by c.closed_at, c.id limit 1\
                         """, UUID.class)
                .setParameter(1, momentBefore(rule))
                .getResultList();
        if (campaigns.isEmpty()) {
            return false;
        }
        var campaign = campaigns.getFirst();
        var due = registrationsWithText(campaign);
        if (!due.isEmpty()) {
            tables.all().forEach(table -> rows.destroyOfRegistrations(table, due));
        }
        record("expire-registration-text", "registration", due, rule);
        if (due.size() < BATCH) {
            entities.createNativeQuery("insert into retention_mark (rule, subject_id, done_at) values (?1, ?2, ?3)")
                    .setParameter(1, "registration-texts")
                    .setParameter(2, campaign)
                    .setParameter(3, clock.instant())
                    .executeUpdate();
        }
        return true;
    }

    private List<UUID> registrationsWithText(UUID campaign) {
        var texts = String.join(", ", tables.named("registration").emptiable());
        @SuppressWarnings("unchecked")
        List<UUID> found = entities.createNativeQuery(
                        "select id from registration where campaign_id = ?1 and num_nonnulls(" + texts
                                + ") > 0 order by id limit ?2",
                        UUID.class)
                .setParameter(1, campaign)
                .setParameter(2, BATCH)
                .getResultList();
        return found;
    }

    private boolean destroyRequestTexts(Rule rule) {
        @SuppressWarnings("unchecked")
        List<UUID> due = entities.createNativeQuery("""
                        update data_subject_request
                           set wish = null, correction = null, reason = null, extension_reason = null, outcome = null,
                               lifting_reason = null
                         where id in (select id from data_subject_request where closed_at < ?1
                           and coalesce(lifted_at, closed_at) < ?1
                           and num_nonnulls(wish, correction, reason, extension_reason, outcome, lifting_reason) > 0 order by id limit ?2)
                        returning id""", UUID.class)
                .setParameter(1, momentBefore(rule))
                .setParameter(2, BATCH)
                .getResultList();
        record("expire-request-text", "data-subject-request", due, rule);
        return due.size() == BATCH;
    }

    private boolean destroyTexts(AgedRecord kind, Rule rule) {
        var table = tables.named(kind.table());
        @SuppressWarnings("unchecked")
        List<UUID> due = entities.createNativeQuery(
                        "select id from " + table.name() + " where " + kind.aged() + " and " + table.telling()
                                + " order by id limit ?2",
                        UUID.class)
                .setParameter(1, dayBefore(rule).getYear())
                .setParameter(2, BATCH)
                .getResultList();
        if (!due.isEmpty()) {
            rows.destroyRows(table, due);
        }
        record("expire-" + kind.subject() + "-text", kind.subject(), due, rule);
        return due.size() == BATCH;
    }

    private LocalDate dayBefore(Rule rule) {
        return Days.dayOf(clock.instant()).minus(rule.keep());
    }

    private Instant momentBefore(Rule rule) {
        return Days.startOf(dayBefore(rule));
    }

    private void record(String action, String subjectType, List<UUID> subjects, Rule rule) {
        if (!subjects.isEmpty()) {
            audit.recordAll(
                    ACTOR,
                    subjects.stream()
                            .map(subject ->
                                    new Deed(null, action, subjectType, subject, null, new Facts(rule.source())))
                            .toList());
        }
    }
}
