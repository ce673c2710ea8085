package vn.tiendo.launcher.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanContentsTest {
    private final SampleFiles files = new SampleFiles(Path.of("../sample"));
    private final Map<String, String> organisations = files.rows("organisations.csv").stream()
            .collect(Collectors.toMap(row -> row.get("code"), row -> "id-of-" + row.get("code")));

    @Test
    void every_obligation_of_the_five_documents_says_who_owes_it() {
        int obligations = 0;
        for (var document : files.json("documents.json").properties()) {
            var content = plan(document.getKey());
            for (var obligation : content.path("obligations")) {
                assertThat(obligation.path("debtors").path("anyOf")).isNotEmpty();
                obligations++;
            }
        }
        assertThat(obligations).isEqualTo(146);
    }

    @Test
    void a_report_goes_through_one_body_to_another() {
        var report = obligation("la-gi-2024.txt", "S2-25");

        assertThat(report.path("recipientOrganisationId").asText()).isEqualTo("id-of-LG");
        assertThat(report.path("viaOrganisationId").asText()).isEqualTo("id-of-LG-BTG");
        assertThat(report.path("deadline").path("date").asText()).isEqualTo("2024-05-05");
        assertThat(report.path("deadline").path("exclusive").asBoolean()).isTrue();
        assertThat(report.path("deadline").has("occurrences")).isFalse();
    }

    @Test
    void counts_and_exempt_groups_come_along() {
        var registration = obligation("la-gi-2024.txt", "S2-12");

        assertThat(registration.path("counts").path("minCount").asInt()).isEqualTo(1);
        assertThat(registration.path("exempt")).hasSize(3);
        assertThat(registration.has("recipientOrganisationId")).isFalse();
    }

    @Test
    void an_obligation_that_nobody_is_known_to_owe_is_a_fault() {
        var extraction = Api.JSON.createObjectNode();
        extraction.putArray("obligations").addObject().put("id", "S9-01");
        var contents = new PlanContents(files.json("debtors.json"), organisations);

        assertThatThrownBy(() -> contents.of(files.json("documents.json").path("la-gi-2024.txt"), extraction))
                .hasMessage("debtors.json does not say who owes S9-01");
    }

    @Test
    void a_quoted_cell_keeps_its_commas_and_quotes() {
        assertThat(SampleFiles.cells("a,\"b, \"\"c\"\"\",,d")).containsExactly("a", "b, \"c\"", "", "d");
    }

    private ObjectNode plan(String document) {
        return new PlanContents(files.json("debtors.json"), organisations)
                .of(
                        files.json("documents.json").path(document),
                        files.json("examples/" + document.replace(".txt", ".expected.json")));
    }

    private JsonNode obligation(String document, String code) {
        for (var obligation : plan(document).path("obligations")) {
            if (obligation.path("code").asText().equals(code)) return obligation;
        }
        throw new AssertionError(code + " is missing");
    }
}
