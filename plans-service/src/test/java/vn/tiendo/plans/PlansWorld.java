package vn.tiendo.plans;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.test.Tokens;

/// A world for tests, made through the service's own interface: every test grows a province of its own under the one
/// root.
public final class PlansWorld {

    public static final String FIRST_ADMINISTRATOR = "quantri";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private PlansWorld() {}

    public record Unit(UUID id, String code, UUID parentId) {}

    public static Response post(String subject, String path, Object body) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    public static Response command(String subject, String path, @Nullable String ifMatch, @Nullable Object body) {
        var request = given().auth().oauth2(Tokens.of(subject)).contentType(ContentType.JSON);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return body == null ? request.post(path) : request.body(body).post(path);
    }

    public static Response get(String subject, String path) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .urlEncodingEnabled(false)
                .get(path);
    }

    public static synchronized UUID root() {
        List<String> ids = get(FIRST_ADMINISTRATOR, "/api/v1/organisations?code=ROOT")
                .jsonPath()
                .getList("items.id");
        if (ids != null && !ids.isEmpty()) {
            return UUID.fromString(ids.getFirst());
        }
        var id = UUID.fromString(post(
                        FIRST_ADMINISTRATOR,
                        "/api/v1/organisations",
                        Map.of(
                                "code", "ROOT",
                                "name", "Trung ương",
                                "kind", "CENTRAL",
                                "hierarchy", "PARTY",
                                "validFrom", "2000-01-01"))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        give(FIRST_ADMINISTRATOR, FIRST_ADMINISTRATOR, "ADMINISTRATOR", id)
                .then()
                .statusCode(201);
        return id;
    }

    public static Unit aProvince() {
        return aUnit(root(), "PROVINCE_COMMITTEE");
    }

    public static Unit aUnit(UUID parent, String kind) {
        var code = "U" + COUNT.incrementAndGet() + "-"
                + UUID.randomUUID().toString().substring(0, 6);
        String id = post(
                        FIRST_ADMINISTRATOR,
                        "/api/v1/organisations",
                        Map.of(
                                "parentId",
                                parent,
                                "code",
                                code,
                                "name",
                                "Đơn vị " + code,
                                "kind",
                                kind,
                                "hierarchy",
                                "PARTY",
                                "validFrom",
                                "2000-01-01"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Unit(UUID.fromString(id), code, parent);
    }

    public static Response give(String giver, String holder, String role, UUID organisation) {
        return post(
                giver,
                "/api/v1/posts",
                Map.of(
                        "organisationId",
                        organisation,
                        "role",
                        role,
                        "holderSubject",
                        holder,
                        "validFrom",
                        "2000-01-01"));
    }

    /// Somebody new who holds the role there.
    public static String aHolder(String role, UUID organisation) {
        var subject = role.toLowerCase(Locale.ROOT) + COUNT.incrementAndGet();
        give(FIRST_ADMINISTRATOR, subject, role, organisation).then().statusCode(201);
        return subject;
    }

    public static Map<String, Object> anObligation(
            String code, String kind, Object debtors, @Nullable Object deadline) {
        var obligation = new HashMap<String, Object>();
        obligation.put("code", code);
        obligation.put("kind", kind);
        obligation.put("tier", "CORE");
        obligation.put("subject", "Các chi bộ, đảng bộ cơ sở");
        obligation.put("debtors", debtors);
        if (deadline != null) {
            obligation.put("deadline", deadline);
        }
        return obligation;
    }

    /// All units of a kind directly under an anchor.
    public static Map<String, Object> childrenOf(UUID anchor, String kind) {
        return Map.of(
                "anyOf",
                List.of(Map.of("kinds", List.of(kind), "under", anchor, "tierFrom", 1, "tierTo", 1)),
                "except",
                List.of());
    }

    public static Map<String, Object> named(UUID... organisations) {
        return Map.of("anyOf", List.of(Map.of("organisations", List.of(organisations))), "except", List.of());
    }

    public static Map<String, Object> before(LocalDate day) {
        return Map.of("type", "BEFORE_DATE", "raw", "trước ngày " + day, "date", day.toString(), "exclusive", true);
    }

    @SafeVarargs
    public static Map<String, Object> aPlan(UUID organisation, Map<String, Object>... obligations) {
        var plan = new HashMap<String, Object>();
        plan.put("organisationId", organisation);
        plan.put("type", "PLAN");
        plan.put("number", Integer.toString(COUNT.incrementAndGet()));
        plan.put("symbol", "KH/TU");
        plan.put("issueDate", "2024-03-01");
        plan.put("title", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh");
        plan.put("year", 2024);
        plan.put("periodFrom", "2024-01-01");
        plan.put("periodTo", "2024-12-31");
        plan.put("obligations", new ArrayList<>(List.of(obligations)));
        return plan;
    }

    /// All fifteen of the collective leadership in favour.
    public static Map<String, Object> aVote() {
        return Map.of(
                "body",
                "COLLECTIVE_LEADERSHIP",
                "heldOn",
                "2024-01-20",
                "present",
                15,
                "inFavour",
                15,
                "against",
                0,
                "abstained",
                0);
    }

    /// Drafts, adopts and issues, and waits until every assignment is open.
    public static UUID anIssuedPlan(UUID organisation, Map<String, Object> plan) {
        var leader = aHolder("COMMITTEE_LEADER", organisation);
        var drafted = post(aHolder("COMMITTEE_OFFICER", organisation), "/api/v1/plans", plan);
        drafted.then().statusCode(201);
        var path = "/api/v1/plans/" + drafted.path("id");
        var adopted = command(leader, path + "/adoption", drafted.header("ETag"), aVote());
        adopted.then().statusCode(200);
        command(leader, path + "/issuance", adopted.header("ETag"), null).then().statusCode(200);
        awaitOpened(leader, path);
        return UUID.fromString(drafted.path("id"));
    }

    /// Until the plan is changed by nobody but people.
    public static void awaitOpened(String leader, String plan) {
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> get(leader, plan).path("assignmentsOpenedAt") != null);
    }

    public static List<Map<String, Object>> assignments(String subject, String filter) {
        var page = get(subject, "/api/v1/assignments?limit=200&" + filter);
        page.then().statusCode(200);
        return page.jsonPath().getList("items");
    }
}
