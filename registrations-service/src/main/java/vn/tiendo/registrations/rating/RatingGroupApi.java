package vn.tiendo.registrations.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of peer groups and of the regulations that govern them.
final class RatingGroupApi {

    private RatingGroupApi() {}

    /// @param minPoints from how many points on; for all grades or for none
    record GradeBody(
            @NotBlank @Size(max = 50) String code,

            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal minPoints,

            @NotBlank @Size(max = 200) String nameVi,
            @NotBlank @Size(max = 200) String nameEn) {

        static GradeBody of(Grade grade) {
            return new GradeBody(grade.code(), grade.minPoints(), grade.nameVi(), grade.nameEn());
        }
    }

    /// @param capBase the grade whose number the share is taken of
    /// @param quarterly whether units may rate by quarter; absent means as under the regulation before
    /// @param agencyFirst whether who is rated in both is rated in the agency first; absent means as before
    /// @param grades best first
    record NewRatingRule(
            @NotBlank @Size(max = 100) String document,
            @NotNull LocalDate documentDate,
            @NotNull LocalDate inForceFrom,
            @NotBlank String capGrade,
            @NotBlank String capBase,
            @Min(0) @Max(100) int capPercent,
            @Nullable @Min(0) @Max(100) Integer raisedCapPercent,
            @NotNull Rounding rounding,
            @Nullable Boolean quarterly,
            @Nullable Boolean agencyFirst,
            @NotNull @Size(min = 2, max = 10) List<@NotNull @Valid GradeBody> grades) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RatingRuleView(
            UUID id,
            String document,
            LocalDate documentDate,
            LocalDate inForceFrom,
            String capGrade,
            String capBase,
            int capPercent,
            @Nullable Integer raisedCapPercent,
            Rounding rounding,
            boolean quarterly,
            boolean agencyFirst,
            List<GradeBody> grades) {

        static RatingRuleView of(RatingRule rule) {
            var cap = rule.cap(false);
            return new RatingRuleView(
                    rule.id(),
                    rule.document(),
                    rule.documentDate(),
                    rule.inForceFrom(),
                    cap.grade(),
                    cap.base(),
                    cap.percent(),
                    rule.raisedCapPercent(),
                    cap.rounding(),
                    rule.customs().quarterly(),
                    rule.customs().agencyFirst(),
                    rule.grades().stream().map(GradeBody::of).toList());
        }
    }

    record RatingRules(List<RatingRuleView> items) {}

    /// @param organisationId whose members, or whose subordinate collectives, are compared
    /// @param quarter absent for the year, or where the regulation knows no quarters
    /// @param side absent means PARTY
    /// @param registrationCounts whether the best grade needs every registration of the year accepted; absent
    /// means yes for a year and no for a quarter
    record NewRatingGroup(
            @NotNull UUID organisationId,
            @Min(2000) @Max(2100) int year,
            @Nullable @Min(1) @Max(4) Integer quarter,
            @NotNull RatingSubject subject,
            @Nullable RatingSide side,
            @NotBlank @Size(max = 200) String name,
            @Nullable Boolean registrationCounts) {}

    record RaisedCap(@NotBlank @Size(max = 200) String decision) {}

    /// @param document the regulation in force
    /// @param cappedCount how many hold the capped grade
    /// @param baseCount how many hold the grade that the share is taken of
    /// @param allowed how many may hold the capped grade at the moment
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RatingGroupView(
            UUID id,
            UUID organisationId,
            int year,
            @Nullable Integer quarter,
            RatingSubject subject,
            RatingSide side,
            String name,
            boolean registrationCounts,
            String document,
            String cappedGrade,
            int cappedCount,
            String baseGrade,
            int baseCount,
            int percent,
            int allowed,
            @Nullable Instant capRaisedAt,
            @Nullable String capDecision,
            long version) {

        static RatingGroupView of(RatingGroup group, RatingRule rule) {
            var cap = rule.cap(group.isCapRaised());
            return new RatingGroupView(
                    group.id(),
                    group.organisationId(),
                    group.period().year(),
                    group.period().namedQuarter(),
                    group.subject(),
                    group.side(),
                    group.name(),
                    group.registrationCounts(),
                    rule.document(),
                    cap.grade(),
                    group.cappedCount(),
                    cap.base(),
                    group.baseCount(),
                    cap.percent(),
                    cap.allowed(group.baseCount()),
                    group.capRaisedAt(),
                    group.capDecision(),
                    group.version());
        }
    }

    record RatingGroupPage(
            List<RatingGroupView> items, @Nullable String nextCursor) {}
}
