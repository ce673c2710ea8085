package vn.tiendo.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.tiendo.notifications.RightsPolicy.Caller;
import vn.tiendo.notifications.RightsPolicy.Row;
import vn.tiendo.notifications.RightsPolicy.Shape;

/// Walks every operation of the service as everybody who could call it, and compares with [RightsPolicy].
@QuarkusTest
class RightsWalkTest {

    private static final String PREFIX = "/api/v1";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 404, 405, 415, 428);

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
                .get("/openapi/notifications?format=json")
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
        var wrong = new ArrayList<String>();
        if (row.shape() == Shape.STREAM) {
            var path = PREFIX + row.operation().split(" ")[1];
            compare("somebody without a token", "401", "" + world().open(null, path), wrong);
            world().callers().stream()
                    .limit(2)
                    .forEach(caller ->
                            compare(caller.toString(), "200", "" + world().open(caller.subject(), path), wrong));
        } else {
            compare(
                    "somebody without a token",
                    row.shape() == Shape.SECRET ? "200" : "401",
                    said(send(row, null)),
                    wrong);
            var responses = responses(row);
            world().callers()
                    .forEach(caller ->
                            compare(caller.toString(), expected(row, caller), got(row, responses.get(caller)), wrong));
        }
        assertThat(wrong).as(row.operation() + " of " + row.thing()).isEmpty();
    }

    /// What creates something is asked first by those who must not.
    private static Map<Caller, HttpResponse<String>> responses(Row row) {
        var responses = new LinkedHashMap<Caller, HttpResponse<String>>();
        world().callers().stream()
                .sorted(Comparator.comparing(row.acts()::test))
                .forEach(caller -> responses.put(caller, send(row, caller.subject())));
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
            case STREAM, SECRET -> "200";
            case OWN_ONLY -> "nothing changed";
        };
    }

    private static String got(Row row, HttpResponse<String> response) {
        return switch (row.shape()) {
            case READ, CHANGE, STREAM, SECRET -> said(response);
            case CREATE ->
                response.statusCode() < 500 && !REFUSED.contains(response.statusCode()) ? "done" : said(response);
            case LIST -> listed(row, response);
            case OWN_ONLY ->
                response.statusCode() == 200 && JsonPath.from(response.body()).getInt("changed") == 0
                        ? "nothing changed"
                        : said(response);
        };
    }

    private static String said(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 200, 401, 403, 404, 428 -> Integer.toString(response.statusCode());
            default -> response.statusCode() + " " + response.body();
        };
    }

    private static String listed(Row row, HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            return said(response);
        }
        var items = JsonPath.from(response.body());
        var id = world().id(row.thing());
        return items.getList("items.id").contains(id)
                        || items.getList("items.reminderId").contains(id)
                        || items.getList("items.channel").contains(id)
                        || items.getList("items.organisationId").contains(id)
                ? "in it"
                : "not in it";
    }

    private static HttpResponse<String> send(Row row, @Nullable String subject) {
        var words = row.operation().split(" ");
        var query = row.shape() == Shape.LIST ? "?limit=200&" + row.query() : "";
        return world().send(
                        subject,
                        words[0],
                        PREFIX + words[1].replaceFirst("\\{(id|token)}", world().id(row.thing())) + query,
                        row.body() == null ? null : row.body().apply(world()));
    }
}
