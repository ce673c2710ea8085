package vn.tiendo.reporting.fact;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fields that figures need of `plans.activity.v1`. What was only planned, or was cancelled, counts nothing.
public record ActivityFact(
        UUID id,
        UUID organisationId,
        String kind,
        @Nullable String form,
        String status,
        @Nullable LocalDate heldOn,
        @Nullable Integer attendance,
        @Nullable Integer membersReviewed,
        @Nullable List<UUID> subjectOrganisationIds,
        @Nullable Findings findings)
        implements Fact {

    public ActivityFact {
        requireNonNull(id);
        requireNonNull(organisationId);
        requireNonNull(kind);
        requireNonNull(status);
    }

    /// How many findings of an inspection are still open.
    public record Findings(int open) {}

    @Override
    public FactSource source() {
        return FactSource.ACTIVITY;
    }

    @Override
    public List<FactPart> parts() {
        if (heldOn == null || !(status.equals("HELD") || status.equals("CORRECTED"))) {
            return List.of();
        }
        var parts = new ArrayList<FactPart>();
        switch (kind) {
            case "STUDY_SESSION" -> {
                add(parts, Measure.STUDY_SESSIONS, 1);
                add(parts, Measure.STUDY_ATTENDANCE, attendance);
            }
            case "THEMATIC_MEETING" -> add(parts, Measure.THEMATIC_MEETINGS, 1);
            case "MEMBER_REVIEW" -> add(parts, Measure.MEMBERS_REVIEWED, membersReviewed);
            case "INSPECTION" -> {
                add(parts, Measure.INSPECTIONS, 1);
                add(parts, Measure.UNITS_INSPECTED, unitsInspected());
                add(parts, Measure.FINDINGS_OPEN, findings == null ? null : findings.open);
            }
            case "SUPERVISION" -> add(parts, Measure.SUPERVISIONS, 1);
            case "FLAG_CEREMONY" -> add(parts, Measure.FLAG_CEREMONIES, 1);
            default -> add(parts, Measure.OTHER_EVENTS, 1);
        }
        return parts;
    }

    /// Every inspection inspects somebody: without names it is not known how many.
    private @Nullable Integer unitsInspected() {
        return subjectOrganisationIds == null || subjectOrganisationIds.isEmpty()
                ? null
                : subjectOrganisationIds.size();
    }

    private void add(List<FactPart> parts, Measure measure, @Nullable Integer amount) {
        if (amount != null && heldOn != null) {
            parts.add(FactPart.on(source(), id, measure, form, heldOn, amount, organisationId));
        }
    }
}
