package vn.tiendo.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.notifications.channel.Dispatches.Plan;
import vn.tiendo.notifications.contact.PointKind;
import vn.tiendo.notifications.preference.Category;
import vn.tiendo.notifications.preference.ChannelKind;
import vn.tiendo.notifications.preference.Sending;

class DispatchPlanningTest {

    private static final UUID NOTIFICATION = UUID.randomUUID();
    private static final Instant MORNING = Instant.parse("2024-05-02T00:00:00Z");
    private static final Instant NOON = Instant.parse("2024-05-02T05:00:00Z");
    private static final Map<ChannelKind, PointKind> ON =
            Map.of(ChannelKind.EMAIL, PointKind.EMAIL, ChannelKind.SMS, PointKind.PHONE);

    @Test
    void what_was_decided_is_planned_as_it_was_decided() {
        var plans =
                plans(Set.of(PointKind.EMAIL, PointKind.PHONE), first(ChannelKind.EMAIL), fallback(ChannelKind.SMS));
        assertThat(plans).extracting(Plan::channel).containsExactly(ChannelKind.EMAIL, ChannelKind.SMS);
        assertThat(plans).extracting(Plan::notBefore).containsExactly(MORNING, NOON);
        assertThat(plans).extracting(Plan::onlyIfUnread).containsExactly(false, true);
    }

    @Test
    void where_the_first_choice_has_no_address_the_fallback_goes_in_its_place() {
        var plans = plans(Set.of(PointKind.PHONE), first(ChannelKind.EMAIL), fallback(ChannelKind.SMS));
        assertThat(plans).extracting(Plan::channel).containsExactly(ChannelKind.SMS);
        assertThat(plans).extracting(Plan::notBefore).containsExactly(MORNING);
        assertThat(plans).extracting(Plan::onlyIfUnread).containsExactly(false);
    }

    @Test
    void where_nothing_was_to_go_at_first_a_fallback_stays_one() {
        var plans = plans(Set.of(PointKind.PHONE), fallback(ChannelKind.SMS));
        assertThat(plans).extracting(Plan::notBefore).containsExactly(NOON);
        assertThat(plans).extracting(Plan::onlyIfUnread).containsExactly(true);
    }

    @Test
    void a_channel_that_is_off_is_none() {
        var plans = plans(Set.of(PointKind.PHONE), first(ChannelKind.ZALO), fallback(ChannelKind.SMS));
        assertThat(plans).extracting(Plan::channel).containsExactly(ChannelKind.SMS);
    }

    @Test
    void with_no_address_at_all_one_row_says_so() {
        var plans = plans(Set.of(), first(ChannelKind.EMAIL), fallback(ChannelKind.SMS));
        assertThat(plans).extracting(Plan::state).containsExactly(DispatchState.UNADDRESSED);
    }

    @Test
    void a_digest_waits_for_its_moment() {
        var plans = plans(Set.of(PointKind.EMAIL), sending(ChannelKind.EMAIL, MORNING, NOON, false));
        assertThat(plans).extracting(Plan::notBefore).containsExactly(NOON);
        assertThat(plans).extracting(Plan::digestAt).containsExactly(NOON);
    }

    private static List<Plan> plans(Set<PointKind> reached, Sending... sendings) {
        return DispatchPlanning.plansOf(List.of(sendings), UUID.randomUUID(), reached, ON);
    }

    private static Sending first(ChannelKind channel) {
        return sending(channel, MORNING, null, false);
    }

    private static Sending fallback(ChannelKind channel) {
        return sending(channel, NOON, null, true);
    }

    private static Sending sending(
            ChannelKind channel, Instant notBefore, @Nullable Instant digestAt, boolean onlyIfUnread) {
        return new Sending(
                NOTIFICATION, channel, Category.OVERDUE, notBefore, digestAt, onlyIfUnread, UUID.randomUUID(), true);
    }
}
