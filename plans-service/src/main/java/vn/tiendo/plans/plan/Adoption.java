package vn.tiendo.plans.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.plan.PlanProblem.AdoptedInTheFuture;
import vn.tiendo.plans.plan.PlanProblem.NoMajority;
import vn.tiendo.plans.plan.PlanProblem.VotesDoNotAddUp;

/// Who passed a plan and when: the vote as the minutes have it.
///
/// @param body who voted
/// @param present how many took part in the vote; in favour, against and abstained add up to it
/// @param minutesNumber number of the minutes, as written
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Adoption(
        @Column(name = "adopted_by_body") @Enumerated(EnumType.STRING) @NotNull
        Body body,

        @Column(name = "adopted_on") @NotNull LocalDate heldOn,

        @Column(name = "votes_present") @NotNull @Min(1) @Max(100_000)
        Integer present,

        @Column(name = "votes_in_favour") @NotNull @Min(0) @Max(100_000)
        Integer inFavour,

        @Column(name = "votes_against") @NotNull @Min(0) @Max(100_000)
        Integer against,

        @Column(name = "votes_abstained") @NotNull @Min(0) @Max(100_000)
        Integer abstained,

        @Column(name = "adoption_minutes_number") @Nullable @Size(min = 1, max = 60)
        String minutesNumber) {

    enum Body {
        /// Tập thể lãnh đạo: the committee or its standing committee.
        COLLECTIVE_LEADERSHIP,
        /// Toàn đơn vị: everybody who belongs to the unit.
        WHOLE_UNIT
    }

    /// @throws NoMajority when no more than half of those present were in favour
    void requireCarried(LocalDate today) {
        if (heldOn.isAfter(today)) {
            throw new AdoptedInTheFuture(heldOn);
        }
        if ((long) inFavour + against + abstained != present) {
            throw new VotesDoNotAddUp(inFavour, against, abstained, present);
        }
        if (2L * inFavour <= present) {
            throw new NoMajority(inFavour, present);
        }
    }
}
