package vn.tiendo.reporting.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.reporting.Rows;

/// A town's report is made of those of its wards.
@QuarkusTest
class ConsolidateReportTest {

    private final ConsolidationScene scene = new ConsolidationScene();

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ConsolidationScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    private static String figure(String code) {
        return "content.figures.find { it.code == '" + code + "' && it.breakdown == null }.";
    }

    @Test
    void figures_add_up_by_the_rule_of_each_indicator() {
        scene.publishTemplate("""
            {"indicators":[
             {"code":"people","nameVi":"a","nameEn":"a","type":"INTEGER","aggregation":"SUM",
              "breakdowns":[{"code":"MEN","nameVi":"a","nameEn":"a"},{"code":"WOMEN","nameVi":"a","nameEn":"a"}]},
             {"code":"share","nameVi":"a","nameEn":"a","type":"PERCENT","aggregation":"WEIGHTED","weightedBy":"people"},
             {"code":"grade","nameVi":"a","nameEn":"a","type":"TEXT","aggregation":"LATEST"},
             {"code":"own_words","nameVi":"a","nameEn":"a","type":"TEXT","aggregation":"NONE"},
             {"code":"twice","nameVi":"a","nameEn":"a","type":"INTEGER","aggregation":"NONE","formula":"people * 2"}],
             "sections":[{"section":"RESULTS","nameVi":"a","nameEn":"a","required":true}]}\
            """);
        scene.accepted(scene.wards.get(0), "Phước Hội: 12 buổi", """
            {"code":"people","value":10},{"code":"people","breakdown":"MEN","value":4},
            {"code":"people","breakdown":"WOMEN","value":6},{"code":"share","value":50},{"code":"grade","text":"trước"},
            {"code":"own_words","text":"x"}\
            """);
        scene.accepted(scene.wards.get(1), "Tân Tiến: 3 buổi", """
            {"code":"people","value":30},{"code":"people","breakdown":"MEN","value":30},{"code":"share","value":90},
            {"code":"grade","text":"sau"}\
            """);
        scene.expected(scene.wards.get(2));
        var town = scene.ofTheTown();
        scene.consolidate(town)
                .then()
                .statusCode(200)
                .body("expected", is(3))
                .body("included", is(2))
                .body("missing", is(1))
                .body("late", is(0))
                .body("frozen", is(false))
                .body("newer", is(false))
                .body("leftOut", hasSize(0));
        scene.read(scene.townOfficer, town)
                .then()
                .body("status", is("DRAFT"))
                .body(figure("people") + "value", is(40))
                .body(figure("people") + "source", is("UNITS"))
                .body(figure("people") + "computedOf", is(2))
                .body("content.figures.find { it.breakdown == 'MEN' }.value", is(34))
                .body("content.figures.find { it.breakdown == 'WOMEN' }.value", is(6))
                .body(figure("share") + "value", is(80)) // (50 * 10 + 90 * 30) / 40
                .body(figure("grade") + "text", is("sau"))
                .body("content.figures.find { it.code == 'own_words' }", nullValue())
                .body(figure("twice") + "value", is(80))
                .body("content.results", containsString(scene.wards.get(0).name() + ": Phước Hội: 12 buổi"))
                .body("content.results", containsString(scene.wards.get(1).name() + ": Tân Tiến: 3 buổi"));
    }

    @Test
    void parts_are_left_out_when_a_unit_has_a_whole_without_them() {
        scene.publishTemplate("""
            {"indicators":[{"code":"people","nameVi":"a","nameEn":"a","type":"INTEGER","aggregation":"SUM",
              "breakdowns":[{"code":"MEN","nameVi":"a","nameEn":"a"},{"code":"WOMEN","nameVi":"a","nameEn":"a"}]}],
             "sections":[{"section":"RESULTS","nameVi":"a","nameEn":"a","required":true}]}\
            """);
        scene.accepted(scene.wards.get(0), "a", """
            {"code":"people","value":10},{"code":"people","breakdown":"MEN","value":4},
            {"code":"people","breakdown":"WOMEN","value":6}\
            """);
        var town = scene.ofTheTown();
        scene.consolidate(town).then().statusCode(200);
        scene.read(scene.townOfficer, town).then().body("content.figures.breakdown", hasItem("MEN"));
        scene.accepted(scene.wards.get(1), "b", "{\"code\":\"people\",\"value\":30}");
        scene.consolidate(town).then().statusCode(200);
        scene.read(scene.townOfficer, town)
                .then()
                .body("content.figures.value", contains(40))
                .body("findings.severity", not(hasItem("ERROR")));
        scene.command(scene.townOfficer, town, "submission", null).then().statusCode(200);
    }

