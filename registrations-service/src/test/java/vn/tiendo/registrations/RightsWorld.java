package vn.tiendo.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.made;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.RightsPolicy.Caller;
import vn.tiendo.registrations.RightsPolicy.Place;
import vn.tiendo.registrations.Scene.Person;

/// One thing of every sort at one organisation, and one holder of every role at it and around it.
final class RightsWorld {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private final Map<String, String> ids = new HashMap<>();
    private final List<Caller> callers = new ArrayList<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final KnownOrganisation province = TestTree.aRoot();
    final KnownOrganisation own = TestTree.aChildOf(province);
    final KnownOrganisation subordinate = TestTree.aChildOf(own);
    final KnownOrganisation sibling = TestTree.aChildOf(province);
    final Scene scene = new Scene(own);
    final Person member = scene.aMember(own);
    final Person missing = scene.aMember(own);
    private final String secretary = scene.aSecretaryOf(own);
    private final RightsPersons persons;

    RightsWorld() {
        keep("own", own.id());
        keep("subordinate", subordinate.id());
        keep("sibling", sibling.id());
        keep("member", member.id());
        keep("missing", missing.id());
        keep("own.purpose", "PHONE_MESSAGES");
        keep("member.purpose", "PHONE_MESSAGES");
        makePersonal();
        makeCallers();
        signTokens();
        persons = new RightsPersons(this, province);
        makeCampaign();
        makeReviewsAndRatings();
        makeExemplars();
        persons.makeThingsOfSelf();
    }

    /// Signed by the thread of the test: others have not its class loader.
    private void signTokens() {
        callers.forEach(caller -> tokens.put(caller.subject(), Tokens.of(caller.subject())));
    }

    List<Caller> callers() {
        return callers;
    }

    /// A member of the own organisation who holds every post above it.
    Caller self() {
        return new Caller(persons.self(), null, null);
    }

    String id(String name) {
        var id = ids.get(name);
        assertThat(id).as(name).isNotNull();
        return id;
    }

    boolean has(String name) {
        return ids.containsKey(name);
    }

    void keep(String name, @Nullable Object id) {
        assertThat(id).as(name).isNotNull();
        ids.put(name, String.valueOf(id));
    }

    private void makeCallers() {
        callers.add(new Caller("nobody-" + own.code(), null, null));
        var places = Map.of(
                Place.OWN, own,
                Place.SUBORDINATE, subordinate,
                Place.SUPERIOR, province,
                Place.SIBLING, sibling,
                Place.FOREIGN, TestTree.aRoot());
        for (var place : Place.values()) {
            for (var role : Role.values()) {
                callers.add(new Caller(TestTree.aHolderOf(role, places.get(place)), place, role));
            }
        }
    }

    /// Owed by the own organisation and by the subordinate; one of its members has submitted, another nothing.
    private void makeCampaign() {
        new RightsThings(this).makeCampaign();
    }

    private void makeReviewsAndRatings() {
        keep("review", create(secretary, "members/reviews", map(aSitting(this))).path("items[0].id"));
        keep("group", made(create(secretary, "ratings/groups", map(aRatingGroup(this)))));
        var opened = create(secretary, "ratings", map(newRatings(this)));
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        keep("rating", opened.path("items[0].id"));
    }

