package vn.tiendo.plans.plan;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.plans.calendar.CalendarService;
import vn.tiendo.plans.deadline.Occurrences;
import vn.tiendo.plans.deadline.RollOff;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.organisation.OrganisationService;
import vn.tiendo.plans.plan.DeadlineApi.Preview;
import vn.tiendo.plans.plan.DeadlineApi.PreviewRequest;
import vn.tiendo.plans.plan.DeadlineApi.ReadOccurrence;
import vn.tiendo.plans.plan.DeadlineApi.Reading;

/// Shows how a deadline that is being written will be read.
@Path("/api/v1/deadline-previews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deadlines")
public class DeadlinePreviewResource {

    /// Longer than any plan; a weekly deadline of so many years still answers at once.
    private static final int MOST_YEARS = 30;

    @Inject
    CalendarService calendar;

    @Inject
    OrganisationService organisations;

    @Inject
    ReachRepository reach;

    @Inject
    CurrentActor actor;

    @POST
    @Operation(summary = "Read a deadline into its occurrences, step by step; nothing is stored")
    @APIResponseSchema(value = Preview.class, responseCode = "200")
    public Response preview(@Valid @NotNull PreviewRequest request, @Context HttpHeaders headers) {
        var sentences = DeadlineSentences.in(headers.getAcceptableLanguages());
        requireReadable(request, sentences);
        var reading = readingOf(request);
        var shown = new ArrayList<ReadOccurrence>();
        for (int tier : Objects.requireNonNullElse(request.tiers(), List.of(1))) {
            Obligation.occurrences(request.deadline(), request.counts(), request.slack(), reading, tier).stream()
                    .map(occurrence -> ReadOccurrence.of(occurrence, tier, sentences))
                    .forEach(shown::add);
        }
        return Response.ok(new Preview(
                        new Reading(
                                reading.periodFrom(), reading.periodTo(), reading.namedDayCounts(), reading.rollOff()),
                        shown))
                .language(sentences.language())
                .build();
    }

    private static void requireReadable(PreviewRequest request, DeadlineSentences sentences) {
        var errors = new ArrayList<FieldError>();
        request.deadline()
                .faults()
                .forEach(fault -> errors.add(new FieldError("deadline." + fault.field(), sentences.of(fault))));
        if (request.slack() != null && request.slack().contradicts()) {
            errors.add(new FieldError("slack.days", sentences.contradiction()));
        }
        if (request.counts() != null && request.counts().contradict()) {
            errors.add(new FieldError("counts", sentences.contradiction()));
        }
        if (request.year() == null && request.periodFrom() == null) {
            errors.add(new FieldError("periodFrom", sentences.missing()));
        }
        if (request.year() != null && (request.periodFrom() != null || request.periodTo() != null)) {
            errors.add(new FieldError("year", sentences.contradiction()));
        }
        if (isReversedOrEndless(request.periodFrom(), request.periodTo())) {
            errors.add(new FieldError("periodTo", sentences.contradiction()));
        }
        if (!errors.isEmpty()) {
            throw new KitProblem.MalformedRequest(errors);
        }
    }

    private static boolean isReversedOrEndless(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from != null && to != null && (to.isBefore(from) || to.getYear() - from.getYear() > MOST_YEARS);
    }

    private Occurrences readingOf(PreviewRequest request) {
        var whole = request.year();
        var from = whole == null ? Objects.requireNonNull(request.periodFrom()) : LocalDate.of(whole, 1, 1);
        var to = whole == null ? request.periodTo() : LocalDate.of(whole, 12, 31);
        return new Occurrences(
                from,
                to,
                namedDayCounts(request),
                request.rollOff() == null ? RollOff.NONE : request.rollOff(),
                request.organisationId() == null
                        ? calendar.workingDays()
                        : calendar.layers()
                                .at(reach.get(request.organisationId()).path()));
    }

    private boolean namedDayCounts(PreviewRequest request) {
        var asked = request.organisationId() == null
                ? null
                : reach.get(request.organisationId(), OrganisationService.readable(actor.get()));
        if (request.namedDayCounts() != null) {
            return request.namedDayCounts();
        }
        return asked != null && organisations.beforeDateIncludesNamedDay(asked.path());
    }
}
