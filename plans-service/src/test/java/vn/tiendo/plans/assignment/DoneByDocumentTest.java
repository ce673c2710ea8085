package vn.tiendo.plans.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationApi.ObligationContent;

/// "đã tổ chức ngày 20/02/2024": what the document reports as done stays done, whatever is counted
/// afterwards.
class DoneByDocumentTest {

    private static final LocalDate DONE_ON = LocalDate.of(2024, 2, 20);
    private static final Instant NOW = Instant.parse("2024-03-13T01:00:00Z");

    private static Assignment done(String kind, int least) {
        try {
            var content = new ObjectMapper().readValue("""
                {"code": "R", "kind": "%s", "tier": "CORE", "subject": "Các chi bộ",
                 "debtors": {"anyOf": [], "except": []}, "counts": {"minCount": %d}}\
                """.formatted(kind, least), ObligationContent.class);
            return new Assignment(
                    new Obligation(Uuid7.next(), 0, content),
                    "0001/",
                    new Debtor(UUID.randomUUID(), null, "0001/0002/"),
                    new Occurrence("2024", null, null, null, null, null, DONE_ON, List.of()),
                    new Parties(null, null, null, null),
                    NOW);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_meeting_recorded_and_cancelled_afterwards_opens_nothing(int least) {
        var assignment = done("THEMATIC_MEETING", least);
        var receipt = assignment.receivedAt();
        for (int change : new int[] {1, -1, -1, 1, 1, -1}) {
            assertThat(assignment.count(change, NOW, NOW)).isFalse();
            assertThat(assignment.standing(NOW)).isEqualTo(Standing.DONE);
        }
        assertThat(assignment.receivedAt()).isEqualTo(receipt);
    }

    @Test
    void nominations_that_come_and_go_open_nothing() {
        var assignment = done("EXEMPLAR_NOMINATION", 1);
        assertThat(assignment.countAll(List.of(NOW), NOW)).isFalse();
        assertThat(assignment.countAll(List.of(), NOW)).isFalse();
        assertThat(assignment.standing(NOW)).isEqualTo(Standing.DONE);
    }
}
