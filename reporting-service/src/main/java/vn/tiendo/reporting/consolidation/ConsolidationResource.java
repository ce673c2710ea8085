package vn.tiendo.reporting.consolidation;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.consolidation.ConsolidationApi.ConsolidationView;
import vn.tiendo.reporting.consolidation.ConsolidationApi.UnitFigurePage;
import vn.tiendo.reporting.consolidation.ConsolidationApi.UnitNarrativePage;
import vn.tiendo.reporting.consolidation.ConsolidationApi.UnitPage;
import vn.tiendo.reporting.regime.Cell;
import vn.tiendo.reporting.regime.SectionCode;

@Path("/api/v1/reports/{id}/consolidation")
@Idempotent
public class ConsolidationResource {

    @Inject
    ConsolidationService consolidations;

    @POST
    @Operation(summary = "Fill the draft from the accepted reports of the units, or refresh it; gaps are named")
    @APIResponseSchema(ConsolidationView.class)
    public Response refresh(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(consolidations.refresh(id, ifMatch));
    }

    @GET
    @Operation(summary = "Read what the report is made of: how many units, how many of them are missing or late")
    @APIResponseSchema(ConsolidationView.class)
    public Response read(@PathParam("id") UUID id) {
        return answer(consolidations.read(id));
    }

    @GET
    @Path("/units")
    @Operation(summary = "List the units: included, missing, late, corrected since")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` leads to the next one",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UnitPage.class)))
    public Response units(
            @PathParam("id") UUID id,
            @QueryParam("included") @Nullable Boolean included,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(consolidations.units(id, included, page), page, unit -> new Cursor("", unit.reportId()))
                .toResponse(uri);
    }

    @GET
    @Path("/figures/{code}")
    @Operation(summary = "Open a figure, or a row of a table by its key, down to the values of the units")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` leads to the next one",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UnitFigurePage.class)))
    public Response figures(
            @PathParam("id") UUID id,
            @PathParam("code") @Size(max = 60) String code,
            @QueryParam("breakdown") @DefaultValue("") @Size(max = 40) String breakdown,
            @QueryParam("row") @Size(max = 20) List<@Size(max = 1_000) String> row,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(
                        consolidations.figures(id, new Cell(code, breakdown), row, page),
                        page,
                        figure -> new Cursor("", figure.reportId()))
                .toResponse(uri);
    }

    @GET
    @Path("/narratives/{section}")
    @Operation(summary = "List what the units wrote in a section, each with the name of who wrote it")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` leads to the next one",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = UnitNarrativePage.class)))
    public Response narratives(
            @PathParam("id") UUID id,
            @PathParam("section") SectionCode section,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(
                        consolidations.narratives(id, section, page),
                        page,
                        narrative -> new Cursor("", narrative.reportId()))
                .toResponse(uri);
    }

    private static Response answer(ConsolidationService.Seen seen) {
        return Response.ok(ConsolidationView.of(
                        seen.consolidation(), !seen.target().open(), seen.newer()))
                .tag(ETags.of(seen.target().version()))
                .build();
    }
}
