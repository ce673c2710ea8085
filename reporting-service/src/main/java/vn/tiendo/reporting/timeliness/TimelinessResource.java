package vn.tiendo.reporting.timeliness;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.timeliness.TimelinessApi.LatePage;
import vn.tiendo.reporting.timeliness.TimelinessApi.TimelinessView;
import vn.tiendo.reporting.timeliness.TimelinessService.Asked;

@Path("/api/v1/timeliness")
public class TimelinessResource {

    private static final String FROM = "First of the last days on time; the year's first day when not named";
    private static final String TO = "Last of the last days on time; the end of that year when not named";

    @Inject
    TimelinessService timeliness;

    @GET
    @Operation(summary = "Tell how complete and punctual an organisation and its children were with what was due")
    public TimelinessView read(
            @QueryParam("organisation") @NotNull UUID organisation,
            @QueryParam("plan") @Nullable UUID plan,
            @QueryParam("from") @Nullable @Parameter(description = FROM) LocalDate from,
            @QueryParam("to") @Nullable @Parameter(description = TO) LocalDate to,
            @Valid @BeanParam PageRequest page) {
        return timeliness.of(new Asked(organisation, plan, from, to), page);
    }

    @GET
    @Path("/late")
    @Operation(
            summary = "List who was late with what, longest first",
            description = "For those who may see the progress of the organisation; where lists are published, for all"
                    + " who hold a post at it or below.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` leads to the next one",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LatePage.class)))
    public Response late(
            @QueryParam("organisation") @NotNull UUID organisation,
            @QueryParam("plan") @Nullable UUID plan,
            @QueryParam("from") @Nullable @Parameter(description = FROM) LocalDate from,
            @QueryParam("to") @Nullable @Parameter(description = TO) LocalDate to,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return timeliness.late(new Asked(organisation, plan, from, to), page).toResponse(uri);
    }
}
