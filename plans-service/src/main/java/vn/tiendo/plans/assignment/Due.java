package vn.tiendo.plans.assignment;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.plans.assignment.AssignmentCarrying.Redating;
import vn.tiendo.plans.assignment.AssignmentProblem.DueDayInThePast;
import vn.tiendo.plans.assignment.AssignmentProblem.ExtensionAfterExpiry;
import vn.tiendo.plans.assignment.AssignmentProblem.ExtensionNotLater;
import vn.tiendo.plans.assignment.AssignmentProblem.ExtensionTooLong;
import vn.tiendo.plans.deadline.Occurrence;

/// For which occurrence something is owed and by when: as the document and the calendar have it, or as a person set it.
@Embeddable
class Due {

    /// Where assignments without a due instant stand in lists: behind all others.
    static final Instant END_OF_LISTS = Instant.parse("9999-12-31T00:00:00Z");

    private String occurrence;
    private @Nullable LocalDate windowFrom;
    private @Nullable LocalDate windowTo;
    private @Nullable LocalDate dueDay;

    /// The day that extensions are measured from.
    private @Nullable LocalDate originalDueDay;

    private @Nullable Instant dueAt;
    private Instant sortDue = END_OF_LISTS;

    /// A day that a person has set follows no calendar any more.
    private boolean dueByHand;

    protected Due() {}

    Due(Occurrence read) {
        span(read);
        follow(read);
    }

    Due copy() {
        var copy = new Due();
        copy.occurrence = occurrence;
        copy.windowFrom = windowFrom;
        copy.windowTo = windowTo;
        copy.dueDay = dueDay;
        copy.originalDueDay = originalDueDay;
        copy.dueAt = dueAt;
        copy.sortDue = sortDue;
        copy.dueByHand = dueByHand;
        return copy;
    }

    private void span(Occurrence read) {
        occurrence = read.label();
        windowFrom = read.windowFrom();
        windowTo = read.windowTo();
    }

    private void follow(Occurrence read) {
        originalDueDay = read.lastDay();
        set(read.lastDay(), read.dueAt().orElse(null));
    }

    private void set(@Nullable LocalDate lastDay, @Nullable Instant tooLate) {
        dueDay = lastDay;
        dueAt = tooLate;
        sortDue = tooLate == null ? END_OF_LISTS : tooLate;
    }

    /// Gives more time, or sets the first due day of what had none.
    ///
    /// @param until first instant that is too late as things stand
    /// @param longest so many days beyond the first due day, all extensions together
    void extend(LocalDate lastDay, @Nullable Instant until, int longest, Instant now) {
        if (until != null && !now.isBefore(until)) {
            throw new ExtensionAfterExpiry(Days.dayOf(until.minusMillis(1)));
        }
        if (dueDay == null && lastDay.isBefore(Days.dayOf(now))) {
            throw new DueDayInThePast();
        }
        if (dueDay != null && !lastDay.isAfter(dueDay)) {
            throw new ExtensionNotLater(dueDay);
        }
        if (originalDueDay != null && lastDay.isAfter(originalDueDay.plusDays(longest))) {
            throw new ExtensionTooLong(originalDueDay.plusDays(longest), longest);
        }
        if (originalDueDay == null) {
            originalDueDay = lastDay;
        }
        set(lastDay, Days.endOf(lastDay));
        dueByHand = true;
    }

    /// @param from the day that the calendar gave before
    /// @return whether it moved
    boolean followCalendar(LocalDate from, Occurrence to) {
        if (dueByHand || !from.equals(dueDay)) {
            return false;
        }
        follow(to);
        return true;
    }

    /// What is settled is counted to the new occurrence and keeps its date.
    void relabel(Occurrence after) {
        span(after);
    }

    /// An extension that was given counts on while it is later than the new date.
    ///
    /// @return whether the date is another one now
    boolean carry(Redating redating) {
        var earlier = redating.before();
        var later = redating.after();
        if (later.lastDay() != null || earlier.lastDay() != null) {
            originalDueDay = later.lastDay(); // else the first one that a person has set goes on counting
        }
        var extendedBeyond = dueByHand && dueDay != null && later.lastDay() != null && dueDay.isAfter(later.lastDay());
        if (earlier.dueAt().equals(later.dueAt()) || extendedBeyond) {
            return false;
        }
        set(later.lastDay(), later.dueAt().orElse(null));
        dueByHand = false;
        return true;
    }

    /// Whether a day lies in the period that is meant.
    boolean spans(LocalDate day) {
        return (windowFrom == null || !day.isBefore(windowFrom)) && (windowTo == null || !day.isAfter(windowTo));
    }

    /// Whether it was to be done in the last quarter of a year, and could not have been before.
    boolean isAtTheEndOf(int year) {
        var quarter = LocalDate.of(year, Month.OCTOBER, 1);
        return originalDueDay != null
                && originalDueDay.getYear() == year
                && !originalDueDay.isBefore(quarter)
                && (windowFrom == null || !windowFrom.isBefore(quarter));
    }

    String occurrence() {
        return occurrence;
    }

    @Nullable
    LocalDate windowFrom() {
        return windowFrom;
    }

    @Nullable
    LocalDate windowTo() {
        return windowTo;
    }

    @Nullable
    LocalDate day() {
        return dueDay;
    }

    @Nullable
    LocalDate originalDay() {
        return originalDueDay;
    }

    /// First instant that is too late.
    @Nullable
    Instant at() {
        return dueAt;
    }

    Instant inLists() {
        return sortDue;
    }

    boolean isByHand() {
        return dueByHand;
    }
}
