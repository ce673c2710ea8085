package vn.tiendo.plans.activity;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.activity.ActivityApi.ActivityContent;
import vn.tiendo.plans.activity.ActivityApi.Category;
import vn.tiendo.plans.deadline.Deadline;

/// What is told of an activity: its days, its subject, how long it took and who came. It is replaced as a whole.
@Embeddable
class ActivityRecord {

    private @Nullable String form;
    private @Nullable String title;
    private @Nullable LocalDate plannedOn;
    private @Nullable LocalDate heldOn;
    private @Nullable BigDecimal durationValue;

    @Enumerated(EnumType.STRING)
    private Deadline.Length.@Nullable Unit durationUnit;

    private @Nullable Integer attendance;

    @Convert(converter = AttendanceText.class)
    private @Nullable Map<Category, Integer> attendanceBy;

    private @Nullable Integer membersReviewed;
    private @Nullable String note;
    private @Nullable String programme;
    private @Nullable String quarter;

    protected ActivityRecord() {}

    /// @param plannedBefore the day that was planned so far, which stays when nothing is said of it
    ActivityRecord(ActivityContent content, @Nullable LocalDate plannedBefore) {
        form = content.form();
        title = Texts.composed(content.title());
        plannedOn = content.plannedOn() == null ? plannedBefore : content.plannedOn();
        heldOn = content.heldOn();
        durationValue = content.duration() == null ? null : content.duration().value();
        durationUnit = content.duration() == null ? null : content.duration().unit();
        attendance = content.attendance();
        attendanceBy = content.attendanceBy() == null ? null : Map.copyOf(content.attendanceBy());
        membersReviewed = content.membersReviewed();
        note = Texts.composed(content.note());
        programme = content.inspection() == null
                ? null
                : Texts.composed(content.inspection().programme());
        quarter = content.inspection() == null ? null : content.inspection().quarter();
    }

    @Nullable
    String form() {
        return form;
    }

    @Nullable
    String title() {
        return title;
    }

    @Nullable
    LocalDate plannedOn() {
        return plannedOn;
    }

    @Nullable
    LocalDate heldOn() {
        return heldOn;
    }

    Deadline.@Nullable Length duration() {
        return durationValue == null || durationUnit == null
                ? null
                : new Deadline.Length(shortest(durationValue), durationUnit, null);
    }

    /// 0.50 as 0.5, and 50.00 as 50 rather than 5E+1.
    private static BigDecimal shortest(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Nullable
    Integer attendance() {
        return attendance;
    }

    @Nullable
    Map<Category, Integer> attendanceBy() {
        return attendanceBy;
    }

    @Nullable
    Integer membersReviewed() {
        return membersReviewed;
    }

    @Nullable
    String note() {
        return note;
    }

    @Nullable
    String programme() {
        return programme;
    }

    @Nullable
    String quarter() {
        return quarter;
    }
}