    private static final String TABLES = """
        {"indicators":[
         {"code":"models","nameVi":"a","nameEn":"a","type":"TABLE","aggregation":"SUM","columns":[
          {"code":"name","nameVi":"a","nameEn":"a","type":"TEXT","key":true},
          {"code":"people","nameVi":"a","nameEn":"a","type":"INTEGER"},
          {"code":"share","nameVi":"a","nameEn":"a","type":"PERCENT","aggregation":"WEIGHTED","weightedBy":"people"}]},
         {"code":"plan","nameVi":"a","nameEn":"a","type":"TABLE","aggregation":"LATEST","columns":[
          {"code":"what","nameVi":"a","nameEn":"a","type":"TEXT"}]}],
         "sections":[{"section":"RESULTS","nameVi":"a","nameEn":"a","required":true}]}""";

    @Test
    void tables_add_up_row_by_row_and_a_row_opens_down_to_the_units_that_have_it() {
        scene.publishTemplate(TABLES);
        scene.accepted(scene.wards.get(0), "một", """
            {"code":"models","rows":[["Dân vận khéo","10","50"],["Áo ấm","1",""]]},{"code":"plan","rows":[["trước"]]}""");
        TestClock.setTo(ConsolidationScene.MORNING.plusMinutes(1));
        scene.accepted(scene.wards.get(1), "hai", """
            {"code":"models","rows":[[" Dân vận  khéo","20","80"],["Dân vận khéo","10","80"]]},
            {"code":"plan","rows":[["sau"]]}""");
        scene.accepted(scene.wards.get(2), "ba", "{\"code\":\"plan\",\"rows\":[[\"sau\"]]}");
        var town = scene.ofTheTown();
        scene.consolidate(town).then().statusCode(200).body("leftOutTables", hasSize(0));
        scene.read(scene.townOfficer, town)
                .then()
                .body(
                        figure("models") + "rows",
                        contains(List.of("Áo ấm", "1", ""), List.of("Dân vận khéo", "40", "72.5")))
                .body(figure("models") + "source", is("UNITS"))
                .body(figure("models") + "computedOf", is(2))
                .body(figure("plan") + "rows", contains(List.of("sau")));
        var path = "/figures/models?row=Dân vận khéo";
        scene.get(scene.townOfficer, town, path)
                .then()
                .statusCode(200)
                .body(
                        "items.organisationId",
                        containsInAnyOrder(
                                scene.wards.get(0).id().toString(),
                                scene.wards.get(1).id().toString()))
                .body("items.rows.flatten().findAll { it == '10' }.size()", is(2))
                .body("items.rows.flatten()", not(hasItem("Áo ấm")));
        scene.get(scene.townOfficer, town, "/figures/models").then().body("items", hasSize(2));
        scene.isProblem(scene.get(scene.townOfficer, town, path + "&row=x"), 422, "row-key-does-not-fit");
        scene.isProblem(scene.get(scene.townOfficer, town, "/figures/plan?row=x"), 422, "row-key-does-not-fit");
    }

    @Test
    void a_table_that_a_person_changed_is_kept_and_what_was_added_up_stands_beside_it() {
        scene.publishTemplate(TABLES);
        scene.accepted(scene.wards.get(0), "một", "{\"code\":\"models\",\"rows\":[[\"Áo ấm\",\"1\",\"\"]]}");
        var town = scene.ofTheTown();
        scene.consolidate(town).then().statusCode(200);
        scene.merge(scene.town, town, "{\"figures\":[{\"code\":\"models\",\"rows\":[[\"Áo ấm\",\"2\",\"\"]]}]}");
        scene.consolidate(town).then().statusCode(200);
        scene.read(scene.townOfficer, town)
                .then()
                .body(figure("models") + "rows", contains(List.of("Áo ấm", "2", "")))
                .body(figure("models") + "computedRows", contains(List.of("Áo ấm", "1", "")))
                .body(figure("models") + "source", is("ENTERED"));
        scene.merge(scene.town, town, "{\"figures\":[{\"code\":\"models\"}]}");
        scene.read(scene.townOfficer, town)
                .then()
                .body(figure("models") + "rows", contains(List.of("Áo ấm", "1", "")))
                .body(figure("models") + "source", is("UNITS"));
    }

