package vn.tiendo.plans.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.aVote;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.named;
import static vn.tiendo.plans.imports.Documents.HTML;
import static vn.tiendo.plans.imports.Documents.PATH;
import static vn.tiendo.plans.imports.Documents.PDF;
import static vn.tiendo.plans.imports.Documents.TEXT;
import static vn.tiendo.plans.imports.Documents.WORD;
import static vn.tiendo.plans.imports.Documents.sendOnce;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

/// From a document to a plan.
@QuarkusTest
class PlanImportTest {

    private static final String DOCUMENT = """
        TỈNH ỦY MẪU
        BAN THƯỜNG VỤ
        Số 17-KH/TU
        KẾ HOẠCH
        thực hiện Chuyên đề năm 2024
        1. Các chi bộ, đảng bộ cơ sở xây dựng kế hoạch, hoàn thành trước ngày 15/3/2024.
        2. Các chi bộ, đảng bộ cơ sở báo cáo kết quả thực hiện trước ngày 25/11/2024.
        T/M BAN THƯỜNG VỤ
        PHÓ BÍ THƯ
        Nguyễn Văn Mẫu
        """;

    @Inject
    PlanImportCleaning cleaning;

    @Inject
    Clock clock;

    private Unit province;
    private Unit committee;
    private String officer;

    @BeforeEach
    void begin() {
        province = aProvince();
        committee = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        officer = aHolder("COMMITTEE_OFFICER", province.id());
    }

    private String imported(String document) {
        return Documents.read(officer, province.id(), TEXT, "kh.txt", Documents.text(document));
    }

