package vn.tiendo.notifications.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.notifications.preference.Category.OVERDUE;
import static vn.tiendo.notifications.preference.Category.REMINDER;
import static vn.tiendo.notifications.preference.ChannelKind.EMAIL;
import static vn.tiendo.notifications.preference.ChannelKind.SMS;
import static vn.tiendo.notifications.preference.ChannelKind.WEB_PUSH;
import static vn.tiendo.notifications.preference.ChannelKind.ZALO;
import static vn.tiendo.notifications.preference.QuietHoursTest.at;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.notifications.inbox.Notification;
import vn.tiendo.notifications.inbox.Recipient;
import vn.tiendo.notifications.preference.Defaults.DefaultCell;
import vn.tiendo.notifications.preference.Wishes.Cell;

class RoutingTest {

    /// A Friday.
    private static final String MORNING = "2024-05-03T08:00";

    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID PROVINCE = UUID.randomUUID();
    private static final UUID COMMITTEE = UUID.randomUUID();
    private static final Set<ChannelKind> ALL = EnumSet.allOf(ChannelKind.class);
    private static final QuietHours WORKING_DAYS = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0), true);

    @Test
    void by_what_is_shipped_everything_goes_by_mail_at_once_and_some_of_it_must() {
        assertThat(shipped(reminder(-3)))
                .containsExactly(sent(EMAIL, REMINDER, MORNING, false))
                .hasSize(1);
        assertThat(shipped(reminder(1))).containsExactly(sent(EMAIL, OVERDUE, MORNING, true));
        assertThat(categories())
                .containsExactly(
                        Map.entry("ASSIGNMENT", Category.ESCALATION),
                        Map.entry("ROLL_UP", Category.ROLL_UP),
                        Map.entry("RECALL", Category.RECALL),
                        Map.entry("CANNOT_DO", Category.ANSWER),
                        Map.entry("BROADCAST", Category.BROADCAST));
    }

    @Test
    void what_cannot_send_is_not_asked() {
        assertThat(routed(reminder(1), MORNING, Set.of(SMS), inherited(), Wishes.NONE))
                .isEmpty();
    }

    @Test
    void own_wishes_go_before_those_of_organisations_and_the_nearest_of_these_before_the_others() {
        var below = inherited(cells(REMINDER, EMAIL, Setting.OFF), cells(REMINDER, SMS, Setting.ON));
        assertThat(channels(below, Wishes.NONE)).containsExactly(SMS);
        assertThat(channels(below, wish(REMINDER, SMS, false))).isEmpty();
        assertThat(channels(below, wish(REMINDER, EMAIL, true))).containsExactly(EMAIL, SMS);
        assertThat(channels(
                        inherited(cells(REMINDER, SMS, Setting.ON), cells(REMINDER, SMS, Setting.OFF)), Wishes.NONE))
                .containsExactly(EMAIL);
    }

    @Test
    void what_is_mandatory_stays_on_for_persons_and_for_organisations_below() {
        var mandatory = inherited(cells(REMINDER, SMS, Setting.MANDATORY), cells(REMINDER, SMS, Setting.OFF));
        var sendings = routed(reminder(-3), MORNING, ALL, mandatory, wish(REMINDER, SMS, false));
        assertThat(sendings).extracting(Sending::channel).containsExactly(EMAIL, SMS);
        assertThat(sendings).extracting(Sending::mandatory).containsExactly(false, true);
        assertThat(routed(reminder(3), MORNING, ALL, inherited(), wish(OVERDUE, EMAIL, false)))
                .extracting(Sending::channel)
                .containsExactly(EMAIL);
    }

    @Test
    void in_quiet_hours_it_waits_and_on_days_off_when_somebody_wants_that() {
        assertThat(notBefore(reminder(-3), "2024-05-03T22:00", Wishes.NONE)).isEqualTo(at("2024-05-04T07:00"));
        assertThat(notBefore(reminder(-3), "2024-05-03T22:00", quiet(WORKING_DAYS)))
                .isEqualTo(at("2024-05-06T07:00"));
        assertThat(notBefore(reminder(1), "2024-05-04T08:00", quiet(WORKING_DAYS)))
                .isEqualTo(at("2024-05-06T07:00"));
    }

    /// Due on Saturday the 4th.
    @Test
    void what_is_mandatory_and_due_today_does_not_wait_until_it_is_too_late() {
        var mandatory = inherited(cells(REMINDER, EMAIL, Setting.MANDATORY));
        var due = reminder(0);
        assertThat(one(routed(due, "2024-05-04T08:00", ALL, mandatory, quiet(WORKING_DAYS)))
                        .notBefore())
                .isEqualTo(at("2024-05-04T08:00"));
        assertThat(one(routed(due, "2024-05-04T03:00", ALL, mandatory, quiet(WORKING_DAYS)))
                        .notBefore())
                .isEqualTo(at("2024-05-04T07:00"));
        assertThat(one(routed(due, "2024-05-04T22:00", ALL, mandatory, Wishes.NONE))
                        .notBefore())
                .isEqualTo(at("2024-05-04T22:00"));
        assertThat(one(routed(due, "2024-05-04T22:00", ALL, inherited(), Wishes.NONE))
                        .notBefore())
                .isEqualTo(at("2024-05-05T07:00"));
    }

    @Test
    void a_digest_gathers_what_comes_before_its_hour_in_the_same_instant() {
        var daily = digest(new Digest(REMINDER, Rhythm.DAILY, LocalTime.of(16, 0), null));
        var morning = one(routed(reminder(-14), MORNING, ALL, inherited(), daily));
        var noon = one(routed(reminder(-7), "2024-05-03T12:00", ALL, inherited(), daily));
        var evening = one(routed(reminder(-7), "2024-05-03T16:00", ALL, inherited(), daily));
        assertThat(morning.digestAt()).isEqualTo(at("2024-05-03T16:00")).isEqualTo(morning.notBefore());
        assertThat(noon.digestAt()).isEqualTo(morning.digestAt());
        assertThat(evening.digestAt()).isEqualTo(at("2024-05-04T16:00"));
        var weekly = digest(new Digest(REMINDER, Rhythm.WEEKLY, LocalTime.of(8, 0), DayOfWeek.MONDAY));
        assertThat(one(routed(farAhead(), MORNING, ALL, inherited(), weekly)).digestAt())
                .isEqualTo(at("2024-05-06T08:00"));
    }

    @Test
    void a_digest_in_quiet_hours_comes_after_them() {
        var night = digest(new Digest(REMINDER, Rhythm.DAILY, LocalTime.of(23, 0), null));
        assertThat(one(routed(farAhead(), MORNING, ALL, inherited(), night)).digestAt())
                .isEqualTo(at("2024-05-04T07:00"));
    }

    @Test
    void a_digest_makes_nothing_late() {
        var weekly = digest(new Digest(REMINDER, Rhythm.WEEKLY, LocalTime.of(8, 0), DayOfWeek.MONDAY));
        var alone = one(routed(reminder(-1), MORNING, ALL, inherited(), weekly));
        assertThat(alone.digestAt()).isNull();
        assertThat(alone.notBefore()).isEqualTo(at(MORNING));
    }

    @Test
    void what_is_overdue_and_mandatory_waits_for_a_digest_of_its_own_day_only() {
        var weekly = digest(new Digest(OVERDUE, Rhythm.WEEKLY, LocalTime.of(8, 0), DayOfWeek.MONDAY));
        assertThat(one(routed(reminder(3), "2024-05-07T08:00", ALL, inherited(), weekly))
                        .digestAt())
                .isNull();
        assertThat(one(routed(reminder(3), "2024-05-06T07:30", ALL, inherited(), weekly))
                        .digestAt())
                .isEqualTo(at("2024-05-06T08:00"));
        var daily = digest(new Digest(OVERDUE, Rhythm.DAILY, LocalTime.of(16, 0), null));
        assertThat(one(routed(reminder(3), "2024-05-07T08:00", ALL, inherited(), daily))
                        .digestAt())
                .isEqualTo(at("2024-05-07T16:00"));
    }

    @Test
    void a_fallback_goes_down_the_chain_in_working_hours_and_only_if_unread() {
        var chain =
                fallback(OVERDUE, new Fallback.Step(ZALO, 4), new Fallback.Step(EMAIL, 1), new Fallback.Step(SMS, 8));
        var sendings = routed(reminder(1), "2024-05-03T10:00", ALL, inherited(chain), Wishes.NONE);
        assertThat(sendings).extracting(Sending::channel).containsExactly(EMAIL, ZALO, SMS);
        assertThat(sendings).extracting(Sending::onlyIfUnread).containsExactly(false, true, true);
        assertThat(sendings)
                .extracting(Sending::notBefore)
                .containsExactly(at("2024-05-03T10:00"), at("2024-05-03T16:00"), at("2024-05-06T16:00"));
        assertThat(routed(reminder(-1), MORNING, ALL, inherited(chain), Wishes.NONE))
                .hasSize(1);
    }

    @Test
    void a_fallback_leaves_out_what_cannot_send_and_what_somebody_has_switched_off() {
        var chain = fallback(
                OVERDUE, new Fallback.Step(ZALO, 4), new Fallback.Step(WEB_PUSH, 1), new Fallback.Step(SMS, 8));
        var sendings =
                routed(reminder(1), MORNING, Set.of(EMAIL, ZALO, SMS), inherited(chain), wish(OVERDUE, ZALO, false));
        assertThat(sendings).extracting(Sending::channel).containsExactly(EMAIL, SMS);
    }

    private static List<Map.Entry<String, Category>> categories() {
        return List.of("ASSIGNMENT", "ROLL_UP", "RECALL", "CANNOT_DO", "BROADCAST").stream()
                .map(kind -> Map.entry(kind, Category.of(notification(kind, 3, LocalDate.of(2024, 5, 4), true))))
                .toList();
    }

    /// About something due on Saturday the 4th of May.
    private static Notification reminder(int rung) {
        return notification("ASSIGNMENT", rung, LocalDate.of(2024, 5, 4), false);
    }

    private static Notification farAhead() {
        return notification("ASSIGNMENT", -14, LocalDate.of(2024, 5, 17), false);
    }

    static Notification notification(String kind, Integer rung, LocalDate dueDay, boolean escalated) {
        return new Notification(
                new Notification.About(
                        UUID.randomUUID(), UUID.randomUUID(), kind, null, null, null, COMMITTEE, rung, dueDay),
                new Recipient("issuer", "subject", null, null, escalated, "vi"),
                "title",
                "text",
                null,
                at(MORNING));
    }

    private record Sent(ChannelKind channel, Category category, Instant notBefore, boolean mandatory) {}

    private static Sent sent(ChannelKind channel, Category category, String at, boolean mandatory) {
        return new Sent(channel, category, at(at), mandatory);
    }

    private static List<Sent> shipped(Notification notification) {
        return routed(notification, MORNING, ALL, inherited(), Wishes.NONE).stream()
                .map(one -> new Sent(one.channel(), one.category(), one.notBefore(), one.mandatory()))
                .toList();
    }

    private static List<ChannelKind> channels(Inherited inherited, Wishes wishes) {
        return routed(reminder(-3), MORNING, ALL, inherited, wishes).stream()
                .map(Sending::channel)
                .toList();
    }

    private static Instant notBefore(Notification notification, String now, Wishes wishes) {
        return one(routed(notification, now, ALL, inherited(), wishes)).notBefore();
    }

    private static Sending one(List<Sending> sendings) {
        assertThat(sendings).hasSize(1);
        return sendings.getFirst();
    }

    private static List<Sending> routed(
            Notification notification, String now, Set<ChannelKind> on, Inherited inherited, Wishes wishes) {
        return new Routing(EnumSet.copyOf(on), at(now), () -> new WorkingDays(Map.of()))
                .of(notification, new Effective(inherited, wishes), TENANT);
    }

    /// The first stands at the province, the second at a committee below.
    static Inherited inherited(Defaults... fromRoot) {
        var ids = List.of(PROVINCE, COMMITTEE);
        return Inherited.of(java.util.stream.IntStream.range(0, fromRoot.length)
                .mapToObj(i -> new Inherited.Of(ids.get(i), fromRoot[i]))
                .toList());
    }

    private static Defaults cells(Category category, ChannelKind channel, Setting setting) {
        return new Defaults(List.of(new DefaultCell(category, channel, setting)), null, List.of(), null, null);
    }

    private static Defaults fallback(Category category, Fallback.Step... steps) {
        return new Defaults(List.of(), null, List.of(), new Fallback(List.of(category), List.of(steps)), null);
    }

    private static Wishes wish(Category category, ChannelKind channel, boolean on) {
        return wishes(List.of(new Cell(category, channel, on)), null, List.of());
    }

    private static Wishes quiet(QuietHours quiet) {
        return wishes(List.of(), quiet, List.of());
    }

    private static Wishes digest(Digest digest) {
        return wishes(List.of(), null, List.of(digest));
    }

    private static Wishes wishes(List<Cell> cells, @Nullable QuietHours quiet, List<Digest> digests) {
        return new Wishes(cells, quiet, digests, null);
    }
}
