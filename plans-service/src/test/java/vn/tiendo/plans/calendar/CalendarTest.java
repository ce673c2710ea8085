package vn.tiendo.plans.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.root;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

@QuarkusTest
class CalendarTest {

    @Inject
    ShippedCalendar shipped;

    private Unit province;
    private Unit unit;

    @BeforeEach
    void grow() {
        root();
        province = aProvince();
        unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
    }

    public static Response put(String subject, String path, @Nullable String ifMatch, Object body) {
        var request = given().auth().oauth2(Tokens.of(subject)).contentType(ContentType.JSON);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body(body).put("/api/v1/calendars/" + path);
    }

    public static Map<String, Object> days(Map<?, ?>... days) {
        return Map.of("days", List.of(days));
    }

    public static Map<String, Object> off(String date) {
        return Map.of(
                "date",
                date,
                "kind",
                "HOLIDAY",
                "name",
                "Nghỉ ngày " + date,
                "decision",
                Map.of("number", "12/QĐ-TU", "date", "2024-01-05", "issuer", "Tỉnh ủy", "title", "Lịch nghỉ " + date));
    }

    @Test
    void the_shipped_calendar_is_there_from_the_first_start_and_read_by_year() {
        get(aHolder("MEMBER", unit.id()), "/api/v1/calendars/VN?year=2024")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("days.size()", is(15))
                .body("days[1].date", is("2024-02-08"))
                .body("days[1].name", is("Tết Nguyên đán Giáp Thìn, 29 tháng Chạp"))
                .body("days[1].decision.number", is("5015/TB-LĐTBXH"));
    }

    @Test
    void a_second_start_ships_nothing_again() {
        assertThat(QuarkusTransaction.requiringNew().call(shipped::loadOnce)).isFalse();
        assertThat(TestDatabase.count("select count(*) from working_calendar where code = 'VN'"))
                .isOne();
        assertThat(TestDatabase.count(
                        "select count(*) from audit_record where actor = 'urn:tiendo#plans-service' and action"
                                + " = 'change-calendar'"))
                .isOne();
    }

    @Test
    void replacing_one_year_keeps_the_others_and_what_changed() {
        var tag = get(FIRST_ADMINISTRATOR, "/api/v1/calendars/VN").header("ETag");
        put(FIRST_ADMINISTRATOR, "VN?year=2041", tag, days(off("2041-03-04"), off("2041-03-05")))
                .then()
                .statusCode(200)
                .body("days.size()", is(2))
                .body("days[0].source", is("Lịch nghỉ 2041-03-04 (số 12/QĐ-TU, ngày 05/01/2024, Tỉnh ủy)"));
        var second = get(FIRST_ADMINISTRATOR, "/api/v1/calendars/VN").header("ETag");
        put(FIRST_ADMINISTRATOR, "VN?year=2041", second, days(off("2041-03-05")))
                .then()
                .statusCode(200);
        get(FIRST_ADMINISTRATOR, "/api/v1/calendars/VN?year=2024").then().body("days.size()", is(15));
        get(FIRST_ADMINISTRATOR, "/api/v1/calendars/VN/changes?limit=2")
                .then()
                .statusCode(200)
                .body("items[0].days.size()", is(1))
                .body("items[0].days[0].date", is("2041-03-04"))
                .body("items[0].days[0].before.decision.number", is("12/QĐ-TU"))
                .body("items[0].days[0].after", nullValue())
                .body("items[0].byPostId", notNullValue())
                .body("items[1].days.date", is(List.of("2041-03-04", "2041-03-05")))
                .body("nextCursor", notNullValue());
    }

    @Test
    void the_whole_calendar_of_the_country_is_published_with_its_decisions() {
        var tag = get(FIRST_ADMINISTRATOR, "/api/v1/calendars/VN").header("ETag");
        String id = put(FIRST_ADMINISTRATOR, "VN?year=2042", tag, days(off("2042-03-04")))
                .path("id");
        Awaitility.await().atMost(10, TimeUnit.SECONDS).untilAsserted(() -> {
            var last = TestEvents.on("plans.calendar.v1", id).getLast();
            assertThat(new String(last.value(), StandardCharsets.UTF_8))
                    .contains("\"code\":\"VN\"", "2042-03-04", "2024-02-08", "12/QĐ-TU")
                    .doesNotContain("organisationId");
        });
    }

