package vn.tiendo.plans.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.assignment.Assignment.Heir;
import vn.tiendo.plans.assignment.AssignmentProblem.AlreadySettled;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationApi.ObligationContent;

class TransferTest {

    private static final Instant NOW = Instant.parse("2025-07-01T01:00:00Z");
    private static final Parties NOBODY = new Parties(null, null, null, null);
    private static final ObligationContent CONTENT = content();
    private static final Heir HEIR = new Heir(Uuid7.next(), "0001/0003/", NOBODY);

    @Test
    void the_heir_owes_the_same_by_the_same_day() {
        var left = anAssignment();
        var taken = left.transferTo(HEIR, null, NOW);
        assertThat(left.standing(NOW)).isEqualTo(Standing.TRANSFERRED);
        assertThat(left.transfer().toOrganisationId()).isEqualTo(HEIR.organisationId());
        assertThat(left.transfer().toAssignmentId()).isEqualTo(taken.id());
        assertThat(taken.standing(NOW)).isEqualTo(Standing.AWAITED);
        assertThat(taken.organisationId()).isEqualTo(HEIR.organisationId());
        assertThat(taken.dueAt()).isEqualTo(left.dueAt()).isEqualTo(Instant.parse("2025-11-09T17:00:00Z"));
        assertThat(taken.occurrence()).isEqualTo(left.occurrence());
        assertThat(taken.transfer().fromAssignmentId()).isEqualTo(left.id());
    }

    @Test
    void what_has_come_in_goes_along() {
        var left = anAssignment();
        left.receive(NOW.minusSeconds(60));
        var taken = left.transferTo(HEIR, null, NOW);
        assertThat(taken.standing(NOW)).isEqualTo(Standing.SUBMITTED);
        assertThat(taken.accept(NOW)).isTrue();
        assertThat(left.standing(NOW)).isEqualTo(Standing.TRANSFERRED);
    }

    @Test
    void an_heir_that_owes_it_already_owes_it_once() {
        var theirs = anAssignment();
        var left = anAssignment();
        assertThat(left.transferTo(HEIR, theirs, NOW)).isSameAs(theirs);
        assertThat(left.transfer().toAssignmentId()).isEqualTo(theirs.id());
        assertThat(theirs.transfer().fromAssignmentId()).isNull();
    }

    @Test
    void what_is_done_waived_or_gone_is_not_passed_on() {
        var done = anAssignment();
        done.receive(NOW);
        done.accept(NOW);
        assertThatThrownBy(() -> done.transferTo(HEIR, null, NOW)).isInstanceOf(AlreadySettled.class);
        var gone = anAssignment();
        gone.transferTo(HEIR, null, NOW);
        assertThatThrownBy(() -> gone.transferTo(HEIR, null, NOW)).isInstanceOf(AlreadySettled.class);
    }

    @Test
    void what_is_gone_takes_no_more_facts_and_is_not_waived_when_the_plan_closes() {
        var gone = anAssignment();
        gone.transferTo(HEIR, null, NOW);
        assertThat(gone.receive(NOW)).isFalse();
        assertThat(gone.count(1, NOW, NOW)).isFalse();
        assertThat(gone.close(null, NOW)).isTrue();
        assertThat(gone.waivedAt()).isNull();
        assertThat(gone.standing(NOW)).isEqualTo(Standing.TRANSFERRED);
    }

    private static Assignment anAssignment() {
        var obligation = new Obligation(Uuid7.next(), 0, CONTENT);
        var occurrence = new Occurrence("2025", null, null, LocalDate.of(2025, 11, 9), null, null, null, List.of());
        return new Assignment(
                obligation, "0001/", new Debtor(UUID.randomUUID(), null, "0001/0002/"), occurrence, NOBODY, NOW);
    }

    private static ObligationContent content() {
        try {
            return new ObjectMapper().readValue("""
                     {"code": "R", "kind": "PERIODIC_REPORT", "tier": "CORE", "subject": "Các chi bộ",
                      "debtors": {"anyOf": [], "except": []}}\
                     """, ObligationContent.class);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
