package vn.tiendo.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aPlan;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.aVote;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.anObligation;
import static vn.tiendo.plans.PlansWorld.awaitOpened;
import static vn.tiendo.plans.PlansWorld.childrenOf;
import static vn.tiendo.plans.PlansWorld.command;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.plans.PlansWorld.Unit;

/// The parts of a document around its body: citations, recipients, signer, numbers.
@QuarkusTest
class PlanDocumentTest {

    private static final String PLANS = "/api/v1/plans";
    private static final String KNOWN = "/api/v1/known-documents";

    private Unit province;
    private Unit unit;
    private String officer;

    @BeforeEach
    void grow() {
        province = aProvince();
        unit = aUnit(province.id(), "GRASSROOTS_COMMITTEE");
        officer = aHolder("COMMITTEE_OFFICER", province.id());
    }

    private static Map<String, Object> known(UUID keeper, String number, String date, String title) {
        return new HashMap<>(Map.of(
                "organisationId", keeper,
                "type", "Chỉ thị",
                "number", number,
                "issueDate", date,
                "issuer", "Bộ Chính trị",
                "title", title));
    }

    private static Map<String, Object> citing(String raw, String number, @Nullable String date) {
        var cited = new HashMap<String, Object>(Map.of("raw", raw, "number", number));
        if (date != null) {
            cited.put("issueDate", date);
        }
        return cited;
    }

    private Map<String, Object> planThatRestsOn(UUID organisation, Map<String, Object> cited) {
        var plan = aPlan(organisation);
        plan.put("document", Map.of("legalBases", List.of(cited)));
        return plan;
    }

