package vn.tiendo.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.aVote;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.assignments;
import static vn.tiendo.plans.PlansWorld.before;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.give;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.RightsPolicy.Caller;
import vn.tiendo.plans.RightsPolicy.Place;
import vn.tiendo.plans.RightsPolicy.Row;
import vn.tiendo.plans.RightsPolicy.Shape;

/// Walks every operation of the service as everybody who could call it, and compares with [RightsPolicy].
@QuarkusTest
class RightsWalkTest {

    private static final String PREFIX = "/api/v1";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 404, 405, 415, 428);
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private static @Nullable RightsWorld made;

    private static synchronized RightsWorld world() {
        if (made == null) {
            made = new RightsWorld();
        }
        return made;
    }

    @TestFactory
    Stream<DynamicTest> everybody_may_what_the_table_says_and_nothing_else() {
        return RightsPolicy.rows().stream().map(row -> dynamicTest(row.operation(), () -> walk(row)));
    }

    @Test
    void every_operation_of_the_interface_has_its_row_and_every_row_its_operation() {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .get("/openapi/plans?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");
        var operations = new ArrayList<String>();
        paths.forEach((path, item) -> item.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method ->
                        operations.add(method.toUpperCase(Locale.ROOT) + " " + path.substring(PREFIX.length()))));
        assertThat(RightsPolicy.rows()).extracting(Row::operation).containsExactlyInAnyOrderElementsOf(operations);
    }

    private static void walk(Row row) {
        var world = world();
        var wrong = new ArrayList<String>();
        if (row.shape() != Shape.SECRET) {
            compare("somebody without a token", "401", said(send(row, null)), wrong);
        } else {
            compare("a calendar program", "200", said(send(row, null)), wrong);
        }
        var responses = responses(row);
        world.callers()
                .forEach(caller ->
                        compare(caller.toString(), expected(row, caller), got(row, responses.get(caller)), wrong));
        assertThat(wrong).as(row.operation() + " of " + row.thing()).isEmpty();
    }

    /// What changes nothing is asked at the same time; what does, first by those who must not.
    private static Map<Caller, HttpResponse<String>> responses(Row row) {
        var responses = new ConcurrentHashMap<Caller, HttpResponse<String>>();
        var callers = row.shape() == Shape.CREATE || row.shape() == Shape.EACH
                ? world().callers().stream().sorted(Comparator.comparing(row.acts()::test))
                : world().callers().parallelStream();
        callers.forEach(caller -> responses.put(caller, send(row, caller.subject())));
        return responses;
    }

    private static void compare(String caller, String expected, String got, List<String> wrong) {
        if (!expected.equals(got)) {
            wrong.add(caller + ": expected " + expected + ", got " + got);
        }
    }

    private static String expected(Row row, Caller caller) {
        var sees = row.sees().test(caller);
        var acts = row.acts().test(caller);
        assertThat(sees || !acts).as("who may act sees: " + caller).isTrue();
        return switch (row.shape()) {
            case READ -> sees ? "200" : "404";
            case LIST -> sees ? "in it" : "not in it";
            case CHANGE -> acts ? "428" : sees ? "403" : "404";
            case CREATE -> acts ? "done" : sees ? "403" : "404";
            case EACH -> acts ? "done" : sees ? "refused" : "not in it";
            case SECRET -> "200";
        };
    }

    private static String got(Row row, HttpResponse<String> response) {
        return switch (row.shape()) {
            case READ, CHANGE, SECRET -> said(response);
            case CREATE -> isDone(response) ? "done" : said(response);
            case LIST -> listed(row, response);
            case EACH -> outcome(row, response);
        };
    }

    private static boolean isDone(HttpResponse<String> response) {
        return response.statusCode() < 500 && !REFUSED.contains(response.statusCode());
    }

    private static String said(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 200, 401, 403, 404, 428 -> Integer.toString(response.statusCode());
            default -> response.statusCode() + " " + response.body();
        };
    }

    private static String listed(Row row, HttpResponse<String> response) {
        if (response.statusCode() == 404) {
            return "not in it";
        }
        if (response.statusCode() != 200) {
            return said(response);
        }
        return JsonPath.from(response.body()).getList("items.id").contains(world().id(row.thing()))
                ? "in it"
                : "not in it";
    }

    private static String outcome(Row row, HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            return said(response);
        }
        List<Map<String, Object>> items = JsonPath.from(response.body()).getList("items");
        return items.stream()
                .filter(item -> item.get("id").equals(world().id(row.thing())))
                .map(item -> Boolean.TRUE.equals(item.get("waived"))
                        ? "done"
                        : "role-required".equals(item.get("refusal")) ? "refused" : item.toString())
                .findFirst()
                .orElse("not in it");
    }

    private static HttpResponse<String> send(Row row, @Nullable String subject) {
        var words = row.operation().split(" ");
        var path = new StringBuilder();
        var parameters = PARAMETER.matcher(words[1]);
        while (parameters.find()) {
            var own = row.thing() + "." + parameters.group(1);
            parameters.appendReplacement(
                    path, Matcher.quoteReplacement((String) world().id(world().has(own) ? own : row.thing())));
        }
        parameters.appendTail(path);
        var query = PARAMETER
                .matcher(row.query())
                .replaceAll(name -> Matcher.quoteReplacement((String) world().id(name.group(1))));
        if (row.shape() == Shape.LIST) {
            query = query + (query.isEmpty() ? "" : "&") + "limit=200";
        }
        return world().send(
                        subject,
                        words[0],
                        PREFIX + path + (query.isEmpty() ? "" : "?" + query),
                        row.body() == null ? null : row.body().apply(world()));
    }

    @Test
    void inspectors_write_inspections_and_nothing_else() {
        var inspector = holder("INSPECTOR", Place.OWN);
        var inspection = new HashMap<>(RightsWorld.aMeetingHeld(world()));
        inspection.put("kind", "INSPECTION");
        inspection.put(
                "inspection",
                Map.of(
                        "subjects",
                        List.of(Map.of("organisationId", world().subordinate.id()))));
        post(inspector, "/api/v1/activities", inspection).then().statusCode(201);
        post(inspector, "/api/v1/activities", RightsWorld.aMeetingHeld(world()))
                .then()
                .statusCode(403);
        post(holder("AUDITOR", Place.OWN), "/api/v1/activities", inspection)
                .then()
                .statusCode(403);
    }

    @Test
    void a_bound_organisation_reads_an_issued_plan_with_its_files_and_never_the_draft() {
        var member = holder("MEMBER", Place.SUBORDINATE);
        var path = "/api/v1/plans/" + world().id("published");
        get(member, path).then().statusCode(200);
        get(member, path + "/documents/" + world().id("published.document") + "/content")
                .then()
                .statusCode(200);
        get(member, "/api/v1/plans/" + world().id("draft")).then().statusCode(404);
        String amendment =
                command(world().leader, path + "/amendments", null, null).path("id");
        get(holder("COMMITTEE_LEADER", Place.SUBORDINATE), "/api/v1/plans/" + amendment)
                .then()
                .statusCode(404);
        get(member, path + "/diff?against=" + amendment).then().statusCode(404);
    }

    @Test
    void members_read_what_their_own_organisation_issues_whoever_it_binds() {
        var unit = aUnit(world().own.id(), "CELL");
        var plan = anIssuedPlan(unit.id(), aPlan(unit.id()));
        get(aHolder("MEMBER", unit.id()), "/api/v1/plans/" + plan).then().statusCode(200);
        get(aHolder("MEMBER", world().sibling.id()), "/api/v1/plans/" + plan)
                .then()
                .statusCode(404);
    }

    @Test
    void what_a_superior_demands_is_told_with_a_plan_only_to_those_who_may_read_it_there() {
        var path = "/api/v1/plans/" + world().id("published") + "/demands";
        var demands = get(world().clerk, path).jsonPath().getList("items.planId");
        assertThat(demands).contains(world().id("assignment.plan"));
        get(holder("COMMITTEE_OFFICER", Place.SUBORDINATE), path)
                .then()
                .statusCode(200)
                .body("items.size()", is(0));
    }

    @Test
    void via_and_recipient_reach_exactly_their_items() {
        var issuer = aUnit(world().own.parentId(), "GRASSROOTS_COMMITTEE");
        var debtor = aUnit(issuer.id(), "CELL");
        var through = anObligation("V", "COLLECTIVE_PLAN", named(debtor.id()), before(LocalDate.of(2024, 4, 10)));
        through.put("viaOrganisationId", world().sibling.id());
        var received = anObligation("R", "COLLECTIVE_PLAN", named(debtor.id()), before(LocalDate.of(2024, 4, 11)));
        received.put("recipientOrganisationId", world().sibling.id());
        var neither = anObligation("N", "COLLECTIVE_PLAN", named(debtor.id()), before(LocalDate.of(2024, 4, 12)));
        var plan = anIssuedPlan(issuer.id(), aPlan(issuer.id(), through, received, neither));
        var all = assignments(aHolder("COMMITTEE_OFFICER", issuer.id()), "plan=" + plan);
        assertThat(all).hasSize(3);
        var codes = new LinkedHashSet<Object>();
        var seen = assignments(holder("COMMITTEE_OFFICER", Place.SIBLING), "plan=" + plan);
        seen.forEach(each -> codes.add(each.get("dueDay")));
        assertThat(codes).containsExactlyInAnyOrder("2024-04-09", "2024-04-10");
        for (var each : all) {
            var status = get(holder("COMMITTEE_OFFICER", Place.SIBLING), "/api/v1/assignments/" + each.get("id"))
                    .statusCode();
            assertThat(status).isEqualTo(each.get("dueDay").equals("2024-04-11") ? 404 : 200);
        }
        command(
                        holder("COMMITTEE_LEADER", Place.SIBLING),
                        "/api/v1/assignments/" + seen.getFirst().get("id") + "/waiver",
                        "*",
                        Map.of("reason", "Không phải việc của mình"))
                .then()
                .statusCode(403);
        assertThat(assignments(holder("MEMBER", Place.SIBLING), "plan=" + plan)).isEmpty();
    }

    @Test
    void a_post_that_ended_gives_nothing_at_once() {
        var draft = "/api/v1/plans/" + world().id("draft");
        var subject = "ended-" + UUID.randomUUID();
        String post = give(
                        FIRST_ADMINISTRATOR,
                        subject,
                        "COMMITTEE_LEADER",
                        world().own.id())
                .path("id");
        command(subject, draft + "/adoption", null, aVote()).then().statusCode(428);
        command(
                        FIRST_ADMINISTRATOR,
                        "/api/v1/posts/" + post + "/ending",
                        "*",
                        Map.of("lastDay", LocalDate.now().minusDays(2).toString()))
                .then()
                .statusCode(200);
        command(subject, draft + "/adoption", "*", aVote()).then().statusCode(404);
        get(subject, draft).then().statusCode(404);
        get(subject, "/api/v1/organisations/" + world().own.id()).then().statusCode(404);
        assertThat(get(subject, "/api/v1/plans?limit=200").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void an_author_does_not_adopt_the_own_plan_whatever_posts_it_holds() {
        var author = aHolder("COMMITTEE_LEADER", world().own.id());
        give(FIRST_ADMINISTRATOR, author, "COMMITTEE_LEADER", world().own.parentId())
                .then()
                .statusCode(201);
        String plan = post(author, "/api/v1/plans", aPlan(world().own.id())).path("id");
        command(author, "/api/v1/plans/" + plan + "/adoption", "*", aVote())
                .then()
                .statusCode(403)
                .body("type", is("/problems/author-cannot-adopt"));
        command(world().leader, "/api/v1/plans/" + plan + "/adoption", "*", aVote())
                .then()
                .statusCode(200);
    }

    @Test
    void nobody_gives_oneself_a_post_or_lengthens_the_own_one() {
        var subject = "administrator-" + UUID.randomUUID();
        String post = give(
                        FIRST_ADMINISTRATOR,
                        subject,
                        "ADMINISTRATOR",
                        world().own.id())
                .path("id");
        give(subject, subject, "COMMITTEE_LEADER", world().own.id())
                .then()
                .statusCode(403)
                .body("type", is("/problems/own-post"));
        give(subject, subject, "MEMBER", world().subordinate.id()).then().statusCode(403);
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of(subject))
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("validFrom", "1999-01-01"))
                .put("/api/v1/posts/" + post)
                .then()
                .statusCode(403);
        give(subject, "x-" + UUID.randomUUID(), "COMMITTEE_LEADER", aProvince().id())
                .then()
                .statusCode(404);
        give(subject, "x-" + UUID.randomUUID(), "COMMITTEE_LEADER", world().own.parentId())
                .then()
                .statusCode(404);
    }

    @Test
    void a_deputy_acts_by_a_post_of_its_own_and_not_by_being_one_s_deputy() {
        var deputised = give(
                FIRST_ADMINISTRATOR,
                "head-" + UUID.randomUUID(),
                "COMMITTEE_LEADER",
                world().own.id());
        var deputy = "deputy-" + UUID.randomUUID();
        var draft = "/api/v1/plans/" + world().id("draft");
        command(deputy, draft + "/adoption", "*", aVote()).then().statusCode(404);
        var post = new HashMap<String, Object>(Map.of(
                "organisationId",
                world().own.id(),
                "role",
                "COMMITTEE_LEADER",
                "holderSubject",
                deputy,
                "validFrom",
                "2000-01-01",
                "deputyOf",
                deputised.path("id")));
        post.put("validTo", "2001-12-31");
        post(FIRST_ADMINISTRATOR, "/api/v1/posts", post).then().statusCode(201);
        command(deputy, draft + "/adoption", "*", aVote()).then().statusCode(404);
        post.put("validFrom", "2002-01-01");
        post.remove("validTo");
        post(FIRST_ADMINISTRATOR, "/api/v1/posts", post).then().statusCode(201);
        command(deputy, draft + "/adoption", null, aVote()).then().statusCode(428);
    }

    private static String holder(String role, Place place) {
        return world().callers().stream()
                .filter(caller -> caller.place() == place
                        && caller.role() != null
                        && caller.role().name().equals(role))
                .findFirst()
                .orElseThrow()
                .subject();
    }
}