    private static Response edit(String subject, String path, String ifMatch, Object draft) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(draft)
                .put(path + "/draft");
    }

    @Test
    void what_was_understood_comes_with_its_words_their_place_a_rule_and_how_sure_it_is() {
        var path = Documents.read(officer, province.id(), TEXT, "la-gi.txt", Documents.example("la-gi-2024.txt"));
        var text = get(officer, path + "/text").then().statusCode(200).extract().asString();
        assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(Documents.example("la-gi-2024.txt"));
        var view = get(officer, path).jsonPath();
        List<Map<String, Object>> read = view.getList("obligations.read");
        assertThat(read).hasSizeGreaterThan(20);
        for (var one : read) {
            var start = (int) one.get("start");
            var quote = (String) one.get("quote");
            assertThat(text.substring(start)).startsWith(quote);
            assertThat((int) one.get("end")).isGreaterThanOrEqualTo(start + quote.length());
            assertThat((String) one.get("rule")).isNotBlank();
            assertThat(((Number) one.get("confidence")).doubleValue()).isBetween(0.1, 1.0);
        }
        assertThat(view.getString("document.type")).isEqualTo("PLAN");
        assertThat(view.getString("document.signer.name")).isEqualTo("Tôn Thất Muộn");
        assertThat(view.getList("questions.findAll { it.field == 'number' }.code"))
                .containsExactly("not-stated");
        assertThat(view.getString("draft.number")).isNull();
    }

    @Test
    void those_who_owe_are_proposed_as_a_predicate_and_as_the_organisations_that_fit_it() {
        var view = get(officer, imported(DOCUMENT)).jsonPath();
        assertThat(view.getList("obligations.read.kind")).containsExactly("COLLECTIVE_PLAN", "RESULT_REPORT");
        var debtors = "obligations[0].parties.debtors.";
        assertThat(view.getList(debtors + "organisations"))
                .containsExactly(committee.id().toString());
        assertThat(view.getInt(debtors + "count")).isOne();
        assertThat(view.getList(debtors + "predicate.anyOf[0].kinds")).containsExactly("GRASSROOTS_COMMITTEE");
        assertThat(view.getDouble(debtors + "confidence")).isEqualTo(0.9);
        assertThat(view.getString(debtors + "phrases[0].words")).isEqualTo("chi bo dang bo co so");
        assertThat(view.getList("draft.obligations.deadline.date")).containsExactly("2024-03-15", "2024-11-25");
    }

    @Test
    void whom_the_words_do_not_tell_is_left_open_and_asked_for_and_nothing_is_confirmed_until_somebody_says() {
        var path = imported(DOCUMENT.replace("Các chi bộ, đảng bộ cơ sở báo", "Các hợp tác xã nghề muối báo"));
        var read = get(officer, path);
        assertThat(read.jsonPath().getList("draft.obligations[1].debtors.anyOf"))
                .isEmpty();
        assertThat(read.jsonPath().getList("questions.findAll { it.field == 'debtors' }.obligation"))
                .containsExactly("O-02");
        command(officer, path + "/confirmation", read.header("ETag"), null)
                .then()
                .statusCode(422)
                .body("type", is("/problems/plan-import-incomplete"))
                .body("errors.field", hasItem("obligations[O-02].debtors"));
        Map<String, Object> draft = new HashMap<>(read.jsonPath().getMap("draft"));
        List<Map<String, Object>> obligations = new ArrayList<>(read.jsonPath().getList("draft.obligations"));
        obligations.get(1).put("debtors", named(committee.id()));
        draft.put("obligations", obligations);
        var edited = edit(officer, path, read.header("ETag"), draft);
        edited.then()
                .statusCode(200)
                .body("corrections[0].change", is("KEPT"))
                .body("corrections[1].change", is("CORRECTED"))
                .body("corrections[1].fields", is(List.of("debtors")))
                .body("questions.findAll { it.field == 'debtors' }", hasSize(0));
        command(officer, path + "/confirmation", edited.header("ETag"), null)
                .then()
                .statusCode(201);
    }

    @Test
    void a_confirmed_import_is_a_draft_plan_with_its_original_and_text_and_can_be_issued() throws Exception {
        var original = Documents.word(DOCUMENT.split("\n"));
        var path = Documents.read(officer, province.id(), WORD, "Kế hoạch 17.docx", original);
        var read = get(officer, path);
        var draft = new HashMap<String, Object>(read.jsonPath().getMap("draft"));
        draft.put("issueDate", "2024-01-31");
        draft.put("title", "Chuyên đề năm 2024");
        var edited = edit(officer, path, read.header("ETag"), draft);
        edited.then().statusCode(200).body("documentCorrections", hasItem("issueDate"));
        var confirmed = command(officer, path + "/confirmation", edited.header("ETag"), null);
        confirmed.then().statusCode(201).body("planId", notNullValue());
        var plan = "/api/v1/plans/" + confirmed.path("planId");
        assertThat(confirmed.header("Location")).endsWith(plan);
        var drafted = get(officer, plan);
        drafted.then()
                .statusCode(200)
                .body("status", is("DRAFT"))
                .body("number", is("17"))
                .body("symbol", is("KH/TU"))
                .body("signer.name", is("Nguyễn Văn Mẫu"))
                .body("title", is("Chuyên đề năm 2024"));
        assertThat(TestDatabase.count(
                        "select count(*) from audit_record where action = 'confirm-plan-import' and subject_id ="
                                + " ?::uuid",
                        path.substring(PATH.length() + 1)))
                .isOne();
        var files = get(officer, plan + "/documents").jsonPath();
        assertThat(files.getList("items.fileName"))
                .containsExactlyInAnyOrder("Kế hoạch 17.docx", "Kế hoạch 17.docx.txt");
        String id = files.getString("items.find { it.fileName == 'Kế hoạch 17.docx' }.id");
        assertThat(get(officer, plan + "/documents/" + id + "/content").asByteArray())
                .isEqualTo(original);
        get(officer, path).then().body("status", is("CONFIRMED")).body("planId", is((String) confirmed.path("planId")));

        var leader = aHolder("COMMITTEE_LEADER", province.id());
        var adopted = command(leader, plan + "/adoption", drafted.header("ETag"), aVote());
        adopted.then().statusCode(200);
        command(leader, plan + "/issuance", adopted.header("ETag"), null).then().statusCode(200);
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> get(leader, plan).path("assignmentsOpenedAt") != null);
        assertThat(get(leader, "/api/v1/assignments?plan=" + confirmed.path("planId"))
                        .jsonPath()
                        .getList("items.dueAt"))
                .containsExactlyInAnyOrder("2024-03-14T17:00:00Z", "2024-11-24T17:00:00Z");
    }

    @Test
    void confirmed_twice_at_once_it_is_one_plan() throws Exception {
        var path = imported(DOCUMENT);
        var tag = get(officer, path).header("ETag");
        Callable<Integer> confirm =
                () -> command(officer, path + "/confirmation", tag, null).statusCode();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(confirm, confirm));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
        }
        assertThat(get(officer, "/api/v1/plans?organisation=" + province.id())
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
        command(officer, path + "/confirmation", get(officer, path).header("ETag"), null)
                .then()
                .statusCode(409)
                .body("type", is("/problems/plan-import-already-confirmed"));
        edit(officer, path, "*", get(officer, path).jsonPath().getMap("draft"))
                .then()
                .statusCode(409);
    }

    @Test
    void when_its_draft_is_deleted_it_is_a_proposal_again_and_can_be_confirmed_anew() {
        var path = imported(DOCUMENT);
        String first = command(officer, path + "/confirmation", "*", null).path("planId");
        given().auth()
                .oauth2(Tokens.of(officer))
                .header("If-Match", "*")
                .delete("/api/v1/plans/" + first)
                .then()
                .statusCode(204);
        get(officer, path).then().body("status", is("PROPOSED")).body("planId", nullValue());
        var again = command(officer, path + "/confirmation", "*", null);
        again.then().statusCode(201).body("planId", not(first));
        assertThat(get(officer, "/api/v1/plans/" + again.path("planId") + "/documents")
                        .jsonPath()
                        .getList("items"))
                .isNotEmpty();
    }

    @Test
    void changes_name_the_version_that_was_seen() {
        var path = imported(DOCUMENT);
        var draft = get(officer, path).jsonPath().getMap("draft");
        edit(officer, path, "\"999\"", draft).then().statusCode(412);
        command(officer, path + "/confirmation", null, null).then().statusCode(428);
        given().auth().oauth2(Tokens.of(officer)).delete(path).then().statusCode(428);
    }

    @Test
    void the_same_key_sends_a_document_once_and_another_one_not_at_all() {
        var key = UUID.randomUUID().toString();
        String id = sendOnce(officer, province.id(), TEXT, "a.txt", Documents.text(DOCUMENT), key)
                .path("id");
        sendOnce(officer, province.id(), TEXT, "a.txt", Documents.text(DOCUMENT), key)
                .then()
                .statusCode(202)
                .body("id", is(id));
        sendOnce(officer, province.id(), TEXT, "a.txt", Documents.text(DOCUMENT + "."), key)
                .then()
                .statusCode(422)
                .body("type", is("/problems/idempotency-key-reused"));
        get(officer, PATH).then().body("items.id", is(List.of(id)));
    }

    @Test
    void pdf_and_html_are_read_too() {
        var pdf = Documents.read(
                officer,
                province.id(),
                PDF,
                "a.pdf",
                Documents.pdf("KE HOACH", "nam 2024", "1. Cac chi bo bao cao ket qua truoc ngay 15/3/2024."));
        assertThat(get(officer, pdf).jsonPath().getList("obligations.read.deadline.date"))
                .containsExactly("2024-03-15");
        var html = Documents.read(
                officer,
                province.id(),
                HTML,
                "a.html",
                Documents.text(
                        "<h1>KẾ HOẠCH</h1><p>năm 2024</p><p>1. Các chi bộ báo cáo kết quả trước ngày 15/3/2024.</p>"));
        assertThat(get(officer, html).jsonPath().getList("obligations.read.deadline.date"))
                .containsExactly("2024-03-15");
        command(officer, html + "/confirmation", "*", null).then().statusCode(422);
    }

    @Test
    void an_unconfirmed_one_is_deleted_with_everything_kept_of_it() {
        var path = imported(DOCUMENT);
        var id = path.substring(PATH.length() + 1);
        given().auth()
                .oauth2(Tokens.of(officer))
                .header("If-Match", "*")
                .delete(path)
                .then()
                .statusCode(204);
        get(officer, path).then().statusCode(404);
        assertThat(TestDatabase.count("select count(*) from plan_import_content where import_id = ?::uuid", id))
                .isZero();
    }

    @Test
    void it_is_its_senders_own_thing() {
        var path = imported(DOCUMENT);
        get(aHolder("COMMITTEE_OFFICER", province.id()), path).then().statusCode(404);
        get(aHolder("COMMITTEE_LEADER", province.id()), path + "/text").then().statusCode(404);
    }

    @Test
    void what_nobody_confirms_is_forgotten_after_ninety_days() {
        var waiting = imported(DOCUMENT);
        var confirmed = imported(DOCUMENT.replace("17-KH", "18-KH"));
        command(officer, confirmed + "/confirmation", "*", null).then().statusCode(201);
        forgetAfter(PlanImportCleaning.UNCONFIRMED.minusDays(1));
        get(officer, waiting).then().statusCode(200);
        forgetAfter(PlanImportCleaning.UNCONFIRMED.plusDays(1));
        get(officer, waiting).then().statusCode(404);
        get(officer, confirmed).then().statusCode(200);
        forgetAfter(PlanImportCleaning.CONFIRMED.plusDays(1));
        get(officer, confirmed).then().statusCode(404);
    }

    private void forgetAfter(Duration time) {
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> QuarkusTransaction.requiringNew()
                                .call(() -> cleaning.forget(clock.instant().plus(time)))
                        == 0);
    }
}
