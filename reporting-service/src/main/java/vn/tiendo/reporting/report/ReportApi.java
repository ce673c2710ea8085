package vn.tiendo.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What reports look like in JSON.
final class ReportApi {

    /// Texts may hold line breaks and tabs, no other control characters.
    private static final String TEXT = "[\\P{Cc}\\n\\r\\t]*";

    private static final int LONGEST = 20_000;

    private ReportApi() {}

    record NewFigure(
            @NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9._-]{0,59}")
            String code,

            @NotNull @Digits(integer = 15, fraction = 4) BigDecimal value) {}

    @Schema(description = "The whole text; a section that is left out is emptied")
    record NewContent(
            @Nullable @Size(max = LONGEST) @Pattern(regexp = TEXT)
            String results,

            @Nullable @Size(max = LONGEST) @Pattern(regexp = TEXT)
            String difficulties,

            @Nullable @Size(max = LONGEST) @Pattern(regexp = TEXT)
            String causes,

            @Nullable @Size(max = LONGEST) @Pattern(regexp = TEXT)
            String lessons,

            @Nullable @Size(max = LONGEST) @Pattern(regexp = TEXT)
            String proposals,

            @Nullable @Size(max = 200) List<@NotNull @Valid NewFigure> figures) {

        Narrative narrative() {
            return new Narrative(results, difficulties, causes, lessons, proposals);
        }

        List<Figure> numbers() {
            return figures == null
                    ? List.of()
                    : figures.stream()
                            .map(figure ->
                                    new Figure(figure.code(), figure.value().stripTrailingZeros()))
                            .toList();
        }
    }

    record ReturnReport(
            @NotBlank @Size(max = 2_000) @Pattern(regexp = TEXT)
            String reason,

            @Nullable @Schema(description = "Last day that is on time; five working days from today when left out")
            LocalDate until) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContentView(
            int edition,
            @Nullable String results,
            @Nullable String difficulties,
            @Nullable String causes,
            @Nullable String lessons,
            @Nullable String proposals,
            List<FigureView> figures,
            Instant writtenAt) {
        static ContentView of(ReportContent content) {
            var narrative = content.narrative();
            return new ContentView(
                    content.edition(),
                    narrative.results(),
                    narrative.difficulties(),
                    narrative.causes(),
                    narrative.lessons(),
                    narrative.proposals(),
                    content.figures().stream()
                            .map(figure -> new FigureView(figure.code(), figure.value()))
                            .toList(),
                    content.writtenAt());
        }
    }

    record FigureView(String code, BigDecimal value) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportView(
            UUID id,
            UUID assignmentId,
            UUID planId,
            UUID obligationId,
            UUID organisationId,
            String kind,
            @Nullable String form,
            String occurrence,
            ReportStatus status,
            @Nullable UUID recipientOrganisationId,
            @Nullable UUID viaOrganisationId,
            @Nullable Instant dueAt,
            Instant expectedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant receivedAt,
            @Nullable Instant forwardedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant returnedAt,

            @Nullable @Schema(description = "First instant at which it is late again")
            Instant returnedUntil,

            @Nullable String returnReason,

            @Schema(description = "Handed in late, or not in although the day is over")
            boolean late,

            @Nullable
            @Schema(
                    description =
                            "The newest edition, for others than its own side the newest one handed in; left out of lists")
            ContentView content) {

        static ReportView of(Report report, @Nullable ReportContent content, Instant now) {
            return new ReportView(
                    report.id(),
                    report.assignmentId(),
                    report.planId(),
                    report.obligationId(),
                    report.organisationId(),
                    report.kind(),
                    report.form(),
                    report.occurrence(),
                    report.status(),
                    report.recipientOrganisationId(),
                    report.viaOrganisationId(),
                    report.dueAt(),
                    report.expectedAt(),
                    report.submittedAt(),
                    report.receivedAt(),
                    report.forwardedAt(),
                    report.acceptedAt(),
                    report.returnedAt(),
                    report.returnedUntil(),
                    report.returnReason(),
                    report.isLate(now),
                    content == null ? null : ContentView.of(content));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportPage(List<ReportView> items, @Nullable String nextCursor) {}
}
