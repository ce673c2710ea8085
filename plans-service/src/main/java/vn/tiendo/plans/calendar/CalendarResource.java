package vn.tiendo.plans.calendar;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.calendar.CalendarApi.CalendarContent;
import vn.tiendo.plans.calendar.CalendarApi.CalendarPage;
import vn.tiendo.plans.calendar.CalendarApi.CalendarSummary;
import vn.tiendo.plans.calendar.CalendarApi.CalendarView;
import vn.tiendo.plans.calendar.CalendarApi.ChangePage;
import vn.tiendo.plans.calendar.CalendarApi.ChangeView;

/// Calendars are named by the code of the country (`VN`) or by the id of the organisation whose closures they hold.
@Path("/api/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendars")
public class CalendarResource {

    @Inject
    CalendarService calendars;

    @Inject
    CurrentActor actor;

    @GET
    @Operation(summary = "List the calendar of the country and the closures that can be seen")
    @APIResponseSchema(CalendarPage.class)
    public Response list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(calendars.list(actor.get(), page), page, found -> new Cursor("", found.id()))
                .map(CalendarSummary::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "Read a working calendar, or one year of it")
    @APIResponseSchema(CalendarView.class)
    public Response get(
            @PathParam("code") String code, @QueryParam("year") @Min(1900) @Max(2200) @Nullable Integer year) {
        var calendar = calendars.get(code, actor.get());
        return Response.ok(CalendarView.of(calendar, year))
                .tag(ETags.of(calendar.version()))
                .build();
    }

    @PUT
    @Path("/{code}")
    @Operation(summary = "Replace the days of a working calendar, or of one year; open deadlines follow")
    @APIResponseSchema(CalendarView.class)
    public Response put(
            @PathParam("code") String code,
            @QueryParam("year") @Min(1900) @Max(2200) @Nullable Integer year,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull CalendarContent content) {
        var calendar = calendars.put(code, year, ifMatch, content, actor.get());
        return Response.ok(CalendarView.of(calendar, year))
                .tag(ETags.of(calendar.version()))
                .build();
    }

    @GET
    @Path("/{code}/changes")
    @Operation(summary = "List the changes of a calendar, newest first, and how many deadlines each moved")
    @APIResponseSchema(ChangePage.class)
    public Response changes(@PathParam("code") String code, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(calendars.changesOf(code, actor.get(), page), page, found -> new Cursor("", found.id()))
                .map(ChangeView::of)
                .toResponse(uri);
    }
}
