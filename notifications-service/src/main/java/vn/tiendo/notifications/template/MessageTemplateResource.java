package vn.tiendo.notifications.template;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.template.TemplateApi.NewTemplate;
import vn.tiendo.notifications.template.TemplateApi.PreviewView;
import vn.tiendo.notifications.template.TemplateApi.TemplatePage;
import vn.tiendo.notifications.template.TemplateApi.TemplateText;
import vn.tiendo.notifications.template.TemplateApi.TemplateView;

@Path("/api/v1/message-templates")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "message-templates")
public class MessageTemplateResource {

    @Inject
    MessageTemplateService templates;

    @Inject
    CurrentActor actor;

    @POST
    @Operation(summary = "Write a new version of a wording, for an organisation and all below it")
    @APIResponseSchema(value = TemplateView.class, responseCode = "201")
    public Response write(@Valid @NotNull NewTemplate content) {
        var template = templates.write(content, actor.get());
        return Response.created(URI.create("/api/v1/message-templates/" + template.id()))
                .tag(ETags.of(template.version()))
                .entity(TemplateView.of(template))
                .build();
    }

    @GET
    @Operation(summary = "List the versions of wordings within reach")
    @APIResponseSchema(TemplatePage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("purpose") @Nullable Purpose purpose,
            @QueryParam("state") @Nullable TemplateState state,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(
                        templates.list(actor.get(), organisation, purpose, state, page),
                        page,
                        template -> new Cursor("", template.id()))
                .map(TemplateView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a version of a wording")
    @APIResponseSchema(TemplateView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(templates.get(id, actor.get()));
    }

    @GET
    @Path("/{id}/preview")
    @Operation(summary = "Show a version with real data, before it is published or after")
    @APIResponseSchema(PreviewView.class)
    public Response preview(
            @PathParam("id") UUID id,
            @QueryParam("duty")
                    @Parameter(description = "An assignment or a registration; without it, one that waits")
                    @Nullable
                    UUID duty) {
        return Response.ok(templates.preview(id, duty, actor.get())).build();
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Rewrite a version that has not been in use")
    @APIResponseSchema(TemplateView.class)
    public Response rewrite(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull TemplateText content) {
        return answer(templates.rewrite(id, ifMatch, content, actor.get()));
    }

    @POST
    @Path("/{id}/publication")
    @Operation(summary = "Put a version into use, a new one or one that was in use before")
    @APIResponseSchema(TemplateView.class)
    public Response publish(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(templates.publish(id, ifMatch, actor.get()));
    }

    @POST
    @Path("/{id}/rollback")
    @Operation(summary = "Take the version that is in use back; the one before it is in use again")
    @APIResponseSchema(TemplateView.class)
    public Response rollBack(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(templates.rollBack(id, ifMatch, actor.get()));
    }

    private static Response answer(MessageTemplate template) {
        return Response.ok(TemplateView.of(template))
                .tag(ETags.of(template.version()))
                .build();
    }
}
