package vn.tiendo.registrations.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.registrations.member.MemberSubjects.Subject;
import vn.tiendo.registrations.personaldata.PersonalDataSettings.ExecutionDays;
import vn.tiendo.registrations.personaldata.PersonalDataSettings.Terms;

/// The figures of Decree 356/2025 on a calendar with the National Day of 2026.
class RequestClockTest {

    private static final WorkingDays CALENDAR =
            new WorkingDays(Map.of(LocalDate.of(2026, 9, 1), false, LocalDate.of(2026, 9, 2), false));
    private static final RequestClock CLOCK = new RequestClock(new Decree(), CALENDAR);

    /// A Monday, ten in the morning.
    private static final Instant RECEIVED = Instant.parse("2026-08-31T03:00:00Z");

    private record Decree() implements Terms {
        @Override
        public String source() {
            return "356/2025/NĐ-CP";
        }

        @Override
        public int answerWorkingDays() {
            return 2;
        }

        @Override
        public ExecutionDays executionDays() {
            return new DaysByKind(10, 20, 15);
        }

        @Override
        public ExecutionDays executionDaysWithProcessor() {
            return new DaysByKind(20, 20, 20);
        }

        @Override
        public int extensionDays() {
            return 15;
        }
    }

    private record DaysByKind(int access, int erasure, int restriction) implements ExecutionDays {
        @Override
        public int correction() {
            return access;
        }

        @Override
        public int withdrawal() {
            return restriction;
        }

        @Override
        public int objection() {
            return restriction;
        }
    }

    @Example
    void an_answer_is_due_after_two_working_days_holidays_left_out() {
        assertThat(CLOCK.answerDue(RECEIVED)).isEqualTo(Instant.parse("2026-09-04T17:00:00Z"));
    }

    @Example
    void an_execution_is_due_after_its_days_and_a_last_day_off_rolls_on() {
        assertThat(due(RequestKind.ACCESS, false, false)).isEqualTo("2026-09-10T17:00:00Z");
        assertThat(due(RequestKind.RESTRICTION, false, false)).isEqualTo("2026-09-15T17:00:00Z");
        assertThat(due(RequestKind.RESTRICTION, true, false)).isEqualTo("2026-09-21T17:00:00Z");
        assertThat(due(RequestKind.ERASURE, false, false)).isEqualTo("2026-09-21T17:00:00Z");
        assertThat(due(RequestKind.ERASURE, false, true)).isEqualTo("2026-10-05T17:00:00Z");
        assertThat(due(RequestKind.OBJECTION, false, true)).isEqualTo("2026-09-30T17:00:00Z");
    }

    private static String due(RequestKind kind, boolean withProcessor, boolean extended) {
        return CLOCK.executionDue(kind, RECEIVED, withProcessor, extended).toString();
    }

    @Property(tries = 300)
    void exactly_two_working_days_lie_between_receipt_and_the_answer(@ForAll @IntRange(max = 5000) int hours) {
        var received = RECEIVED.plusSeconds(3600L * hours);
        var due = CLOCK.answerDue(received);
        assertThat(Days.dayOf(received)
                        .plusDays(1)
                        .datesUntil(Days.dayOf(due))
                        .filter(CALENDAR::isWorking)
                        .count())
                .isEqualTo(2);
    }

    @Example
    void terms_hold_from_their_day_on_and_the_first_ones_before() {
        var terms = Map.<String, Terms>of("2026-01-01", new Decree(), "2028-07-01", new Decree());
        assertThat(RequestClock.inForceOn(LocalDate.of(2028, 7, 1), terms)).isSameAs(terms.get("2028-07-01"));
        assertThat(RequestClock.inForceOn(LocalDate.of(2028, 6, 30), terms)).isSameAs(terms.get("2026-01-01"));
        assertThat(RequestClock.inForceOn(LocalDate.of(2024, 1, 1), terms)).isSameAs(terms.get("2026-01-01"));
    }

    @Example
    void lateness_is_computed_when_it_is_read() {
        var request = aRequest(RequestKind.ERASURE);
        var answerDue = Instant.parse("2026-09-04T17:00:00Z");
        assertThat(request.isOverdue(answerDue.minusSeconds(1))).isFalse();
        assertThat(request.isOverdue(answerDue)).isTrue();
        request.accept(false, CLOCK, answerDue);
        assertThat(request.answeredLate()).isTrue();
        assertThat(request.isOverdue(Instant.parse("2026-09-21T16:59:59Z"))).isFalse();
        assertThat(request.isOverdue(Instant.parse("2026-09-21T17:00:00Z"))).isTrue();
        request.extend("hồ sơ giấy", CLOCK, answerDue);
        assertThat(request.isOverdue(Instant.parse("2026-10-05T16:59:59Z"))).isFalse();
        request.execute(null, Instant.parse("2026-10-05T17:00:00Z"));
        assertThat(request.executedLate()).isTrue();
        assertThat(request.isOverdue(Instant.parse("2027-01-01T00:00:00Z"))).isFalse();
    }

    @Example
    void a_request_goes_one_way_only() {
        var request = aRequest(RequestKind.ACCESS);
        assertThatThrownBy(() -> request.execute(null, RECEIVED)).isInstanceOf(RequestProblem.WrongRequestState.class);
        assertThatThrownBy(() -> request.extend("x", CLOCK, RECEIVED))
                .isInstanceOf(RequestProblem.WrongRequestState.class);
        request.accept(true, CLOCK, RECEIVED);
        assertThatThrownBy(() -> request.refuse("x", RECEIVED)).isInstanceOf(RequestProblem.WrongRequestState.class);
        request.extend("x", CLOCK, RECEIVED);
        assertThatThrownBy(() -> request.extend("y", CLOCK, RECEIVED))
                .isInstanceOf(RequestProblem.ExtendedAlready.class);
        request.withdraw(RECEIVED);
        assertThatThrownBy(() -> request.withdraw(RECEIVED)).isInstanceOf(RequestProblem.WrongRequestState.class);
    }

    private static DataSubjectRequest aRequest(RequestKind kind) {
        var id = new UUID(0, 1);
        var subject = new Subject(id, List.of(id), new UUID(0, 2), "a/", List.of("a/"), List.of("a/"), "i#s", true);
        return new DataSubjectRequest(subject, kind, null, null, CLOCK, RECEIVED);
    }
}
