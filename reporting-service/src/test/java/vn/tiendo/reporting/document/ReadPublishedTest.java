package vn.tiendo.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Papers can be made of what plans-service says that it publishes.
class ReadPublishedTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static <T> T read(String sample, Class<T> fields) throws IOException {
        return JSON.readValue(
                Path.of("../plans-service/contract/events").resolve(sample).toFile(), fields);
    }

    @Test
    void an_issued_plan_with_what_it_demands() throws IOException {
        var plan = read("plan-issued.v1.json", KnownPapers.Plan.class);
        assertThat(plan.number()).isEqualTo("3");
        assertThat(plan.symbol()).isEqualTo("KH/TU");
        assertThat(plan.issueDate()).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(plan.obligations())
                .extracting(KnownPapers.Demand::kind)
                .contains("THEMATIC_MEETING", "STUDY_MATERIAL");
        assertThat(plan.obligations())
                .filteredOn(demand -> demand.deadline() != null)
                .extracting(demand -> demand.deadline().raw())
                .first()
                .asString()
                .startsWith("trước ngày");
        assertThat(plan.issuedAt()).isNotNull();
        assertThat(read("plan-drafted.v1.json", KnownPapers.Plan.class).issuedAt())
                .isNull();
    }

    @Test
    void an_organisation_with_its_names_of_each_day() throws IOException {
        var organisation = read("organisation-moved.v1.json", KnownNames.Organisation.class);
        assertThat(organisation.hierarchy()).isEqualTo("PARTY");
        assertThat(organisation.periods()).hasSize(2);
        assertThat(organisation.periods().getFirst().to()).isEqualTo(LocalDate.of(2025, 6, 30));
        assertThat(organisation.periods().getFirst().parentId())
                .isNotEqualTo(organisation.periods().getLast().parentId());
    }

    @Test
    void every_kind_of_obligation_has_words_of_its_own() throws IOException {
        var lines = Files.readAllLines(Path.of("../plans-service/contract/openapi.yaml"));
        var kinds = lines.stream()
                .skip(lines.indexOf("    ObligationKind:") + 3L)
                .takeWhile(line -> line.startsWith("      - "))
                .map(line -> line.substring("      - ".length()))
                .toList();
        assertThat(kinds)
                .hasSizeGreaterThan(35)
                .allSatisfy(kind -> assertThat(Phrases.obligation(kind, null)).isNotEqualTo("Nhiệm vụ"));
    }
}
