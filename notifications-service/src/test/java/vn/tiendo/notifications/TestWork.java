package vn.tiendo.notifications;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;

/// Work that other services have given to somebody, sent as they would send it.
public final class TestWork {

    private TestWork() {}

    /// An assignment as plans-service tells it; change a field and send it again.
    public static final class Assignment {
        public final UUID id = Uuid7.next();
        public final UUID planId;
        public final UUID obligationId;
        private final UUID organisationId;
        private long sequence;
        private String facts = "";
        private LocalDate dueDay;

        private Assignment(UUID planId, UUID obligationId, UUID organisationId, LocalDate dueDay) {
            this.planId = planId;
            this.obligationId = obligationId;
            this.organisationId = organisationId;
            this.dueDay = dueDay;
        }

        public Assignment with(String name, Object value) {
            facts += ", \"%s\": %s".formatted(name, value instanceof Boolean ? value.toString() : "\"" + value + "\"");
            return this;
        }

        public Assignment without() {
            facts = "";
            return this;
        }

        public Assignment dueOn(LocalDate day) {
            dueDay = day;
            return this;
        }

        public String json() {
            return """
                    {"id":"%s","planId":"%s","obligationId":"%s","organisationId":"%s","kind":"PERIODIC_REPORT",
                     "form":"SIX_MONTH","opens":"ASSIGNMENT","subject":"Báo cáo 6 tháng đầu năm","occurrence":"2024",
                     "dueDay":"%s","dueAt":"%s","requiredCount":1,"recordedCount":0%s%s}""".formatted(
                            id,
                            planId,
                            obligationId,
                            organisationId,
                            dueDay,
                            Days.endOf(dueDay),
                            facts.contains("accepted") ? "" : ", \"accepted\": false",
                            facts);
        }

        public Assignment send() {
            sendAs(sequence++);
            return this;
        }

        public void sendAs(long asSequence) {
            TestEvents.send("plans.assignment.v1", id.toString(), "plans.assignment.changed.v1", asSequence, json());
        }
    }

    public static Assignment anAssignment(KnownOrganisation organisation, LocalDate dueDay) {
        return anAssignment(organisation, dueDay, Uuid7.next(), Uuid7.next());
    }

    /// One of several that the same obligation gives to different organisations.
    public static Assignment anAssignment(
            KnownOrganisation organisation, LocalDate dueDay, UUID plan, UUID obligation) {
        return new Assignment(plan, obligation, organisation.id(), dueDay);
    }

    /// A registration of one member in one campaign.
    public static final class Registration {
        public final UUID id = Uuid7.next();
        public final UUID campaignId;
        public final UUID memberId;
        public final UUID planId = Uuid7.next();
        private final UUID organisationId;
        private final LocalDate dueDay;
        private long sequence;

        private Registration(UUID campaignId, UUID memberId, UUID organisationId, LocalDate dueDay) {
            this.campaignId = campaignId;
            this.memberId = memberId;
            this.organisationId = organisationId;
            this.dueDay = dueDay;
        }

        public Registration send(String status) {
            return send(status, "");
        }

        public Registration returnedUntil(LocalDate day) {
            return send("RETURNED", ", \"returnedUntil\":\"" + day + "\"");
        }

        private Registration send(String status, String facts) {
            TestEvents.send(
                    "registrations.registration.v1",
                    id.toString(),
                    "registrations.registration.changed.v1",
                    sequence++,
                    """
                    {"id":"%s","campaignId":"%s","planId":"%s","obligationId":"%s","memberId":"%s",
                     "organisationId":"%s","organisationIds":["%s"],"status":"%s","owedAt":"2024-01-15T01:00:00Z",
                     "dueAt":"%s"%s}""".formatted(
                                    id,
                                    campaignId,
                                    planId,
                                    Uuid7.next(),
                                    memberId,
                                    organisationId,
                                    organisationId,
                                    status,
                                    Days.endOf(dueDay),
                                    facts));
            return this;
        }

        public Registration contact(String subject, String language) {
            return contact(subject, language, "a@example.vn");
        }

        public Registration contact(String subject, String language, String email) {
            TestEvents.send(
                    "registrations.member-contact.v1",
                    memberId.toString(),
                    "registrations.member-contact.changed.v1",
                    0,
                    """
                    {"id":"%s","holderIssuer":"%s","holderSubject":"%s","email":"%s","language":"%s"}""".formatted(memberId, Tokens.ISSUER, subject, email, language));
            return this;
        }

        public void eraseContact() {
            TestEvents.send(
                    "registrations.member-contact.v1",
                    memberId.toString(),
                    UUID.randomUUID(),
                    "registrations.member-contact.erased.v1",
                    1,
                    null);
        }
    }

    public static Registration aRegistration(UUID campaign, KnownOrganisation organisation, LocalDate dueDay) {
        return new Registration(campaign, Uuid7.next(), organisation.id(), dueDay);
    }

    /// What the same member owes next, perhaps elsewhere.
    public static Registration theNextAfter(Registration former, KnownOrganisation organisation) {
        return new Registration(Uuid7.next(), former.memberId, organisation.id(), former.dueDay);
    }

    public static void campaign(UUID id, String title, String status, long sequence) {
        TestEvents.send(
                "registrations.campaign.v1",
                id.toString(),
                "registrations.campaign.changed.v1",
                sequence,
                """
                {"id":"%s","planId":"%s","obligationId":"%s","form":"REGISTRATION","status":"%s","title":"%s"}""".formatted(id, Uuid7.next(), Uuid7.next(), status, title));
    }

    /// The reminders of a duty as `rung status`, earliest first, for one last on-time day.
    public static List<String> remindersOf(UUID duty, LocalDate dueDay) {
        return rows(
                "select rung || ' ' || status from reminder where duty_id = ?1 and due_day = ?2 order by rung",
                duty,
                dueDay);
    }

    public static List<String> statusesOf(UUID duty) {
        return rows("select status from reminder where duty_id = ?1 group by status order by status", duty);
    }

    public static long notificationsAbout(UUID duty) {
        return rows("select id::text from notification where duty_id = ?1", duty)
                .size();
    }

    public static List<String> recipientsOf(UUID duty) {
        return rows("select recipient_subject from notification where duty_id = ?1 order by position", duty);
    }

    public static List<String> rows(String sql, Object... parameters) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var query = entities().createNativeQuery(sql, String.class);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            var rows = new ArrayList<String>();
            for (var row : query.getResultList()) {
                rows.add((String) row);
            }
            return rows;
        });
    }

    public static int execute(String sql, @Nullable Object... parameters) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var query = entities().createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.executeUpdate();
        });
    }

    private static EntityManager entities() {
        return Arc.container().instance(EntityManager.class).get();
    }
}
