package vn.tiendo.notifications.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;

/// One thing that is owed, with the id that it has at its owner.
///
/// @param memberId who owes a registration
/// @param organisationId who owes an assignment, or the unit on whose roster the member owes
/// @param dueDay last on-time day; without one nobody is reminded
/// @param dueAt first instant that is too late
public record Duty(
        UUID id,
        DutyKind kind,
        UUID planId,
        UUID obligationId,
        @Nullable UUID campaignId,
        @Nullable UUID memberId,
        UUID organisationId,
        @Nullable String obligationKind,
        @Nullable String subject,
        @Nullable String occurrence,
        @Nullable LocalDate dueDay,
        @Nullable Instant dueAt,
        Outcome outcome) {

    public boolean isWorthReminding() {
        return outcome == Outcome.WAITING && dueDay != null;
    }

    /// The last day of which some part is still on time.
    public static @Nullable LocalDate lastDayBefore(@Nullable Instant tooLate) {
        return tooLate == null ? null : Days.dayOf(tooLate.minusNanos(1));
    }

    /// A return gives at least until the day that it names.
    public static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
