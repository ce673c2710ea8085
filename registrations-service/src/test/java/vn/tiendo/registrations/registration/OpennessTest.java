package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.registrations.campaign.CampaignStatus.CLOSED;
import static vn.tiendo.registrations.campaign.CampaignStatus.OPEN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.time.Days;

class OpennessTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2024, 4, 9);
    private static final Instant DUE = Days.endOf(LAST_DAY);

    @Test
    void late_is_taken_until_the_campaign_is_closed_when_there_is_no_grace() {
        allows(new Openness(OPEN, null, null, false), owed(), DUE.plusSeconds(86_400 * 300L));
        refuses(new Openness(CLOSED, null, null, false), owed(), DUE.minusSeconds(1), "campaign-not-open");
    }

    @Test
    void grace_lasts_through_its_last_day() {
        var graced = new Openness(OPEN, 3, null, false);
        var end = Days.endOf(LAST_DAY.plusDays(3));
        allows(graced, owed(), end.minusSeconds(1));
        refuses(graced, owed(), end, "grace-over");
        assertThatThrownBy(() -> graced.requireOpenTo(owed(), end))
                .asInstanceOf(InstanceOfAssertFactories.type(RegistrationProblem.GraceOver.class))
                .extracting(problem -> problem.arguments().get("day"))
                .isEqualTo(LocalDate.of(2024, 4, 12));
    }

    @Test
    void what_was_returned_comes_back_until_its_day_whatever_the_grace() {
        var returned = owed();
        returned.write("{}", UUID.randomUUID());
        returned.submit(List.of(), DUE.minusSeconds(1));
        var unused = returned.giveBack("x", LAST_DAY.plusDays(30), DUE);
        allows(
                new Openness(OPEN, 0, null, false),
                returned,
                Days.endOf(LAST_DAY.plusDays(30)).minusSeconds(1));
        refuses(new Openness(OPEN, 0, null, false), returned, Days.endOf(LAST_DAY.plusDays(30)), "grace-over");
    }

    @Test
    void a_reopened_unit_writes_until_its_day_even_when_the_campaign_is_closed() {
        var reopened = new Openness(CLOSED, 0, LAST_DAY.plusDays(20), false);
        allows(reopened, owed(), Days.endOf(LAST_DAY.plusDays(20)).minusSeconds(1));
        refuses(reopened, owed(), Days.endOf(LAST_DAY.plusDays(20)), "campaign-not-open");
    }

    @Test
    void what_was_reopened_is_closed_with_the_plan() {
        var over = new Openness(CLOSED, 0, LAST_DAY.plusDays(20), true);
        refuses(over, owed(), DUE.minusSeconds(1), "campaign-not-open");
        assertThatThrownBy(() -> over.requireOpenToReview(DUE)).isInstanceOf(RegistrationProblem.CampaignNotOpen.class);
    }

    private static void allows(Openness openness, Registration registration, Instant now) {
        assertThatCode(() -> openness.requireOpenTo(registration, now)).doesNotThrowAnyException();
    }

    private static void refuses(Openness openness, Registration registration, Instant now, String code) {
        assertThatThrownBy(() -> openness.requireOpenTo(registration, now))
                .asInstanceOf(InstanceOfAssertFactories.type(RegistrationProblem.class))
                .extracting(RegistrationProblem::code)
                .isEqualTo(code);
    }

    private static Registration owed() {
        var id = UUID.randomUUID();
        return new Registration(
                new RosterEntry.Keeper(id, id, id, id, id, DUE), id, List.of(id), null, DUE.minusSeconds(9));
    }
}
