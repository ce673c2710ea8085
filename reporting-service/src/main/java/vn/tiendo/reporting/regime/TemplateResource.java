package vn.tiendo.reporting.regime;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.regime.TemplateApi.ChangedTemplate;
import vn.tiendo.reporting.regime.TemplateApi.NewTemplate;
import vn.tiendo.reporting.regime.TemplateApi.TemplatePage;
import vn.tiendo.reporting.regime.TemplateApi.TemplateView;

@Path("/api/v1/report-regimes/{regime}/templates")
@Idempotent
public class TemplateResource {

    @Inject
    TemplateService templates;

    @GET
    @Operation(
            summary = "List the templates of a sort of reports: those in force for you, and drafts that you may write")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` leads to the next one",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TemplatePage.class)))
    public Response list(
            @PathParam("regime") UUID regime,
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("status") Template.@Nullable Status status,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(
                        templates.page(regime, organisation, status, page),
                        page,
                        template -> new Cursor("", template.id()))
                .map(TemplateView::ofList)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a template with its indicators, sections and rules")
    @APIResponseSchema(TemplateView.class)
    public Response read(@PathParam("regime") UUID regime, @PathParam("id") UUID id) {
        return answer(Response.Status.OK, templates.read(regime, id));
    }

    @POST
    @Operation(summary = "Draft the next version of a template")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TemplateView.class)))
    public Response create(@PathParam("regime") UUID regime, @Valid @NotNull NewTemplate request) {
        return answer(Response.Status.CREATED, templates.create(regime, request));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a draft")
    @APIResponseSchema(TemplateView.class)
    public Response write(
            @PathParam("regime") UUID regime,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChangedTemplate request) {
        return answer(Response.Status.OK, templates.write(regime, id, ifMatch, request.definition()));
    }

    @POST
    @Path("/{id}/publication")
    @Operation(
            summary = "Publish it: reports begun from now on follow it, others keep the version they were begun with")
    @APIResponseSchema(TemplateView.class)
    public Response publish(
            @PathParam("regime") UUID regime,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(Response.Status.OK, templates.publish(regime, id, ifMatch));
    }

    private static Response answer(Response.Status status, Template template) {
        return Response.status(status)
                .entity(TemplateView.of(template))
                .tag(ETags.of(template.version()))
                .build();
    }
}
