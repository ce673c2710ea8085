package vn.tiendo.registrations.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.campaign.CampaignStatus;

/// Whether members may still write. The one guard of every way in: late is taken and marked late until the grace is
/// over, what was returned until the day the return named, and a reopened unit until its day.
///
/// @param graceDays days after the due day; until the campaign is closed when absent
/// @param planIsOver the plan was closed or recalled: whatever was reopened before is closed with it
record Openness(
        CampaignStatus campaign,
        @Nullable Integer graceDays,
        @Nullable LocalDate reopenedUntil,
        boolean planIsOver) {

    void requireOpenTo(Registration registration, Instant now) {
        if (isReopened(now)) {
            return;
        }
        requireOpen();
        var due = registration.dueAt();
        if (graceDays != null
                && due != null
                && !now.isBefore(due.plus(Duration.ofDays(graceDays)))
                && !registration.isBackInTime(now)) {
            throw new RegistrationProblem.GraceOver(
                    Days.dayOf(due.minusNanos(1)).plusDays(graceDays));
        }
    }

    /// Of reviewers: they need no date, only a campaign that goes on.
    void requireOpenToReview(Instant now) {
        if (!isReopened(now)) {
            requireOpen();
        }
    }

    private boolean isReopened(Instant now) {
        return !planIsOver && reopenedUntil != null && now.isBefore(Days.endOf(reopenedUntil));
    }

    private void requireOpen() {
        if (campaign != CampaignStatus.OPEN) {
            throw new RegistrationProblem.CampaignNotOpen(campaign);
        }
    }
}
