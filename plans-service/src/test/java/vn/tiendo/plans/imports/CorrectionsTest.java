package vn.tiendo.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.plans.imports.PlanImportApi.Change;
import vn.tiendo.plans.imports.PlanImportApi.Correction;
import vn.tiendo.plans.imports.PlanImportApi.QuestionView;
import vn.tiendo.plans.imports.reader.PlanReader;
import vn.tiendo.plans.imports.reader.ReadDocument;
import vn.tiendo.plans.imports.reader.UnreadableDocument.Reason;

/// The draft that a reading proposes, what a person changes of it, and what stays open.
class CorrectionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID ISSUER = UUID.fromString("0190a5c0-0000-7000-8000-000000000001");

    private static final ReadDocument READ = PlanReader.read("""
        TỈNH ỦY MẪU
        Số 17-KH/TU
        KẾ HOẠCH
        thực hiện Chuyên đề năm 2024
        1. Các chi bộ, đảng bộ cơ sở xây dựng kế hoạch, hoàn thành trước ngày 15/3/2024.
        2. Mỗi chi bộ tổ chức ít nhất 02 kỳ sinh hoạt chuyên đề.
        3. Sau khi học tập, các chi bộ báo cáo kết quả với cấp ủy cấp trên.
        """);

    private static ObjectNode proposed() {
        return (ObjectNode) ProposedDraft.of(ISSUER, READ, Resolution.NONE);
    }

    @Test
    void the_draft_has_what_the_document_says_and_leaves_out_what_it_does_not() {
        var draft = proposed();
        assertThat(draft.path("organisationId").asText()).isEqualTo(ISSUER.toString());
        assertThat(draft.path("type").asText()).isEqualTo("PLAN");
        assertThat(draft.path("number").asText()).isEqualTo("17");
        assertThat(draft.path("year").asInt()).isEqualTo(2024);
        assertThat(draft.has("issueDate")).isFalse();
        assertThat(draft.has("signer")).isFalse();
        assertThat(draft.path("obligations")
                        .valueStream()
                        .map(one -> one.path("kind").asText()))
                .containsExactly("COLLECTIVE_PLAN", "THEMATIC_MEETING", "RESULT_REPORT");
        assertThat(draft.path("obligations")
                        .path(0)
                        .path("deadline")
                        .path("date")
                        .asText())
                .isEqualTo("2024-03-15");
        assertThat(draft.path("obligations")
                        .path(1)
                        .path("counts")
                        .path("minCount")
                        .asInt())
                .isEqualTo(2);
        assertThat(draft.path("obligations")
                        .valueStream()
                        .allMatch(one -> one.path("debtors").path("anyOf").isEmpty()))
                .isTrue();
    }

    @Test
    void nothing_changed_is_nothing_corrected() {
        assertThat(Corrections.ofObligations(proposed(), proposed())).allMatch(one -> one.change() == Change.KEPT);
        assertThat(Corrections.ofDocument(proposed(), proposed())).isEmpty();
    }

    @Test
    void an_obligation_is_known_again_under_another_code_by_its_sentence() {
        var draft = proposed();
        var first = (ObjectNode) draft.path("obligations").path(0);
        first.put("code", "S9-01");
        first.put("kind", "PLAN_SUBMISSION");
        ((ObjectNode) draft.path("obligations").path(1).path("counts")).put("minCount", 3);
        draft.put("title", "Chuyên đề");
        assertThat(Corrections.ofObligations(proposed(), draft).subList(0, 2))
                .containsExactly(
                        new Correction("S9-01", "O-01", Change.CORRECTED, List.of("code", "kind")),
                        new Correction("O-02", "O-02", Change.CORRECTED, List.of("counts")));
        assertThat(Corrections.ofDocument(proposed(), draft)).containsExactly("title");
    }

    @Test
    void what_was_added_and_what_was_removed_is_told() throws Exception {
        var draft = proposed();
        var obligations = (com.fasterxml.jackson.databind.node.ArrayNode) draft.path("obligations");
        obligations.remove(1);
        obligations.add(JSON.readTree("{\"code\":\"N\",\"kind\":\"EVENT\",\"quote\":\"khác hẳn\"}"));
        assertThat(Corrections.ofObligations(proposed(), draft))
                .contains(
                        new Correction("N", null, Change.ADDED, List.of()),
                        new Correction(null, "O-02", Change.REMOVED, List.of()));
    }

    @Test
    void an_absent_field_and_an_empty_one_are_the_same() throws Exception {
        JsonNode with = JSON.readTree("{\"title\":\"a\",\"themeIds\":[],\"signer\":null}");
        assertThat(Corrections.ofDocument(JSON.readTree("{\"title\":\"a\"}"), with))
                .isEmpty();
    }

    @Test
    void questions_stay_open_until_they_are_answered() throws Exception {
        var draft = proposed();
        assertThat(open(draft)).contains("null issueDate not-stated", "O-01 debtors which-organisations");
        assertThat(open(draft)).contains("O-03 deadline set-a-day");
        draft.put("issueDate", "2024-01-02");
        ((ObjectNode) draft.path("obligations").path(0))
                .set("debtors", JSON.readTree("{\"anyOf\":[{\"organisations\":[\"" + ISSUER + "\"]}],\"except\":[]}"));
        assertThat(open(draft))
                .doesNotContain("null issueDate not-stated", "O-01 debtors which-organisations")
                .contains("O-02 debtors which-organisations");
    }

    private static List<String> open(JsonNode draft) {
        return Questions.open(READ, Resolution.NONE, draft, List.of(Locale.ENGLISH)).stream()
                .map(CorrectionsTest::told)
                .toList();
    }

    private static String told(QuestionView question) {
        return question.obligation() + " " + question.field() + " " + question.code();
    }

    @Test
    void every_reason_why_a_file_is_not_read_has_its_sentences_in_both_languages() throws Exception {
        for (var language : List.of("vi", "en")) {
            var sentences = new Properties();
            try (var in = CorrectionsTest.class.getResourceAsStream("/messages_" + language + ".properties")) {
                sentences.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
            }
            for (var reason : Reason.values()) {
                assertThat(sentences).containsKeys(reason.code(), reason.code() + ".title");
            }
        }
    }
}
