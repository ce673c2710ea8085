package vn.tiendo.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.tiendo.registrations.RightsPolicy.Caller;
import vn.tiendo.registrations.RightsPolicy.Row;
import vn.tiendo.registrations.RightsPolicy.Shape;

/// Walks every operation of the service as everybody who could call it, and compares with [RightsPolicy].
@QuarkusTest
class RightsWalkTest {

    private static final String PREFIX = "/api/v1";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 404, 405, 415, 428);
    private static final Set<String> OUTCOMES_OF_NOBODY = Set.of("registration-not-found", "not-found");
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

    @TestFactory
    Stream<DynamicTest> all_places_of_a_person_see_it_and_where_it_belongs_writes_about_it() {
        return PersonRights.ofPlaces().stream()
                .map(row -> dynamicTest(row.operation() + " of " + row.thing(), () -> walk(row)));
    }

    @TestFactory
    Stream<DynamicTest> whoever_holds_every_post_decides_nothing_about_itself() {
        return PersonRights.ofOneself().stream()
                .map(row -> dynamicTest(row.operation(), () -> {
                    var self = world().self();
                    assertThat(got(row, send(row, self.subject())))
                            .as(row.operation())
                            .isEqualTo(expected(row, self));
                }));
    }

    @Test
    void every_operation_of_the_interface_has_its_row_and_every_row_its_operation() {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .get("/openapi/registrations?format=json")
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
        compare("somebody without a token", "401", said(send(row, null)), wrong);
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
            case EACH -> acts ? "judged" : sees ? "refused" : "not there";
        };
    }

    private static String got(Row row, HttpResponse<String> response) {
        return switch (row.shape()) {
            case READ, CHANGE -> said(response);
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

    /// The code that the line of the thing carries; a stale version is no matter of rights, so that nothing is changed.
    private static String outcome(Row row, HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            return said(response);
        }
        List<Map<String, Object>> items = JsonPath.from(response.body()).getList("items");
        return items.stream()
                .filter(item -> item.get("id").equals(world().id(row.thing())))
                .map(item -> String.valueOf(item.get("problem")).replace("/problems/", ""))
                .map(code -> code.equals("role-required")
                        ? "refused"
                        : OUTCOMES_OF_NOBODY.contains(code) ? "not there" : "judged")
                .findFirst()
                .orElse("no line");
    }

    private static HttpResponse<String> send(Row row, @Nullable String subject) {
        var words = row.operation().split(" ");
        var path = new StringBuilder();
        var parameters = PARAMETER.matcher(words[1]);
        while (parameters.find()) {
            var own = row.thing() + "." + parameters.group(1);
            parameters.appendReplacement(
                    path, Matcher.quoteReplacement(world().id(world().has(own) ? own : row.thing())));
        }
        parameters.appendTail(path);
        var query =
                PARAMETER.matcher(row.query()).replaceAll(name -> Matcher.quoteReplacement(world().id(name.group(1))));
        if (row.shape() == Shape.LIST) {
            query = query + (query.isEmpty() ? "" : "&") + "limit=200";
        }
        return world().send(
                        subject,
                        words[0],
                        PREFIX + path + (query.isEmpty() ? "" : "?" + query),
                        row.body() == null ? null : row.body().apply(world()));
    }
}
