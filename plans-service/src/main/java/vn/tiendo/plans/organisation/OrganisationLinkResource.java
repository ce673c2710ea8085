package vn.tiendo.plans.organisation;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.OrganisationLinkApi.LinkEnd;
import vn.tiendo.plans.organisation.OrganisationLinkApi.LinkPage;
import vn.tiendo.plans.organisation.OrganisationLinkApi.LinkView;
import vn.tiendo.plans.organisation.OrganisationLinkApi.NewLink;

@Path("/api/v1/organisations/{organisation}/links")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "organisations")
public class OrganisationLinkResource {

    @Inject
    OrganisationLinkService links;

    @Inject
    CurrentActor actor;

    @POST
    @Operation(summary = "Link an organisation to another one beside the tree")
    @APIResponseSchema(value = LinkView.class, responseCode = "201")
    public Response link(@PathParam("organisation") UUID organisation, @Valid @NotNull NewLink request) {
        var link = links.link(organisation, request, actor.get());
        return Response.created(URI.create("/api/v1/organisations/" + organisation + "/links/" + link.id()))
                .tag(ETags.of(link.version()))
                .entity(LinkView.of(link))
                .build();
    }

    @GET
    @Operation(summary = "List the links from and to an organisation")
    @APIResponseSchema(LinkPage.class)
    public Response list(
            @PathParam("organisation") UUID organisation,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(links.list(organisation, asOf, actor.get(), page), page, found -> new Cursor("", found.id()))
                .map(LinkView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a link")
    @APIResponseSchema(LinkView.class)
    public Response get(@PathParam("organisation") UUID organisation, @PathParam("id") UUID id) {
        return answer(links.get(organisation, id, actor.get()));
    }

    @POST
    @Path("/{id}/ending")
    @Operation(summary = "Say on which day a link ends")
    @APIResponseSchema(LinkView.class)
    public Response end(
            @PathParam("organisation") UUID organisation,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull LinkEnd request) {
        return answer(links.end(organisation, id, ifMatch, request, actor.get()));
    }

    private static Response answer(OrganisationLink link) {
        return Response.ok(LinkView.of(link)).tag(ETags.of(link.version())).build();
    }
}
