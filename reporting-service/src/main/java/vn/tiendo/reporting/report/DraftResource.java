package vn.tiendo.reporting.report;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.report.ContentApi.ChangedContent;
import vn.tiendo.reporting.report.ContentApi.NewContent;
import vn.tiendo.reporting.report.ReportApi.ChosenTemplate;
import vn.tiendo.reporting.report.ReportApi.FactPage;
import vn.tiendo.reporting.report.ReportApi.FactView;
import vn.tiendo.reporting.report.ReportApi.ReportView;
import vn.tiendo.reporting.report.RestatementApi.NewRestatement;
import vn.tiendo.reporting.report.RestatementApi.RestatementPage;

/// What is written into a report, where its figures come from, and how they are corrected.
@Path("/api/v1/reports")
@Idempotent
public class DraftResource {

    @Inject
    DraftingService drafting;

    @Inject
    RestatementService restatements;

    @Inject
    FigureSources sources;

    @Inject
    ReportAnswer answer;

    @PUT
    @Path("/{id}/content")
    @Operation(summary = "Write the text and the figures")
    @APIResponseSchema(ReportView.class)
    public Response write(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NewContent content) {
        return answer.of(drafting.write(id, ifMatch, content));
    }

    @PATCH
    @Path("/{id}/content")
    @Operation(
            summary = "Change some fields, beside others who write at the same time",
            description =
                    "If-Match names the version that you have read. Fields that others have changed since to something "
                            + "else are refused (412 fields-changed-meanwhile) and named; all others are merged.")
    @APIResponseSchema(ReportView.class)
    public Response merge(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChangedContent changes) {
        return answer.of(drafting.merge(id, ifMatch, changes));
    }

    @POST
    @Path("/{id}/prefilling")
    @Operation(summary = "Begin the draft, or refresh it, with what the system knows")
    @APIResponseSchema(ReportView.class)
    public Response prefill(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer.of(drafting.prefill(id, ifMatch));
    }

    @PUT
    @Path("/{id}/template")
    @Operation(summary = "Go on with the template in force, or with another one of the same sort")
    @APIResponseSchema(ReportView.class)
    public Response changeTemplate(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChosenTemplate chosen) {
        return answer.of(drafting.changeTemplate(id, ifMatch, chosen.templateId()));
    }

    @GET
    @Path("/{id}/figures/{code}/facts")
    @Operation(summary = "List the facts that a figure is reckoned from")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` leads to the next one",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FactPage.class)))
    public Response facts(
            @PathParam("id") UUID id,
            @PathParam("code") @Size(max = 60) String code,
            @QueryParam("breakdown") @DefaultValue("") @Size(max = 40) String breakdown,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(sources.page(id, code, breakdown, page), page, fact -> new Cursor(fact.breakdown(), fact.id()))
                .map(FactView::of)
                .toResponse(uri);
    }

    @POST
    @Path("/{id}/restatements")
    @Operation(summary = "Correct figures of an accepted report; both values are kept, with the reason")
    @APIResponseSchema(ReportView.class)
    public Response restate(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NewRestatement request) {
        return answer.of(restatements.restate(id, ifMatch, request));
    }

    @GET
    @Path("/{id}/restatements")
    @Operation(summary = "List the corrections after acceptance")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` leads to the next one",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = RestatementPage.class)))
    public Response restatements(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(restatements.page(id, page), page, restatement -> new Cursor("", restatement.id()))
                .map(Restatement::view)
                .toResponse(uri);
    }
}
