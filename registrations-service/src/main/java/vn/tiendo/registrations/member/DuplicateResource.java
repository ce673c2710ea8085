package vn.tiendo.registrations.member;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.member.MemberApi.DuplicatePage;
import vn.tiendo.registrations.member.MemberApi.DuplicateView;

@Path("/api/v1/members/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "members")
public class DuplicateResource {

    @Inject
    Duplicates duplicates;

    @GET
    @Operation(summary = "List the pairs that may be one person and wait for a decision, the oldest first")
    @APIResponseSchema(DuplicatePage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return duplicates.page(organisation, page).toResponse(uri);
    }

    @POST
    @Path("/{id}/dismissal")
    @Operation(summary = "Decide that a pair is two persons; a merge decides that it is one")
    @APIResponseSchema(DuplicateView.class)
    public Response dismiss(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var decided = duplicates.dismiss(id, ifMatch);
        return Response.ok(decided).tag(ETags.of(decided.version())).build();
    }
}
