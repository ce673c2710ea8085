package vn.tiendo.plans.calendar;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.plans.calendar.CalendarApi.CalendarContent;
import vn.tiendo.plans.calendar.CalendarApi.CalendarView;

@Path("/api/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendars")
public class CalendarResource {

    @Inject
    CalendarService calendars;

    @Inject
    CurrentActor actor;

    @GET
    @Path("/{code}")
    @Operation(summary = "Read a working calendar")
    @APIResponseSchema(CalendarView.class)
    public Response get(@PathParam("code") String code) {
        var calendar = calendars.get(code);
        return Response.ok(CalendarView.of(calendar))
                .tag(ETags.of(calendar.version()))
                .build();
    }

    @PUT
    @Path("/{code}")
    @Operation(summary = "Replace a working calendar")
    @APIResponseSchema(CalendarView.class)
    public Response put(
            @PathParam("code") @Pattern(regexp = "[A-Z]{2}") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull CalendarContent content) {
        var calendar = calendars.put(code, ifMatch, content, actor.get());
        return Response.ok(CalendarView.of(calendar))
                .tag(ETags.of(calendar.version()))
                .build();
    }
}