    @Test
    void a_table_with_too_many_rows_is_named_and_listed_by_unit() {
        scene.publishTemplate(TABLES);
        for (int ward = 0; ward < 2; ward++) {
            var of = ward;
            scene.accepted(
                    scene.wards.get(ward),
                    "x",
                    IntStream.range(0, 300)
                            .mapToObj(i -> "[\"" + of + " " + i + "\",\"1\",\"\"]")
                            .collect(Collectors.joining(",", "{\"code\":\"models\",\"rows\":[", "]}")));
        }
        var town = scene.ofTheTown();
        scene.consolidate(town).then().statusCode(200).body("leftOutTables", contains("models"));
        scene.read(scene.townOfficer, town).then().body("content.figures.find { it.code == 'models' }", nullValue());
        scene.get(scene.townOfficer, town, "/figures/models").then().body("items", hasSize(2));
    }

    @Test
    void a_unit_that_writes_with_another_version_of_the_template_is_named_and_holds_nobody_up() {
        scene.accepted(scene.wards.get(2), "ba", """
            {"code":"models","rows":[["Áo ấm"]]},{"code":"grade","text":"tốt"}""");
        scene.publishTemplate("""
            {"indicators":[
             {"code":"grade","nameVi":"a","nameEn":"a","type":"INTEGER","aggregation":"LATEST"},
             {"code":"models","nameVi":"a","nameEn":"a","type":"TABLE","aggregation":"SUM","columns":[
              {"code":"name","nameVi":"a","nameEn":"a","type":"TEXT","key":true},
              {"code":"people","nameVi":"a","nameEn":"a","type":"INTEGER"}]}],
             "sections":[{"section":"RESULTS","nameVi":"a","nameEn":"a","required":true}]}\
            """);
        scene.accepted(scene.wards.get(0), "một", "{\"code\":\"models\",\"rows\":[[\"Áo ấm\",\"3\"]]}");
        var town = scene.ofTheTown();
        scene.consolidate(town).then().statusCode(200).body("included", is(2)).body("unfitting", is(1));
        scene.read(scene.townOfficer, town)
                .then()
                .body(figure("models") + "rows", contains(List.of("Áo ấm", "3")))
                .body("content.figures.find { it.code == 'grade' }", nullValue())
                .body("findings.severity", not(hasItem("ERROR")));
        scene.get(scene.townOfficer, town, "/units")
                .then()
                .body(
                        "items.find { it.unfitting.size() > 0 }.organisationId",
                        is(scene.wards.get(2).id().toString()))
                .body("items.collect { it.unfitting }.flatten()", contains("models"));
        scene.get(scene.townOfficer, town, "/figures/models?row=Áo ấm")
                .then()
                .statusCode(200)
                .body("items.rows.flatten()", hasItem("3"));
    }

    @Test
    void every_gap_is_named_and_keeps_the_chain_of_nobody_back() {
        scene.accepted(scene.wards.get(0), "a", "{\"code\":\"study_sessions\",\"value\":2}");
        scene.expected(scene.wards.get(1));
        var returned = scene.submitted(scene.wards.get(2), "c", "{\"code\":\"study_sessions\",\"value\":5}");
        scene.command(scene.townOfficer, returned, "return", "{\"reason\":\"Thiếu\"}")
                .then()
                .statusCode(200);
        var town = scene.ofTheTown();
        scene.consolidate(town).then().body("missing", is(2));
        scene.get(scene.townOfficer, town, "/units?included=false")
                .then()
                .statusCode(200)
                .body("items.status", containsInAnyOrder("EXPECTED", "RETURNED"))
                .body(
                        "items.organisationName",
                        containsInAnyOrder(
                                scene.wards.get(1).name(), scene.wards.get(2).name()))
                .body("items.edition", contains(nullValue(), nullValue()));
        scene.command(scene.townOfficer, town, "submission", null).then().statusCode(200);
        scene.get(scene.provinceOfficer, town, "")
                .then()
                .statusCode(200)
                .body("frozen", is(true))
                .body("missing", is(2));
    }

