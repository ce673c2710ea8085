package vn.tiendo.registrations.summary;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.summary.SummaryApi.ChildSummaryPage;
import vn.tiendo.registrations.summary.SummaryApi.MissingPage;
import vn.tiendo.registrations.summary.SummaryApi.SummaryView;

@Path("/api/v1/campaigns/{id}/summary")
@Produces(MediaType.APPLICATION_JSON)
public class SummaryResource {

    @Inject
    SummaryService summaries;

    @GET
    @Operation(summary = "Read how many owe, have submitted and are accepted, at an organisation and below it")
    public SummaryView read(@PathParam("id") UUID id, @QueryParam("organisation") @NotNull UUID organisation) {
        return SummaryView.of(id, organisation, summaries.of(id, organisation));
    }

    @GET
    @Path("/children")
    @Operation(
            summary = "List the same numbers for each subordinate of an organisation that has a part in the campaign")
    @APIResponseSchema(ChildSummaryPage.class)
    public Response children(
            @PathParam("id") UUID id,
            @QueryParam("organisation") @NotNull UUID organisation,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(summaries.children(id, organisation, page), page, child -> new Cursor(child.path(), child.id()))
                .toResponse(uri);
    }

    @GET
    @Path("/missing")
    @Operation(summary = "List who has handed nothing in, at an organisation and below it, unit by unit")
    @APIResponseSchema(MissingPage.class)
    public Response missing(
            @PathParam("id") UUID id,
            @QueryParam("organisation") @NotNull UUID organisation,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(summaries.missing(id, organisation, page), page, line -> new Cursor(line.path(), line.id()))
                .toResponse(uri);
    }
}