    @Test
    void the_same_days_again_change_nothing() {
        var first = get(FIRST_ADMINISTRATOR, "/api/v1/calendars/VN");
        put(
                        FIRST_ADMINISTRATOR,
                        "VN",
                        first.header("ETag"),
                        Map.of("days", first.jsonPath().getList("days")))
                .then()
                .statusCode(200)
                .header("ETag", is(first.header("ETag")));
    }

    @Test
    void _428_without_and_412_with_a_stale_version() {
        put(FIRST_ADMINISTRATOR, "VN?year=2043", null, days(off("2043-03-04")))
                .then()
                .statusCode(428);
        put(FIRST_ADMINISTRATOR, "VN?year=2043", "\"999\"", days(off("2043-03-04")))
                .then()
                .statusCode(412);
    }

    @Test
    void _403_for_the_calendar_of_the_country_below_the_root() {
        put(aHolder("ADMINISTRATOR", province.id()), "VN?year=2043", "*", days(off("2043-03-04")))
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
    }

    @Test
    void a_unit_s_administrator_keeps_its_closures_which_its_subtree_sees() {
        var administrator = aHolder("ADMINISTRATOR", province.id());
        put(administrator, province.id().toString(), null, days(off("2044-03-04")))
                .then()
                .statusCode(200)
                .body("organisationId", is(province.id().toString()));
        var member = aHolder("MEMBER", unit.id());
        get(member, "/api/v1/calendars/" + province.id()).then().statusCode(200).body("days.size()", is(1));
        get(member, "/api/v1/calendars?limit=200")
                .then()
                .body("items.code", hasItem("VN"))
                .body("items.code", hasItem(province.id().toString()));
        var stranger = aHolder("ADMINISTRATOR", aProvince().id());
        get(stranger, "/api/v1/calendars/" + province.id())
                .then()
                .statusCode(404)
                .body("type", is("/problems/calendar-not-found"));
        get(stranger, "/api/v1/calendars?limit=200")
                .then()
                .body("items.code", not(hasItem(province.id().toString())));
    }

    @Test
    void closures_are_no_business_of_officers_subordinates_and_strangers() {
        var path = province.id().toString();
        put(aHolder("COMMITTEE_LEADER", province.id()), path, null, days(off("2044-03-04")))
                .then()
                .statusCode(403);
        put(aHolder("ADMINISTRATOR", unit.id()), path, null, days(off("2044-03-04")))
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
        put(aHolder("ADMINISTRATOR", aProvince().id()), path, null, days(off("2044-03-04")))
                .then()
                .statusCode(404);
        put(FIRST_ADMINISTRATOR, path, null, days(off("2044-03-04"))).then().statusCode(200);
        put(FIRST_ADMINISTRATOR, path, null, days(off("2044-03-05"))).then().statusCode(428);
    }

    @Test
    void _404_for_a_calendar_that_is_neither_the_country_s_nor_an_organisation_s() {
        put(FIRST_ADMINISTRATOR, "XX", null, days(off("2044-03-04")))
                .then()
                .statusCode(404)
                .body("type", is("/problems/calendar-not-found"));
        put(FIRST_ADMINISTRATOR, UUID.randomUUID().toString(), null, days(off("2044-03-04")))
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
    }

    @Test
    void days_that_make_no_sense_are_refused_by_name() {
        var path = unit.id().toString();
        refused(path, days(off("2044-03-04"), off("2044-03-04")), "calendar-day-twice");
        refused(path + "?year=2045", days(off("2044-03-04")), "day-outside-year");
        var worked = new HashMap<>(off("2044-03-04"));
        worked.put("kind", "WORKING_DAY");
        refused(path, days(worked), "worked-anyway");
        var baseless = new HashMap<>(off("2044-03-04"));
        baseless.remove("decision");
        refused(path, days(baseless), "decision-missing");
        var endless = java.time.LocalDate.of(2044, 1, 1)
                .datesUntil(java.time.LocalDate.of(2046, 1, 1))
                .map(day -> off(day.toString()))
                .toArray(Map[]::new);
        refused(path, days(endless), "never-working");
        get(FIRST_ADMINISTRATOR, "/api/v1/calendars/" + path).then().statusCode(404);
    }

    private static void refused(String path, Object body, String code) {
        put(FIRST_ADMINISTRATOR, path, null, body).then().statusCode(422).body("type", is("/problems/" + code));
    }
}