    @Test
    void it_is_refreshed_until_it_is_handed_in() {
        scene.accepted(scene.wards.get(0), "một", "{\"code\":\"study_sessions\",\"value\":2}");
        var second = scene.submitted(scene.wards.get(1), "hai", "{\"code\":\"study_sessions\",\"value\":3}");
        var town = scene.ofTheTown();
        scene.consolidate(town).then().body("included", is(1));
        TestClock.setTo(ConsolidationScene.MORNING.plusHours(1));
        scene.command(scene.townLeader, second, "acceptance", null).then().statusCode(200);
        scene.get(scene.townOfficer, town, "").then().body("newer", is(true)).body("included", is(1));
        scene.consolidate(town).then().body("included", is(2)).body("newer", is(false));
        scene.read(scene.townOfficer, town)
                .then()
                .body(figure("study_sessions") + "value", is(5))
                .body("content.results", containsString("hai")); // merged anew: nobody had written there
        scene.command(scene.townOfficer, town, "submission", null).then().statusCode(200);
        scene.isProblem(scene.consolidate(town), 409, "wrong-report-status");
    }

    /// An acceptance takes its instant before it is stored, so a refresh in between is the later of the two.
    @Test
    void an_acceptance_that_was_begun_before_the_refresh_and_stored_after_it_is_newer() {
        scene.accepted(scene.wards.get(0), "một", "{\"code\":\"study_sessions\",\"value\":2}");
        var second = scene.submitted(scene.wards.get(1), "hai", "{\"code\":\"study_sessions\",\"value\":3}");
        var town = scene.ofTheTown();
        TestClock.setTo(ConsolidationScene.MORNING.plusHours(1));
        scene.consolidate(town).then().body("included", is(1)).body("newer", is(false));
        TestClock.setTo(ConsolidationScene.MORNING);
        scene.command(scene.townLeader, second, "acceptance", null).then().statusCode(200);
        scene.get(scene.townOfficer, town, "").then().body("newer", is(true));
    }

    @Test
    void what_a_person_wrote_is_kept_by_a_refresh() {
        scene.accepted(scene.wards.get(0), "một", "{\"code\":\"study_sessions\",\"value\":2}");
        var town = scene.ofTheTown();
        scene.write(
                scene.townOfficer,
                town,
                "{\"results\":\"Lời của thị xã\",\"figures\":[{\"code\":\"study_sessions\",\"value\":9}]}");
        scene.consolidate(town).then().statusCode(200);
        scene.read(scene.townOfficer, town)
                .then()
                .body("content.results", is("Lời của thị xã"))
                .body(figure("study_sessions") + "value", is(9))
                .body(figure("study_sessions") + "source", is("ENTERED"))
                .body(figure("study_sessions") + "computed", is(2));
    }

