package vn.tiendo.notifications.provider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork;
import vn.tiendo.notifications.preference.Category;

/// Contracts with providers and the templates that they approve, as administrators keep them.
@QuarkusTest
class ProviderContractsTest {

    private static final String CONTRACTS = "/api/v1/provider-contracts";
    private static final String TEMPLATES = "/api/v1/provider-templates";

    private KnownOrganisation committee;
    private String administrator;

    @BeforeEach
    void before() {
        TestClock.setTo(LocalDateTime.of(2024, 4, 1, 9, 0));
        committee = TestTree.aChildOf(TestTree.aRoot());
        administrator = TestTree.aHolderOf(Role.ADMINISTRATOR, committee);
    }

    @AfterEach
    void after() {
        TestClock.setBack();
    }

    @Test
    void a_contract_is_entered_read_changed_and_audited() {
        var entered = enter("SMS", terms("2024-01-01", "2024-12-31", 500));
        entered.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("terms.sender", is("BQLDA"))
                .body("inForce", is(true))
                .body("leftToday", is(500));
        String id = entered.path("id");
        change(id, null, terms("2024-01-01", null, 5)).then().statusCode(428);
        change(id, "\"0\"", terms("2024-05-01", null, 5))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("inForce", is(false))
                .body("terms.validTo", nullValue())
                .body("leftToday", is(5));
        change(id, "\"0\"", terms("2024-01-01", null, 5)).then().statusCode(412);
        as(administrator).get(CONTRACTS + "?channel=SMS").then().body("items.id", hasItem(id));
        as(administrator).get(CONTRACTS + "?channel=ZALO").then().body("items.id", not(hasItem(id)));
        assertThat(TestWork.rows(
                        "select action from audit_record where subject_id = ?1 order by happened_at",
                        UUID.fromString(id)))
                .containsExactly("conclude-provider-contract", "change-provider-contract");
    }

    @Test
    void what_was_taken_today_is_gone_from_the_quota() {
        String id = enter("ZALO", terms("2024-01-01", null, 500)).path("id");
        TestWork.execute("insert into channel_quota (name, day, used) values (?1, '2024-04-01', 480)", id);
        as(administrator).get(CONTRACTS + "/" + id).then().body("leftToday", is(20));
        TestClock.setTo(LocalDateTime.of(2024, 4, 2, 9, 0));
        as(administrator).get(CONTRACTS + "/" + id).then().body("leftToday", is(500));
    }

    @Test
    void _422_for_a_channel_without_contracts_and_an_end_before_the_beginning() {
        enter("EMAIL", terms("2024-01-01", null, 5))
                .then()
                .statusCode(422)
                .body("type", is("/problems/channel-without-contract"));
        enter("SMS", terms("2024-01-02", "2024-01-01", 5))
                .then()
                .statusCode(422)
                .body("type", is("/problems/provider-contract-ends-before-it-begins"));
    }

    @Test
    void _400_for_what_is_no_contract_and_409_for_a_second_one_from_the_same_day() {
        enter("SMS", terms("2024-01-01", null, 0)).then().statusCode(400);
        enter("FAX", terms("2024-01-01", null, 5)).then().statusCode(400);
        enter("SMS", terms("2024-01-01", null, 5)).then().statusCode(201);
        enter("ZALO", terms("2024-01-01", null, 5)).then().statusCode(201);
        enter("SMS", terms("2024-01-01", null, 5))
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-provider-contract-per-day"));
    }

    @Test
    void a_template_is_drafted_submitted_rejected_rewritten_and_approved() {
        String id = draft(content("OVERDUE", "{noi_dung}", Map.of("noi_dung", "THIN")))
                .then()
                .statusCode(201)
                .body("state", is("DRAFT"))
                .body("externalId", nullValue())
                .extract()
                .path("id");
        move(id, 0, "approval", null)
                .then()
                .statusCode(409)
                .body("type", is("/problems/provider-template-cannot-become"));
        move(id, 0, "submission", Map.of("externalId", "7895"))
                .then()
                .statusCode(200)
                .body("state", is("SUBMITTED"))
                .body("externalId", is("7895"))
                .body("stateAt", notNullValue());
        rewrite(id, 1, content("OVERDUE", "{noi_dung}!", Map.of("noi_dung", "THIN")))
                .then()
                .statusCode(409)
                .body("type", is("/problems/provider-template-is-fixed"));
        TestClock.setTo(LocalDateTime.of(2024, 4, 3, 9, 0));
        move(id, 1, "rejection", Map.of("reason", "Thiếu tên thương hiệu"))
                .then()
                .statusCode(200)
                .body("state", is("REJECTED"))
                .body("stateReason", is("Thiếu tên thương hiệu"))
                .body("stateAt", startsWith("2024-04-03T02:00:0"));
        rewrite(id, 2, content("OVERDUE", "BQLDA: {noi_dung}", Map.of("noi_dung", "THIN")))
                .then()
                .statusCode(200)
                .body("content.text", is("BQLDA: {noi_dung}"));
        move(id, 3, "submission", Map.of("externalId", "7896"))
                .then()
                .statusCode(200)
                .body("stateReason", nullValue());
        move(id, 4, "approval", null).then().statusCode(200).body("state", is("APPROVED"));
        move(id, 5, "disablement", Map.of("reason", "Nhà cung cấp khóa")).then().body("state", is("DISABLED"));
        move(id, 6, "approval", null).then().body("state", is("APPROVED"));
        as(administrator).get(TEMPLATES + "?state=APPROVED").then().body("items.id", hasItem(id));
        assertThat(TestWork.rows(
                        "select action from audit_record where subject_id = ?1 order by happened_at, action",
                        UUID.fromString(id)))
                .hasSize(8)
                .contains("draft-provider-template", "provider-template-approved", "provider-template-disabled");
    }

