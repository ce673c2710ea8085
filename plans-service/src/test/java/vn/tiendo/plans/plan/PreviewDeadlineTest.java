package vn.tiendo.plans.plan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.get;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.Tokens;

@QuarkusTest
class PreviewDeadlineTest {

    private static final Map<String, Object> BEFORE_15_APRIL =
            Map.of("type", "BEFORE_DATE", "raw", "trước 15/4/2024", "date", "2024-04-15", "exclusive", true);

    @Test
    void every_step_is_said_in_vietnamese_and_in_english() {
        var request = request(BEFORE_15_APRIL);
        request.put("rollOff", "NEXT_WORKING_DAY");
        preview("vi", request)
                .then()
                .statusCode(200)
                .header("Content-Language", "vi")
                .body("occurrences", hasSize(1))
                .body("occurrences[0].label", is("2024"))
                .body("occurrences[0].lastDay", is("2024-04-15"))
                .body("occurrences[0].dueAt", is("2024-04-15T17:00:00Z"))
                .body(
                        "occurrences[0].steps.rule",
                        contains("NAMED_DAY", "NAMED_DAY_EXCLUDED", "ROLLED_TO_NEXT_WORKING_DAY"))
                .body("occurrences[0].steps.day", contains("2024-04-15", "2024-04-14", "2024-04-15"))
                .body(
                        "occurrences[0].steps.sentence",
                        contains(
                                "Văn bản nêu ngày 15/04/2024.",
                                "“Trước ngày” không tính ngày được nêu: ngày cuối cùng còn đúng hạn là 14/04/2024.",
                                "Rơi vào ngày nghỉ nên chuyển sang ngày làm việc tiếp theo, 15/04/2024."));
        preview("en", request)
                .then()
                .header("Content-Language", "en")
                .body(
                        "occurrences[0].steps[1].sentence",
                        is("“Before” leaves out the named day: the last day on time is 14 April 2024."));
    }

    @Test
    void the_organisation_says_how_the_named_day_is_read() {
        var province = aProvince();
        var leader = aHolder("COMMITTEE_LEADER", province.id());
        var path = "/api/v1/organisations/" + province.id();
        given().auth()
                .oauth2(Tokens.of(leader))
                .contentType(ContentType.JSON)
                .header("If-Match", get(leader, path).header("ETag"))
                .body(Map.of("beforeDateIncludesNamedDay", true))
                .put(path + "/settings")
                .then()
                .statusCode(200);
        var request = request(BEFORE_15_APRIL);
        request.put("organisationId", province.id());
        preview(leader, "vi", request)
                .then()
                .statusCode(200)
                .body("readAs.namedDayCounts", is(true))
                .body("occurrences[0].lastDay", is("2024-04-15"));
        request.put("namedDayCounts", false);
        preview(leader, "vi", request)
                .then()
                .body("readAs.namedDayCounts", is(false))
                .body("occurrences[0].lastDay", is("2024-04-14"));
        request.put("organisationId", UUID.randomUUID());
        preview(leader, "vi", request).then().statusCode(404);
        request.put("organisationId", aProvince().id());
        preview(leader, "vi", request).then().statusCode(404);
    }

    @Test
    void a_whole_year_is_shown_for_several_levels() {
        var request = request(Map.of("type", "BY_DATE", "recurrence", Map.of("freq", "MONTHLY", "day", 31)));
        request.remove("periodFrom");
        request.put("year", 2023);
        request.put("slack", Map.of("value", 2, "unit", "WORKING_DAYS"));
        request.put("tiers", List.of(1, 2));
        preview("en", request)
                .then()
                .statusCode(200)
                .body("readAs.periodFrom", is("2023-01-01"))
                .body("readAs.periodTo", is("2023-12-31"))
                .body("occurrences", hasSize(24))
                .body("occurrences[1].lastDay", is("2023-02-28"))
                .body("occurrences[13].tier", is(2))
                .body("occurrences[13].label", is("2023-02"))
                .body("occurrences[13].lastDay", is("2023-02-24"))
                .body(
                        "occurrences[13].steps[3].sentence",
                        is("Level 2 below the issuer must be ready 2 working days earlier: 24 February 2023."));
    }

    @Test
    void counts_per_period_and_what_is_never_guessed_have_a_proposal_and_no_due_instant() {
        var request = request(Map.of("type", "RECURRING", "recurrence", Map.of("freq", "QUARTERLY")));
        request.put("periodTo", "2024-12-31");
        request.put("counts", Map.of("minCount", 2, "perPeriod", "YEAR"));
        preview("vi", request)
                .then()
                .body("occurrences.label", contains("2024"))
                .body("occurrences[0].dueAt", nullValue())
                .body("occurrences[0].proposedDay", is("2024-12-31"))
                .body("occurrences[0].windowFrom", is("2024-01-01"));
    }

    @Test
    void contradictory_fields_are_named() {
        var request = request(Map.of(
                "type",
                "BY_DATE",
                "exclusive",
                true,
                "date",
                "2024-04-10",
                "recurrence",
                Map.of("freq", "YEARLY", "month", 2, "day", 30)));
        request.put("periodTo", "2023-01-01");
        preview("en", request)
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed-request"))
                .body(
                        "errors.field",
                        contains(
                                "deadline.exclusive",
                                "deadline.recurrence.day",
                                "deadline.recurrence.month",
                                "periodTo"))
                .body("errors.message", hasItem("There is no such day."));
    }

    @Test
    void _400_for_a_day_or_an_hour_that_does_not_exist() {
        preview("vi", request(Map.of("type", "BY_DATE", "date", "2023-02-29")))
                .then()
                .statusCode(400)
                .body("errors[0].field", is("deadline.date"));
        preview("vi", request(Map.of("type", "BY_DATE", "date", "2023-02-28", "time", "24:30")))
                .then()
                .statusCode(400)
                .body("errors[0].field", is("deadline.time"));
    }

    @Test
    void _401_for_a_stranger_without_a_token() {
        given().contentType(ContentType.JSON)
                .body(request(BEFORE_15_APRIL))
                .post("/api/v1/deadline-previews")
                .then()
                .statusCode(401);
    }

    private static Map<String, Object> request(Map<String, Object> deadline) {
        var request = new HashMap<String, Object>();
        request.put("deadline", deadline);
        request.put("periodFrom", "2024-01-01");
        return request;
    }

    private static Response preview(String language, Map<String, Object> request) {
        return preview(FIRST_ADMINISTRATOR, language, request);
    }

    private static Response preview(String subject, String language, Map<String, Object> request) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .contentType(ContentType.JSON)
                .header("Accept-Language", language)
                .body(request)
                .post("/api/v1/deadline-previews");
    }
}