    @Test
    void a_figure_opens_to_the_unit_and_to_the_fact_behind_it() {
        var session = scene.held(scene.wards.get(0), 40);
        var ward = scene.expected(scene.wards.get(0));
        scene.prefill(scene.wards.get(0), ward);
        scene.merge(scene.wards.get(0), ward, "{\"sections\":{\"results\":\"a\"}}");
        scene.up(scene.wards.get(0), ward);
        scene.held(scene.town, 7); // the town's own, in no ward's report
        var town = scene.ofTheTown();
        scene.consolidate(town).then().statusCode(200);
        scene.read(scene.townOfficer, town)
                .then()
                .body(figure("study_attendance") + "value", is(47))
                .body(figure("study_attendance") + "ownPart", is(7));
        scene.get(scene.townOfficer, town, "/figures/study_attendance")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].reportId", is(ward.toString()))
                .body("items[0].value", is(40))
                .body("items[0].entered", is(false))
                .body("items[0].computedFrom", is("FACTS"))
                .body("items[0].restatedTo", nullValue());
        scene.ofReport(scene.townOfficer, ward, "/figures/study_attendance/facts")
                .then()
                .statusCode(200)
                .body("items.id", contains(session.toString()))
                .body("items.amount", contains(40));
        scene.get(scene.townOfficer, town, "/narratives/results")
                .then()
                .body("items.text", contains("a"))
                .body("items.organisationName", contains(scene.wards.get(0).name()));
    }

    @Test
    void a_correction_of_a_unit_shows_beside_the_frozen_value() {
        var ward = scene.accepted(scene.wards.get(0), "một", "{\"code\":\"study_sessions\",\"value\":2}");
        var town = scene.ofTheTown();
        scene.consolidate(town).then().statusCode(200);
        scene.command(scene.townOfficer, town, "submission", null).then().statusCode(200);
        scene.command(
                        scene.officerOf(scene.wards.get(0)),
                        ward,
                        "restatements",
                        "{\"reason\":\"Sót\",\"figures\":[{\"code\":\"study_sessions\",\"value\":3}]}")
                .then()
                .statusCode(200);
        scene.get(scene.townOfficer, town, "/figures/study_sessions")
                .then()
                .body("items[0].value", is(2))
                .body("items[0].restatedTo", is(3));
        scene.get(scene.townOfficer, town, "/units").then().body("items.restated", contains(true));
    }

    @Test
    void a_corrected_text_or_table_shows_beside_the_frozen_one() {
        scene.publishTemplate(TABLES);
        var ward = scene.accepted(scene.wards.get(0), "một", """
            {"code":"models","rows":[["Áo ấm","1",""]]},{"code":"plan","rows":[["trước"]]},{"code":"words","text":"a"}""");
        var town = scene.ofTheTown();
        scene.consolidate(town).then().statusCode(200);
        scene.command(scene.officerOf(scene.wards.get(0)), ward, "restatements", """
            {"reason":"Sót","figures":[{"code":"models","rows":[["Áo ấm","2",""]]},{"code":"words","text":"b"}]}""")
                .then()
                .statusCode(200);
        scene.get(scene.townOfficer, town, "/figures/models")
                .then()
                .body("items[0].rows", contains(List.of("Áo ấm", "1", "")))
                .body("items[0].restatedToRows", contains(List.of("Áo ấm", "2", "")));
        scene.get(scene.townOfficer, town, "/figures/words").then().body("items[0].restatedToText", is("b"));
        scene.get(scene.townOfficer, town, "/figures/plan").then().body("items[0].restatedToRows", nullValue());
    }

    @Test
    void a_thousand_units_are_added_up_by_as_many_statements_as_three() {
        scene.manyAccepted(1, 3);
        var town = scene.ofTheTown();
        scene.consolidate(town).then().body("included", is(3));
        var few = scene.statementsOf(() -> scene.consolidate(town).then().statusCode(200));
        scene.manyAccepted(4, 1_000);
        var many = scene.statementsOf(() -> scene.consolidate(town).then().body("included", is(1_000)));
        assertThat(many)
                .isBetween(few - 3, few + 3); // texts that fit are put together, figures that changed are written
        scene.read(scene.townOfficer, town)
                .then()
                .body(figure("study_sessions") + "value", is(500_500)); // 1 + … + 1,000
        scene.get(scene.townOfficer, town, "").then().body("leftOut", contains("RESULTS")); // too long for one text
        scene.read(scene.townOfficer, town)
                .then()
                .body("content.results", nullValue()); // and what was merged before is gone
        scene.get(scene.townOfficer, town, "/narratives/results?limit=2")
                .then()
                .body("items", hasSize(2))
                .body("items[0].text", startsWith("Kết quả "));
        assertThat(Rows.ask("select count(*) from consolidation_unit where report_id = ?", town))
                .containsExactly("1000");
    }

    @Test
    void refusals_have_names() {
        var town = scene.ofTheTown();
        scene.isProblem(scene.get(scene.townOfficer, town, ""), 404, "not-consolidated");
        scene.isProblem(scene.consolidate(town), 422, "nothing-to-consolidate");
        scene.expected(scene.wards.get(0));
        scene.isProblem(scene.command(scene.townOfficer, town, "consolidation", null, null), 428, "version-required");
        scene.isProblem(scene.command(scene.townOfficer, town, "consolidation", "\"99\"", null), 412, "stale-version");
        scene.isProblem(scene.command(scene.provinceInspector, town, "consolidation", null), 403, "role-required");
        scene.isProblem(scene.command(scene.stranger, town, "consolidation", null), 404, "report-not-found");
        scene.isProblem(scene.command("none", town, "consolidation", null), 401, "not-signed-in");
        scene.consolidate(town).then().statusCode(200).body("missing", is(1));
        scene.isProblem(scene.get(scene.stranger, town, "/units"), 404, "report-not-found");
        scene.isProblem(scene.get(scene.townOfficer, UUID.randomUUID(), "/units"), 404, "report-not-found");
    }
}
