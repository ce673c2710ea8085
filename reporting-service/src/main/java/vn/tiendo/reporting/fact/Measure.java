package vn.tiendo.reporting.fact;

/// What the system can count by itself, so that nobody fills it in by hand.
public enum Measure {
    REGISTRATIONS_OWED(true),
    /// In, and not yet accepted.
    REGISTRATIONS_SUBMITTED(true),
    REGISTRATIONS_ACCEPTED(true),
    REGISTRATIONS_EXEMPT(true),
    REGISTRATIONS_RETURNED(true),
    REGISTRATIONS_LATE(true),
    STUDY_SESSIONS(false),
    STUDY_ATTENDANCE(false),
    THEMATIC_MEETINGS(false),
    MEMBERS_REVIEWED(false),
    INSPECTIONS(false),
    UNITS_INSPECTED(false),
    FINDINGS_OPEN(false),
    SUPERVISIONS(false),
    FLAG_CEREMONIES(false),
    OTHER_EVENTS(false),
    NOMINATIONS_PROPOSED(false),
    NOMINATIONS_APPROVED(false),
    NOMINATIONS_REPORTED(false),
    NOMINATIONS_COMMENDED(false);

    private final boolean byYear;

    Measure(boolean byYear) {
        this.byYear = byYear;
    }

    /// Whether it belongs to the year of a plan as a whole, and not to the day on which something was held.
    public boolean isByYear() {
        return byYear;
    }
}