    private static Response put(String subject, String path, String tag, Object body) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(subject))
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .put(path);
    }

    private static Response nextNumber(String subject, UUID organisation, int year) {
        return get(subject, PLANS + "/next-number?organisation=" + organisation + "&type=PLAN&year=" + year);
    }

    @Test
    void the_parts_come_back_composed_and_read() {
        var plan = aPlan(province.id());
        var title = "Triển khai Chuyên đề năm 2024";
        plan.put("title", Normalizer.normalize(title, Normalizer.Form.NFD));
        plan.put(
                "signer",
                Map.of("name", "Nguyễn Hoàng Thao", "position", "PHÓ BÍ THƯ", "capacity", "T/M BAN THƯỜNG VỤ"));
        plan.put(
                "document",
                Map.of(
                        "addressees", List.of(Normalizer.normalize("Các chi bộ cơ sở", Normalizer.Form.NFD)),
                        "citations", List.of(citing("Kết luận số 01-KL/TW", "01-KL/TW", "2021-05-18")),
                        "recipients",
                                List.of(
                                        Map.of("name", "Thường trực Tỉnh ủy", "purpose", "b/c"),
                                        Map.of("name", "Đơn vị", "organisationId", unit.id()),
                                        Map.of("name", "Lưu VPTU"))));
        String id = post(officer, PLANS, plan).then().statusCode(201).extract().path("id");
        get(officer, PLANS + "/" + id)
                .then()
                .body("title", is(title))
                .body("signer.form", is("ON_BEHALF"))
                .body("signer.capacity", is("T/M BAN THƯỜNG VỤ"))
                .body("document.addressees", is(List.of("Các chi bộ cơ sở")))
                .body("document.citations[0].number", is("01"))
                .body("document.citations[0].symbol", is("KL/TW"))
                .body("document.recipients.receives", is(java.util.Arrays.asList("TO_REPORT", null, "TO_FILE")))
                .body("document.recipients[1].organisationId", is(unit.id().toString()))
                .body("warnings", is(empty()));
        get(officer, PLANS + "?organisation=" + province.id())
                .then()
                .body("items[0].document", nullValue())
                .body("items[0].warnings", nullValue());
    }

    @Test
    void a_replaced_legal_basis_is_warned_of_at_drafting_and_when_it_is_replaced_later() {
        var old = post(officer, KNOWN, known(province.id(), "05-CT/TW", "2016-05-15", "Đẩy mạnh học tập"));
        old.then().statusCode(201).body("number", is("05")).body("symbol", is("CT/TW"));
        var cited = planThatRestsOn(unit.id(), citing("Chỉ thị số 5-ct/tw", "5-ct/tw", null));
        var clerk = aHolder("CELL_SECRETARY", unit.id());
        var drafted = post(clerk, PLANS, cited);
        drafted.then()
                .statusCode(201)
                .body("warnings", is(empty()))
                .body("document.legalBases[0].knownDocumentId", is((String) old.path("id")));

        String next = post(officer, KNOWN, known(province.id(), "01-KL/TW", "2021-05-18", "Tiếp tục"))
                .path("id");
        var replaced = known(province.id(), "05-CT/TW", "2016-05-15", "Đẩy mạnh học tập");
        replaced.put("replacedById", next);
        put(officer, KNOWN + "/" + old.path("id"), old.header("ETag"), replaced)
                .then()
                .statusCode(200)
                .body("replacedById", is(next));

        get(clerk, PLANS + "/" + drafted.path("id"))
                .then()
                .body("warnings", hasSize(1))
                .body("warnings[0].code", is("cited-document-replaced"))
                .body("warnings[0].message", is("Văn bản \"Chỉ thị số 5-ct/tw\" đã được thay thế (bởi 01-KL/TW)."));
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of(clerk))
                .header("Accept-Language", "en")
                .get(PLANS + "/" + drafted.path("id"))
                .then()
                .body("warnings[0].message", containsString("has been replaced (by 01-KL/TW)"));
        cited.put("number", "1001");
        post(clerk, PLANS, cited).then().statusCode(201).body("warnings.code", is(List.of("cited-document-replaced")));
    }

    @Test
    void the_warning_stands_in_the_answer_of_issuing_and_refuses_nothing() {
        var expired = known(province.id(), "33-KH/TU", "2021-09-09", "Cũ");
        expired.put("validTo", "2023-12-31");
        post(officer, KNOWN, expired).then().statusCode(201);
        var leader = aHolder("COMMITTEE_LEADER", province.id());
        var drafted = post(officer, PLANS, planThatRestsOn(province.id(), citing("KH 33", "33-KH/TU", "2021-09-09")));
        var path = PLANS + "/" + drafted.path("id");
        var adopted = command(leader, path + "/adoption", drafted.header("ETag"), aVote());
        command(leader, path + "/issuance", adopted.header("ETag"), null)
                .then()
                .statusCode(200)
                .body("status", is("ISSUED"))
                .body("warnings.code", is(List.of("cited-document-expired")))
                .body("warnings[0].arguments.lastDay", is("2023-12-31"));
    }

    @Test
    void a_citation_is_tied_to_the_superiors_plan_and_not_to_that_of_another_province() {
        var superior = aPlan(
                province.id(),
                anObligation("O", "GENERIC_TASK", childrenOf(province.id(), "GRASSROOTS_COMMITTEE"), null));
        superior.put("number", "0213");
        var meant = anIssuedPlan(province.id(), superior);
        var elsewhere = aProvince();
        var same = aPlan(elsewhere.id());
        same.put("number", "213");
        anIssuedPlan(elsewhere.id(), same);
        var clerk = aHolder("CELL_SECRETARY", unit.id());
        post(clerk, PLANS, planThatRestsOn(unit.id(), citing("Kế hoạch số 213-KH/TU", "213-KH/TU", "2024-03-01")))
                .then()
                .statusCode(201)
                .body("document.legalBases[0].planId", is(meant.toString()));
        post(clerk, PLANS, planThatRestsOn(unit.id(), citing("Kế hoạch số 213-KH/TU", "213-KH/TU", "2024-03-02")))
                .then()
                .statusCode(201)
                .body("document.legalBases[0].planId", nullValue());
    }

    @Test
    void a_plan_that_was_superseded_or_recalled_is_warned_of_by_those_who_cite_it() {
        var leader = aHolder("COMMITTEE_LEADER", province.id());
        var content = aPlan(
                province.id(),
                anObligation("O", "GENERIC_TASK", childrenOf(province.id(), "GRASSROOTS_COMMITTEE"), null));
        content.put("number", "3001");
        var path = PLANS + "/" + anIssuedPlan(province.id(), content);
        var clerk = aHolder("CELL_SECRETARY", unit.id());
        String citing = PLANS + "/"
                + post(clerk, PLANS, planThatRestsOn(unit.id(), citing("KH số 3001-KH/TU", "3001-KH/TU", null)))
                        .then()
                        .statusCode(201)
                        .body("warnings", is(empty()))
                        .extract()
                        .path("id");

        String amendment = PLANS + "/"
                + command(officer, path + "/amendments", null, Map.of()).path("id");
        content.put("number", "3002");
        content.put("issueDate", "2024-06-01");
        put(officer, amendment, "*", content).then().statusCode(200);
        command(leader, amendment + "/adoption", "*", aVote()).then().statusCode(200);
        command(leader, amendment + "/issuance", "*", null).then().statusCode(200);
        get(clerk, citing)
                .then()
                .body("warnings[0].message", is("Văn bản \"KH số 3001-KH/TU\" đã được thay thế (bởi 3002-KH/TU)."));

        awaitOpened(leader, amendment);
        command(leader, amendment + "/recall", "*", Map.of("reason", "Sai thẩm quyền"))
                .then()
                .statusCode(200);
        post(clerk, PLANS, planThatRestsOn(unit.id(), citing("KH số 3002-KH/TU", "3002-KH/TU", "2024-06-01")))
                .then()
                .statusCode(201)
                .body("warnings.code", is(List.of("cited-document-recalled")));
    }

    @Test
    void _422_for_a_link_to_what_is_not_there_or_not_seen() {
        var elsewhere = aProvince();
        var hidden = anIssuedPlan(elsewhere.id(), aPlan(elsewhere.id()));
        String foreign = post(
                        aHolder("COMMITTEE_OFFICER", elsewhere.id()),
                        KNOWN,
                        known(elsewhere.id(), "1-QĐ/TU", "2024-01-02", "Nơi khác"))
                .path("id");
        for (var link : List.of(
                Map.of("raw", "x", "planId", hidden),
                Map.of("raw", "x", "knownDocumentId", foreign),
                Map.of("raw", "x", "knownDocumentId", UUID.randomUUID()))) {
            post(officer, PLANS, planThatRestsOn(province.id(), new HashMap<>(link)))
                    .then()
                    .statusCode(422)
                    .body("type", is("/problems/unknown-cited-document"));
        }
        var plan = aPlan(province.id());
        plan.put("document", Map.of("recipients", List.of(Map.of("name", "x", "organisationId", UUID.randomUUID()))));
        post(officer, PLANS, plan).then().statusCode(422).body("type", is("/problems/unknown-recipient"));
    }

    @Test
    void the_register_is_read_from_below_and_written_by_its_keepers() {
        String id = post(officer, KNOWN, known(province.id(), "07-CT/TW", "2016-05-15", "x"))
                .path("id");
        get(aHolder("MEMBER", unit.id()), KNOWN + "/" + id).then().statusCode(200);
        get(aHolder("MEMBER", unit.id()), KNOWN + "?number=7-CT/TW&limit=200")
                .then()
                .body("items.findAll { it.id == '" + id + "' }.size()", is(1));
        get(aHolder("AUDITOR", aProvince().id()), KNOWN + "/" + id)
                .then()
                .statusCode(404)
                .body("type", is("/problems/known-document-not-found"));
        post(aHolder("CELL_SECRETARY", unit.id()), KNOWN, known(unit.id(), "8-CT/TW", "2016-05-15", "x"))
                .then()
                .statusCode(403);
        post(officer, KNOWN, known(province.id(), "007-ct/tw", "2016-05-15", "Lần nữa"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-known-document-per-identity"));
        post(officer, KNOWN, known(province.id(), "7", "2016-05-15", "x"))
                .then()
                .statusCode(422)
                .body("type", is("/problems/number-without-symbol"));
    }

    @Test
    void a_replacement_must_be_there_and_cannot_lead_back() {
        var first = post(officer, KNOWN, known(province.id(), "1-QC/TU", "2020-01-01", "a"));
        var second = known(province.id(), "2-QC/TU", "2021-01-01", "b");
        second.put("replacedById", UUID.randomUUID());
        post(officer, KNOWN, second).then().statusCode(422).body("type", is("/problems/replacement-unknown"));
        second.put("replacedById", first.path("id"));
        String later =
                post(officer, KNOWN, second).then().statusCode(201).extract().path("id");
        var circle = known(province.id(), "1-QC/TU", "2020-01-01", "a");
        circle.put("replacedById", later);
        put(officer, KNOWN + "/" + first.path("id"), first.header("ETag"), circle)
                .then()
                .statusCode(422)
                .body("type", is("/problems/replacement-circular"));
    }

    @Test
    void numbers_go_on_within_a_year_and_start_over_on_the_first_of_january() {
        nextNumber(officer, province.id(), 2024).then().statusCode(200).body("number", is("01"));
        var plan = aPlan(province.id());
        plan.put("number", "09");
        plan.put("issueDate", "2024-12-31");
        post(officer, PLANS, plan).then().statusCode(201);
        nextNumber(officer, province.id(), 2024).then().body("number", is("10")).body("symbol", is("KH/TU"));
        nextNumber(officer, province.id(), 2025).then().body("number", is("01"));
        plan.put("number", "15a");
        post(officer, PLANS, plan).then().statusCode(201);
        nextNumber(officer, province.id(), 2024).then().body("number", is("10"));
        plan.put("type", "GUIDANCE");
        plan.put("number", "40");
        post(officer, PLANS, plan).then().statusCode(201);
        nextNumber(officer, province.id(), 2024).then().body("number", is("10"));
    }

    @Test
    void _404_for_the_numbers_of_others_403_without_the_role_400_without_year() {
        nextNumber(aHolder("COMMITTEE_OFFICER", aProvince().id()), province.id(), 2024)
                .then()
                .statusCode(404);
        nextNumber(aHolder("AUDITOR", province.id()), province.id(), 2024)
                .then()
                .statusCode(403);
        get(officer, PLANS + "/next-number?organisation=" + province.id() + "&type=PLAN")
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed-request"));
    }

    @Test
    void two_clerks_who_draft_the_same_number_at_once_are_both_told() throws Exception {
        var plan = aPlan(province.id());
        plan.put("number", "77");
        var other = new HashMap<>(plan);
        other.put("number", "077");
        other.put("issueDate", "2024-11-30");
        var ids = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var answer : pool.invokeAll(List.<Callable<String>>of(
                    () -> post(officer, PLANS, plan)
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id"),
                    () -> post(officer, PLANS, other)
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id")))) {
                ids.add(answer.get());
            }
        }
        for (var id : ids) {
            get(officer, PLANS + "/" + id)
                    .then()
                    .body("warnings.code", is(List.of("number-used-already")))
                    .body("warnings[0].arguments.plan", is(ids.get(1 - ids.indexOf(id))));
        }
        var nextYear = new HashMap<>(plan);
        nextYear.put("issueDate", "2025-01-01");
        post(officer, PLANS, nextYear).then().statusCode(201).body("warnings", is(empty()));
        var otherSymbol = new HashMap<>(plan);
        otherSymbol.put("symbol", "KH/BTGTU");
        post(officer, PLANS, otherSymbol).then().statusCode(201).body("warnings", is(empty()));
    }

    @Test
    void _422_for_a_stamp_of_secrecy_and_nothing_is_stored() {
        for (var document : List.of(
                Map.of("marks", List.of("KHẨN", Normalizer.normalize("Tuyệt mật", Normalizer.Form.NFD))),
                Map.of("addressees", List.of("MẬT")))) {
            var plan = aPlan(province.id());
            plan.put("document", document);
            post(officer, PLANS, plan).then().statusCode(422).body("type", is("/problems/secret-document-refused"));
        }
        var titled = aPlan(province.id());
        titled.put("title", "TỐI MẬT\nKế hoạch diễn tập");
        post(officer, PLANS, titled).then().statusCode(422).body("type", is("/problems/secret-document-refused"));
        get(officer, PLANS + "?organisation=" + province.id()).then().body("items", is(empty()));
        var urgent = aPlan(province.id());
        urgent.put("document", Map.of("marks", List.of("HỎA TỐC")));
        urgent.put("title", "Tuyên truyền Luật Bảo vệ bí mật nhà nước");
        post(officer, PLANS, urgent).then().statusCode(201).body("document.marks", is(List.of("HỎA TỐC")));
    }

    @Test
    void _422_when_the_signing_form_contradicts_its_words_and_400_for_an_unknown_one() {
        var plan = aPlan(province.id());
        plan.put("signer", Map.of("name", "A", "capacity", "KT. CHỦ TỊCH", "form", "BY_ORDER"));
        post(officer, PLANS, plan).then().statusCode(422).body("type", is("/problems/signing-form-contradicts"));
        plan.put("signer", Map.of("name", "A", "form", "FOR_FUN"));
        post(officer, PLANS, plan).then().statusCode(400).body("type", is("/problems/malformed-request"));
    }

    @Test
    void a_plan_from_before_the_parts_were_kept_is_still_read() {
        String id = post(officer, PLANS, aPlan(province.id())).path("id");
        assertThat(vn.tiendo.kit.test.TestDatabase.ask(
                        "update plan set document = '{}' where id = ? returning id", UUID.fromString(id)))
                .containsExactly(id);
        get(officer, PLANS + "/" + id).then().statusCode(200).body("id", notNullValue());
    }
}
