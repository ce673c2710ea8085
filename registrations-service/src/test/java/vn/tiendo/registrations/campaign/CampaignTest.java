package vn.tiendo.registrations.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.form.Forms;

class CampaignTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);
    private static final Instant NOW = Days.startOf(TODAY);

    @Test
    void a_personal_plan_is_written_on_its_own_form_and_all_else_on_the_three_sections() {
        assertThat(campaign("PERSONAL_PLAN").formVersionId()).isEqualTo(Forms.PERSONAL_PLAN);
        for (var form : new String[] {"REGISTRATION", "COMMITMENT", "YEARLY_CHOICE", null}) {
            assertThat(campaign(form).formVersionId()).isEqualTo(Forms.DEFAULT);
        }
    }

    @Test
    void an_amendment_changes_the_shipped_form_but_not_a_chosen_one() {
        var shipped = campaign("REGISTRATION");
        assertThat(shipped.follow(origin("PERSONAL_PLAN"))).isTrue();
        assertThat(shipped.formVersionId()).isEqualTo(Forms.PERSONAL_PLAN);
        var chosen = campaign("REGISTRATION");
        var own = UUID.randomUUID();
        chosen.writeOn(own);
        assertThat(chosen.follow(origin("PERSONAL_PLAN"))).isTrue();
        assertThat(chosen.formVersionId()).isEqualTo(own);
        assertThat(chosen.forOccurrence("2025", NOW).formVersionId()).isEqualTo(own);
    }

    @Test
    void a_closed_campaign_takes_no_other_form() {
        var campaign = campaign("REGISTRATION");
        campaign.close(NOW);
        assertThatThrownBy(() -> campaign.writeOn(UUID.randomUUID()))
                .isInstanceOf(CampaignProblem.WrongCampaignStatus.class);
    }

    @Test
    void only_what_was_open_reopens_and_not_into_the_past() {
        var announced = campaign("REGISTRATION");
        var unit = new CampaignUnit();
        assertThatThrownBy(() -> announced.reopenFor(unit, TODAY, "x", NOW))
                .isInstanceOf(CampaignProblem.WrongCampaignStatus.class);
        announced.open(TODAY, null, TODAY, NOW);
        assertThatThrownBy(() -> announced.reopenFor(unit, TODAY.minusDays(1), "x", NOW))
                .isInstanceOf(CampaignProblem.ReopeningInThePast.class);
        announced.reopenFor(unit, TODAY, "x", NOW);
        assertThat(announced.reopenings()).extracting(Reopening::until).containsExactly(TODAY);
        announced.closeWithPlan(NOW);
        assertThatThrownBy(() -> announced.reopenFor(unit, TODAY, "x", NOW))
                .isInstanceOf(CampaignProblem.PlanIsOver.class);
    }

    private static Campaign campaign(String form) {
        return new Campaign(origin(form), NOW);
    }

    private static Campaign.Origin origin(String form) {
        return new Campaign.Origin(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), form, "Kế hoạch", Set.of(), null);
    }
}
