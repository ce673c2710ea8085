package vn.tiendo.registrations;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;

/// One committee with its cells, people and plan; each test sets its own scene, through public behaviour only.
public final class Scene {

    public static final String CONTENT = """
        {"study":"Học tập chuyên đề năm","follow":"Làm theo từng việc cụ thể","exemplaryConduct":"Nêu gương trước chi bộ"}""";

    private static final AtomicInteger COUNT = new AtomicInteger();

    public final KnownOrganisation committee;
    public final String officer;
    public final String administrator;
    public final UUID plan = Uuid7.next();
    public final UUID obligation = Uuid7.next();

    public Scene() {
        this(TestTree.aRoot());
    }

    /// Another plan of the same committee.
    public Scene(KnownOrganisation committee) {
        this.committee = committee;
        this.officer = Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee));
        this.administrator = Tokens.of(TestTree.aHolderOf(Role.ADMINISTRATOR, committee));
    }

    /// A person with a subject to sign in with.
    public record Person(UUID id, String subject) {
        public String token() {
            return Tokens.of(subject);
        }
    }

    public KnownOrganisation aCell() {
        return TestTree.aChildOf(committee);
    }

    public String aSecretaryOf(KnownOrganisation cell) {
        return Tokens.of(TestTree.aHolderOf(Role.CELL_SECRETARY, cell));
    }

    public Person aMember(KnownOrganisation... organisations) {
        return aMember("ACTIVE", organisations);
    }

    public Person aMember(String status, KnownOrganisation... organisations) {
        var subject = "person-" + COUNT.incrementAndGet(); // no holder of a post is called so
        var id = addMember(administrator, memberJson("Nguyễn Văn An", status, subject, null, organisations))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return new Person(UUID.fromString(id), subject);
    }

    public static Response addMember(String token, String json) {
        return as(token).body(json).post("/api/v1/members");
    }

    public static String memberJson(
            String name, String status, String subject, @Nullable String card, KnownOrganisation... organisations) {
        var memberships = new ArrayList<String>();
        for (var organisation : organisations) {
            memberships.add("{\"organisationId\":\"" + organisation.id() + "\",\"from\":\"2020-01-01\"}");
        }
        return """
            {"name":"%s","birthDate":"1986-05-12","category":"PARTY_MEMBER","status":"%s","language":"vi",
             "email":"%s@example.org","identityIssuer":"%s","identitySubject":"%s"%s,
             "memberships":[%s]}""".formatted(
                        name,
                        status,
                        subject,
                        Tokens.ISSUER,
                        subject,
                        card == null ? "" : ",\"cardNumber\":\"" + card + "\"",
                        String.join(",", memberships));
    }

    public void issuePlan() {
        planIs("ISSUED", 1, "[]");
    }

    public void planIs(String status, long sequence, String exempt) {
        TestEvents.send("plans.plan.v1", plan.toString(), "plans.plan.issued.v1", sequence, """
            {"id":"%s","organisationId":"%s","type":"PLAN","title":"Kế hoạch học tập","year":2024,"status":"%s",
             "obligations":[{"id":"%s","code":"S2-12","kind":"INDIVIDUAL_REGISTRATION","form":"REGISTRATION",
             "subject":"mỗi đảng viên","exempt":%s}]}""".formatted(
                        plan, committee.id(), status, obligation, exempt));
    }

    /// @return the assignment
    public UUID assign(KnownOrganisation cell, Instant dueAt) {
        var assignment = Uuid7.next();
        assign(assignment, cell.id(), "2024", dueAt, 1);
        return assignment;
    }

    public void assign(UUID assignment, UUID organisation, String occurrence, Instant dueAt, long sequence) {
        TestEvents.send(
                "plans.assignment.v1", assignment.toString(), "plans.assignment.opened.v1", sequence, """
                    {"id":"%s","planId":"%s","obligationId":"%s","organisationId":"%s","kind":"INDIVIDUAL_REGISTRATION",
                     "opens":"CAMPAIGN","subject":"x","occurrence":"%s","opensOn":"2024-01-02","dueAt":"%s"}""".formatted(
                                assignment, plan, obligation, organisation, occurrence, dueAt));
    }

    /// An organisation under the committee is merged into another one.
    public void end(KnownOrganisation ending, LocalDate lastDay, KnownOrganisation successor) {
        TestEvents.send(
                "plans.organisation.v1", ending.id().toString(), "plans.organisation.merged.v1", 5, """
                {"id":"%s","code":"%s","name":"%s","kind":"CELL","parentId":"%s","path":"%s","validFrom":"%s",
                 "validTo":"%s","successorIds":["%s"]}""".formatted(
                                ending.id(),
                                ending.code(),
                                ending.name(),
                                committee.id(),
                                ending.path(),
                                TestTree.LONG_AGO,
                                lastDay,
                                successor.id()));
    }

    public static Instant tomorrow() {
        return Instant.now().plus(Duration.ofDays(1));
    }

    /// The campaign, once all of its units are known.
    public UUID campaign(int units) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> uuids("""
                    select c.id from campaign c where c.obligation_id = ?1 and c.organisation_path is not null
                       and (select count(*) from campaign_unit u where u.campaign_id = c.id
                             and u.organisation_path is not null) = ?2""", obligation, units), found -> found.size() == 1)
                .getFirst();
    }

    public UUID openCampaign(int units) {
        var campaign = campaign(units);
        as(officer)
                .header("If-Match", etag(officer, "/api/v1/campaigns/" + campaign))
                .post("/api/v1/campaigns/" + campaign + "/opening")
                .then()
                .statusCode(200);
        awaitFrozen(campaign);
        return campaign;
    }

    public static void awaitFrozen(UUID campaign) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count(
                                "select count(*) from campaign_unit where campaign_id = ?1 and roster_frozen_at is"
                                        + " null",
                                campaign)
                        == 0);
    }

    /// The numbers of all waiting deltas have reached the folded rows.
    public static void awaitFolded() {
        await().atMost(Duration.ofSeconds(20)).until(() -> count("select count(*) from unit_delta") == 0);
    }

    /// The usual scene: an open campaign in which the people of the cells owe.
    public UUID open(KnownOrganisation... cells) {
        issuePlan();
        for (var cell : cells) {
            assign(cell, tomorrow());
        }
        return openCampaign(cells.length);
    }

    public static UUID registrationOf(Person person, UUID campaign) {
        return uuids("select id from registration where campaign_id = ?1 and member_id = ?2", campaign, person.id())
                .getFirst();
    }

    public static Response submit(String token, UUID registration, @Nullable String etag) {
        return command(token, registration, "submission", etag, "{\"content\":" + CONTENT + "}");
    }

    public static Response accept(String token, UUID registration, @Nullable String etag) {
        return command(token, registration, "acceptance", etag, null);
    }

    public static Response giveBack(String token, UUID registration, @Nullable String etag) {
        return command(token, registration, "return", etag, "{\"reason\":\"Chưa có việc cụ thể\"}");
    }

    public static Response command(
            String token, UUID registration, String command, @Nullable String etag, @Nullable String body) {
        var request = as(token);
        if (etag != null) {
            request.header("If-Match", etag);
        }
        if (body != null) {
            request.body(body);
        }
        return request.post("/api/v1/registrations/" + registration + "/" + command);
    }

    public static String etagOf(String token, UUID registration) {
        return etag(token, "/api/v1/registrations/" + registration);
    }

    public static String etag(String token, String path) {
        return as(token).get(path).then().statusCode(200).extract().header("ETag");
    }

    public static io.restassured.specification.RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static void execute(String sql, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = Arc.container().instance(EntityManager.class).get().createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            query.executeUpdate();
        });
    }

    public static List<UUID> uuids(String sql, Object... parameters) {
        return query(sql, UUID.class, parameters);
    }

    public static long count(String sql, Object... parameters) {
        return query(sql, Long.class, parameters).getFirst();
    }

    public static <T> List<T> query(String sql, Class<T> type, Object... parameters) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var query = Arc.container().instance(EntityManager.class).get().createNativeQuery(sql, type);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            @SuppressWarnings("unchecked")
            List<T> found = query.getResultList();
            return List.copyOf(found);
        });
    }
}
