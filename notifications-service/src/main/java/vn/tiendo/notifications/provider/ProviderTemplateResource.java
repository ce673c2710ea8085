package vn.tiendo.notifications.provider;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.provider.ProviderApi.Decision;
import vn.tiendo.notifications.provider.ProviderApi.NewTemplate;
import vn.tiendo.notifications.provider.ProviderApi.Submission;
import vn.tiendo.notifications.provider.ProviderApi.TemplateContent;
import vn.tiendo.notifications.provider.ProviderApi.TemplatePage;
import vn.tiendo.notifications.provider.ProviderApi.TemplateView;

@Path("/api/v1/provider-templates")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "provider-templates")
public class ProviderTemplateResource {

    @Inject
    ProviderService providers;

    @POST
    @Operation(summary = "Draft a template that a provider has to approve")
    @APIResponseSchema(value = TemplateView.class, responseCode = "201")
    public Response draft(@Valid @NotNull NewTemplate content) {
        var template = providers.draft(content);
        return Response.created(URI.create("/api/v1/provider-templates/" + template.id()))
                .tag(ETags.of(template.version()))
                .entity(TemplateView.of(template))
                .build();
    }

    @GET
    @Operation(summary = "List templates of contracts in reach")
    @APIResponseSchema(TemplatePage.class)
    public Response list(
            @QueryParam("contract") @Nullable UUID contract,
            @QueryParam("state") @Nullable ApprovalState state,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(providers.templates(contract, state, page), page, template -> new Cursor("", template.id()))
                .map(TemplateView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a template and how far it has come with its provider")
    @APIResponseSchema(TemplateView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(providers.template(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Rewrite a template that is a draft or was rejected")
    @APIResponseSchema(TemplateView.class)
    public Response rewrite(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull TemplateContent content) {
        return answer(providers.rewrite(id, ifMatch, content));
    }

    @POST
    @Path("/{id}/submission")
    @Operation(summary = "Say that the provider has it, and what it calls it there")
    @APIResponseSchema(TemplateView.class)
    public Response submit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Submission submission) {
        return answer(providers.submit(id, ifMatch, submission.externalId()));
    }

    @POST
    @Path("/{id}/approval")
    @Operation(summary = "Say that the provider has approved it; messages go out in it from now on")
    @APIResponseSchema(TemplateView.class)
    public Response approve(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(providers.become(id, ifMatch, ApprovalState.APPROVED, null));
    }

    @POST
    @Path("/{id}/rejection")
    @Operation(summary = "Say that the provider has rejected it; rewritten, it can be submitted again")
    @APIResponseSchema(TemplateView.class)
    public Response reject(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Decision decision) {
        return answer(providers.become(id, ifMatch, ApprovalState.REJECTED, decision.reason()));
    }

    @POST
    @Path("/{id}/disablement")
    @Operation(summary = "Stop a template that was approved; what it carried takes its fallback")
    @APIResponseSchema(TemplateView.class)
    public Response disable(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Decision decision) {
        return answer(providers.become(id, ifMatch, ApprovalState.DISABLED, decision.reason()));
    }

    private static Response answer(ProviderTemplate template) {
        return Response.ok(TemplateView.of(template))
                .tag(ETags.of(template.version()))
                .build();
    }
}
