package vn.tiendo.plans.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    private static final Instant DUE = Instant.parse("2024-05-04T17:00:00Z");
    private static final Instant RETURN_DUE = Instant.parse("2024-05-13T17:00:00Z");

    @Test
    void corrected_in_time_it_counts_as_of_its_first_receipt() {
        var receipt = new Receipt();
        receipt.receive(DUE.minusSeconds(1));
        receipt.sendBack(RETURN_DUE);
        assertThat(receipt.openUntil(DUE)).isEqualTo(RETURN_DUE);
        receipt.receive(RETURN_DUE.minusSeconds(1));
        assertThat(receipt.receivedAt()).isEqualTo(DUE.minusSeconds(1));
    }

    @Test
    void corrected_too_late_it_counts_as_of_the_correction() {
        var receipt = new Receipt();
        receipt.receive(DUE.minusSeconds(1));
        receipt.sendBack(RETURN_DUE);
        receipt.receive(RETURN_DUE);
        assertThat(receipt.receivedAt()).isEqualTo(RETURN_DUE);
    }

    @Test
    void what_was_late_at_first_gets_no_more_time_by_a_return() {
        var receipt = new Receipt();
        receipt.receive(DUE);
        receipt.sendBack(RETURN_DUE);
        assertThat(receipt.openUntil(DUE)).isEqualTo(DUE);
        receipt.receive(RETURN_DUE.minusSeconds(1));
        assertThat(receipt.receivedAt()).isEqualTo(DUE);
    }

    @Test
    void nothing_can_be_returned_or_accepted_that_has_not_come_in() {
        var receipt = new Receipt();
        assertThat(receipt.sendBack(RETURN_DUE)).isFalse();
        assertThat(receipt.accept(DUE)).isFalse();
        assertThat(receipt.isAccepted()).isFalse();
    }

    /// Whenever the superior gets round to it, acceptance changes nothing about when the thing came in.
    @Property
    void acceptance_never_moves_the_receipt(
            @ForAll @IntRange(min = -100_000, max = 100_000) int cameIn,
            @ForAll @IntRange(max = 1_000_000) int judged) {
        var receipt = new Receipt();
        var at = DUE.plusSeconds(cameIn);
        receipt.receive(at);
        receipt.accept(at.plusSeconds(judged));
        assertThat(receipt.receivedAt()).isEqualTo(at);
        assertThat(receipt.receive(at.plusSeconds(1))).isFalse();
    }
}