    private void makeExemplars() {
        keep("nomination", made(create(secretary, "nominations", map(aNomination(this)))));
        keep("deed", made(create(secretary, "good-deeds", map(aGoodDeed(this)))));
        var obligation = Uuid7.next();
        var assignment = Uuid7.next();
        TestEvents.send("plans.plan.v1", Uuid7.next().toString(), "plans.plan.issued.v1", 1, """
            {"id":"%s","status":"ISSUED","obligations":[{"id":"%s","kind":"EXEMPLAR_NOMINATION","form":"MODEL",
             "minCount":2}]}\
            """.formatted(
                        Uuid7.next(), obligation));
        TestEvents.send("plans.assignment.v1", assignment.toString(), "plans.assignment.opened.v1", 1, """
            {"id":"%s","planId":"%s","obligationId":"%s","organisationId":"%s","kind":"EXEMPLAR_NOMINATION",
             "occurrence":"2024"}\
            """.formatted(
                        assignment, Uuid7.next(), obligation, own.id()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Scene.count(
                                "select count(*) from nomination_debt d join nomination_quota q on q.obligation_id ="
                                        + " d.obligation_id where d.id = ?1",
                                assignment)
                        == 1);
        keep("quota", assignment);
    }

    /// The two members have one name and birth date, so they may be one person.
    private void makePersonal() {
        keep(
                "duplicate",
                Requests.get(secretary, "members/duplicates?organisation=" + own.id())
                        .path("items[0].id"));
        keep("request", made(create(member.token(), "data-subject-requests", Map.of("kind", "ERASURE"))));
        keep(
                "import",
                Scene.as(secretary)
                        .contentType("text/csv")
                        .body(aFileOfMembers(this).toString().getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/members/imports?dryRun=true")
                        .path("id"));
    }

    static Object aFileOfMembers(RightsWorld world) {
        return "name,birthDate,category,status,organisationCode,from,cardNumber\nTrần Thị Bình,1990-02-03,PARTY_MEMBER,"
                + "ACTIVE," + world.own.code() + ",2020-01-01,90.123456\n";
    }

    static Object aTransfer(RightsWorld world) {
        return Map.of(
                "fromOrganisationId",
                world.id("own"),
                "toOrganisationId",
                world.id("subordinate"),
                "from",
                "2026-01-01");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object body) {
        return (Map<String, Object>) body;
    }

    /// @param subject nobody when absent
    /// @param body text goes as it is, as a table where it is one; everything else as JSON
    HttpResponse<String> send(@Nullable String subject, String method, String path, @Nullable Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                    .header("Accept-Language", "en");
            if (subject != null) {
                request.header("Authorization", "Bearer " + tokens.computeIfAbsent(subject, Tokens::of));
            }
            if (body != null) {
                request.header(
                        "Content-Type",
                        !(body instanceof String)
                                ? "application/json"
                                : path.contains("/imports") ? "text/csv" : "application/octet-stream");
            }
            return CLIENT.send(
                    request.method(
                                    method,
                                    body == null
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofString(
                                                    body instanceof String text ? text : JSON.writeValueAsString(body)))
                            .build(),
                    BodyHandlers.ofString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Object aMember(RightsWorld world) {
        return Map.of(
                "name",
                "Trần Thị Bình",
                "birthDate",
                "1990-02-03",
                "category",
                "PARTY_MEMBER",
                "status",
                "ACTIVE",
                "memberships",
                List.of(Map.of("organisationId", world.id("own"), "from", "2020-01-01")));
    }

    static Object content(RightsWorld world) {
        return Map.of("study", "Học", "follow", "Làm", "exemplaryConduct", "Nêu gương");
    }

    static Object aSitting(RightsWorld world) {
        return Map.of(
                "organisationId",
                world.id("own"),
                "year",
                2024,
                "heldOn",
                "2024-12-10",
                "memberIds",
                List.of(world.id("member")));
    }

    static Object aRatingRule(RightsWorld world) {
        return Map.of(
                "document",
                "2-QĐ/TW",
                "documentDate",
                "2098-01-01",
                "inForceFrom",
                "2098-01-01",
                "capGrade",
                "A",
                "capBase",
                "B",
                "capPercent",
                20,
                "rounding",
                "DOWN",
                "grades",
                List.of(
                        Map.of("code", "A", "nameVi", "A", "nameEn", "A"),
                        Map.of("code", "B", "nameVi", "B", "nameEn", "B")));
    }

    static Object aConsentText(RightsWorld world) {
        return Map.of(
                "purpose", "PHONE_MESSAGES", "inForceFrom", "2098-01-01", "textVi", "Tôi đồng ý", "textEn", "I agree");
    }

    static Object aConsent(RightsWorld world) {
        return Map.of("purpose", "PHONE_MESSAGES", "agreed", true, "textNumber", 1, "evidence", "Hồ sơ 12");
    }

    static Object aRatingGroup(RightsWorld world) {
        return Map.of(
                "organisationId",
                world.id("own"),
                "year",
                2025,
                "subject",
                "INDIVIDUAL",
                "name",
                "Đảng viên " + UUID.randomUUID());
    }

    static Object newRatings(RightsWorld world) {
        return Map.of(
                "groupId",
                world.id("group"),
                "subjects",
                List.of(Map.of("organisationId", world.id("own"), "memberId", world.id("member"), "head", false)));
    }

    static Object aNomination(RightsWorld world) {
        return Map.of(
                "organisationId",
                world.id("own"),
                "year",
                2024,
                "form",
                "INDIVIDUAL",
                "memberId",
                world.id("member"),
                "achievement",
                "Gương mẫu");
    }

    static Object aGoodDeed(RightsWorld world) {
        return Map.of(
                "organisationId",
                world.id("own"),
                "memberId",
                world.id("member"),
                "deed",
                "Trả lại của rơi",
                "doneOn",
                "2024-05-01");
    }

    static Object anAssessment(RightsWorld world) {
        return Map.of("items", RightsThings.attained());
    }

    static Object anExemption(RightsWorld world) {
        return RightsThings.exemptionOf(world.id("exemptable"));
    }

    static Object aForm(RightsWorld world) {
        return Map.of("organisationId", world.id("own"), "basedOn", world.id("shipped"), "title", "Mẫu của đơn vị");
    }

    static Object aFormChange(RightsWorld world) {
        return Map.of(
                "title",
                "Mẫu của đơn vị",
                "sections",
                Requests.get(world.scene.officer, "registration-forms/" + world.id("shipped"))
                        .<List<Object>>path("sections"));
    }
}