    @Test
    void every_category_can_be_carried() {
        assertThat(Category.values())
                .allMatch(category -> TemplateUse.of(category).name().equals(category.name()));
    }

    @Test
    void only_what_follows_is_possible() {
        for (var actual : ApprovalState.values()) {
            assertThat(List.of(ApprovalState.values()).stream().filter(actual::mayBecome))
                    .as(actual.name())
                    .containsExactlyElementsOf(
                            switch (actual) {
                                case DRAFT, REJECTED -> List.of(ApprovalState.SUBMITTED);
                                case SUBMITTED -> List.of(ApprovalState.APPROVED, ApprovalState.REJECTED);
                                case APPROVED -> List.of(ApprovalState.DISABLED);
                                case DISABLED -> List.of(ApprovalState.APPROVED);
                            });
        }
    }

    @Test
    void _422_for_a_parameter_without_a_value_and_for_a_code_where_it_does_not_belong() {
        unfit(content("OVERDUE", "{noi_dung}", Map.of("han", "DAY")));
        unfit(content("OVERDUE", "{ma}", Map.of("ma", "CODE")));
        unfit(content("CODE", "Xin chào", Map.of("noi_dung", "THIN")));
        draft(content("CODE", "Mã: {ma}", Map.of("ma", "CODE"))).then().statusCode(201);
        draft(content("OVERDUE", "x", Map.of("a b", "DAY"))).then().statusCode(400);
        draft(content("OVERDUE", "x", Map.of("name", "MEMBER_NAME"))).then().statusCode(400);
    }

    @Test
    void _409_for_the_same_template_of_a_provider_twice() {
        String contract = enter("ZALO", terms("2024-01-01", null, 5)).path("id");
        String one = draft(contract, content("OVERDUE", "x", Map.of())).path("id");
        String other = draft(contract, content("OVERDUE", "y", Map.of())).path("id");
        move(one, 0, "submission", Map.of("externalId", "1")).then().statusCode(200);
        move(other, 0, "submission", Map.of("externalId", "1"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/one-provider-template-per-use"));
    }

    private void unfit(Map<String, ?> content) {
        draft(content).then().statusCode(422).body("type", is("/problems/provider-template-unfit"));
    }

    private static Map<String, Object> terms(String from, @Nullable String to, int perDay) {
        var terms = new HashMap<String, Object>(Map.of("sender", "BQLDA", "validFrom", from, "perDay", perDay));
        if (to != null) {
            terms.put("validTo", to);
        }
        return terms;
    }

    private static Map<String, Object> content(String carries, String text, Map<String, String> parameters) {
        return Map.of("carries", carries, "language", "VI", "text", text, "parameters", parameters);
    }

    private Response enter(String channel, Map<String, ?> terms) {
        return as(administrator)
                .body(Map.of("organisationId", committee.id(), "channel", channel, "terms", terms))
                .post(CONTRACTS);
    }

    private Response change(String id, @Nullable String version, Map<String, ?> terms) {
        var request = as(administrator).body(terms);
        return (version == null ? request : request.header("If-Match", version)).put(CONTRACTS + "/" + id);
    }

    private Response draft(Map<String, ?> content) {
        var known = as(administrator).get(CONTRACTS).<List<String>>path("items.id");
        return draft(
                known.isEmpty() ? enter("SMS", terms("2024-01-01", null, 5)).path("id") : known.getFirst(), content);
    }

    private Response draft(String contract, Map<String, ?> content) {
        return as(administrator)
                .body(Map.of("contractId", contract, "content", content))
                .post(TEMPLATES);
    }

    private Response rewrite(String id, int version, Map<String, ?> content) {
        return as(administrator)
                .header("If-Match", "\"" + version + "\"")
                .body(content)
                .put(TEMPLATES + "/" + id);
    }

    private Response move(String id, int version, String command, @Nullable Map<String, ?> body) {
        var request = as(administrator).header("If-Match", "\"" + version + "\"");
        return (body == null ? request : request.body(body)).post(TEMPLATES + "/" + id + "/" + command);
    }

    private static RequestSpecification as(String subject) {
        return given().auth().oauth2(Tokens.of(subject)).contentType(ContentType.JSON);
    }
}
