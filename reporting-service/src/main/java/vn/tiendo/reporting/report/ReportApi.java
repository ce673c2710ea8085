package vn.tiendo.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.fact.FactSource;
import vn.tiendo.reporting.fact.Facts;
import vn.tiendo.reporting.report.ContentApi.ContentView;
import vn.tiendo.reporting.report.ContentApi.FindingView;

/// What reports look like in JSON.
final class ReportApi {

    /// Texts may hold line breaks and tabs, no other control characters.
    static final String TEXT = "[\\P{Cc}\\n\\r\\t]*";

    private ReportApi() {}

    record ChosenTemplate(
            @Nullable
            @Schema(description = "A published template of the same sort of report; the one in force when left out")
            UUID templateId) {}

    @Schema(description = "Something that happened and that no assignment asks to report")
    record NewIncident(
            @NotNull UUID organisationId,
            @NotNull UUID planId,

            @Nullable @Schema(description = "The obligation of the plan that asks for it, if one does")
            UUID obligationId,

            @Nullable @Schema(description = "The organisation above when left out")
            UUID recipientOrganisationId,

            @Nullable UUID viaOrganisationId) {}

    record AcceptReports(@NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Item> items) {

        /// @param version of the report as it was read: what has changed since is not accepted unseen
        @Schema(name = "ReportToAccept")
        record Item(@NotNull UUID id, @Min(0) long version) {}
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Acceptance(
            UUID id,
            boolean accepted,

            @Nullable @Schema(description = "Code of the problem when it was not accepted")
            String refusal) {

        static Acceptance of(UUID id, ReportEvent event) {
            return new Acceptance(id, event == ReportEvent.ACCEPTED, null);
        }

        static Acceptance refused(UUID id, String code) {
            return new Acceptance(id, false, code);
        }
    }

    record Acceptances(List<Acceptance> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "One fact that a figure is reckoned from; read it at its own resource")
    record FactView(
            FactSource source,
            UUID id,
            UUID organisationId,
            @Nullable String form,
            @Nullable LocalDate day,
            int amount) {

        static FactView of(Facts.Source fact) {
            return new FactView(
                    fact.source(),
                    fact.id(),
                    fact.organisationId(),
                    fact.breakdown().isEmpty() ? null : fact.breakdown(),
                    fact.source() == FactSource.REGISTRATION ? null : fact.day(),
                    fact.amount());
        }
    }

    record FactPage(List<FactView> items, @Nullable String nextCursor) {}

    record ReturnReport(
            @NotBlank @Size(max = 2_000) @Pattern(regexp = TEXT)
            String reason,

            @Nullable @Schema(description = "Last day that is on time; five working days from today when left out")
            LocalDate until) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportView(
            UUID id,

            @Nullable @Schema(description = "Left out for incidents, which no assignment asks for")
            UUID assignmentId,

            UUID planId,
            @Nullable UUID obligationId,
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

            @Nullable @Schema(description = "When figures were last corrected after it was accepted")
            Instant restatedAt,

            @Nullable @Schema(description = "When it last changed, as `updatedSince` asks for it")
            Instant updatedAt,

            @Schema(description = "Handed in late, or not in although the day is over")
            boolean late,

            @Nullable @Schema(description = "The template that it is written with, once it has been begun")
            UUID templateId,

            @Nullable @Schema(description = "A newer template is in force; left out of lists")
            Boolean templateOutdated,

            @Nullable @Schema(description = "The days that it covers, both included")
            LocalDate dataFrom,

            @Nullable LocalDate dataTo,

            @Nullable
            @Schema(
                    description =
                            "The newest edition, for others than its own side the newest one handed in; left out of"
                                    + " lists")
            ContentView content,

            @Nullable @Schema(description = "What the template's rules find in the content; left out of lists")
            List<FindingView> findings) {

        static ReportView ofList(Report report, Instant now) {
            return view(report, null, null, null, now);
        }

        static ReportView of(ReportDesk.Read read, List<Locale> languages, Instant now) {
            var drafting = read.drafting();
            return view(
                    read.report(),
                    read.content(),
                    drafting == null ? null : drafting.outdated(),
                    drafting == null
                            ? null
                            : drafting.findings().stream()
                                    .map(finding -> FindingView.of(finding, languages))
                                    .toList(),
                    now);
        }

        private static ReportView view(
                Report report,
                @Nullable ReportContent content,
                @Nullable Boolean outdated,
                @Nullable List<FindingView> findings,
                Instant now) {
            var state = report.state();
            var basis = report.basis();
            return new ReportView(
                    state.id(),
                    state.assignmentId(),
                    state.planId(),
                    state.obligationId(),
                    state.organisationId(),
                    state.kind(),
                    state.form(),
                    state.occurrence(),
                    state.status(),
                    state.recipientOrganisationId(),
                    state.viaOrganisationId(),
                    state.dueAt(),
                    state.expectedAt(),
                    state.submittedAt(),
                    state.receivedAt(),
                    state.forwardedAt(),
                    state.acceptedAt(),
                    state.returnedAt(),
                    state.returnedUntil(),
                    report.passage().returnReason(),
                    state.restatedAt(),
                    report.passage().updatedAt(),
                    report.isLate(now),
                    basis == null ? null : basis.templateId(),
                    outdated,
                    basis == null ? null : basis.dataFrom(),
                    basis == null ? null : basis.dataTo(),
                    content == null ? null : ContentView.of(content),
                    findings);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportPage(List<ReportView> items, @Nullable String nextCursor) {}
}
