package vn.tiendo.plans.plan;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.calendar.CalendarService;
import vn.tiendo.plans.plan.CalendarChangeApi.ChangePreview;
import vn.tiendo.plans.plan.CalendarChangeApi.ProposedDays;
import vn.tiendo.plans.plan.CalendarChangeApi.WouldMove;
import vn.tiendo.plans.plan.CalendarConsequences.Consequences;
import vn.tiendo.plans.plan.DueGroupRepository.Due;

/// Shows which deadlines a change of a calendar would move. It reads plans, so it stands with them.
@Path("/api/v1/calendars/{code}/change-previews")
@Tag(name = "calendars")
public class CalendarChangePreviewResource {

    @Inject
    CalendarService calendars;

    @Inject
    CalendarConsequences consequences;

    @Inject
    CurrentActor actor;

    @Inject
    Clock clock;

    @POST
    @Transactional
    @Operation(summary = "Show which open deadlines a change would move, and count them; nothing is stored")
    public ChangePreview preview(
            @PathParam("code") String code,
            @QueryParam("year") @Min(1900) @Max(2200) @Nullable Integer year,
            @Valid @BeanParam PageRequest page,
            @Valid @NotNull ProposedDays request) {
        var shift = calendars.propose(code, year, request.days(), actor.get());
        var found = consequences.of(shift, Days.dayOf(clock.instant()));
        var after = page.after().map(Cursor::id).orElse(new UUID(0, 0));
        var items = Page.of(
                        consequences.page(found, after, page.lookFor()),
                        page,
                        due -> new Cursor("", due.assignmentId()))
                .map(due -> viewOf(due, found));
        return new ChangePreview(found.total(), shift.days(), items.items(), items.nextCursor());
    }

    private static WouldMove viewOf(Due due, Consequences found) {
        var from = due.group().dueDay();
        var to = Objects.requireNonNull(found.targetOf(due).lastDay());
        return new WouldMove(
                due.assignmentId(),
                due.group().planId(),
                due.group().obligationId(),
                due.organisationId(),
                due.group().occurrence(),
                from,
                to,
                found.shift().between(from, to));
    }
}
