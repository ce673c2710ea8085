package vn.tiendo.registrations.member;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.member.MemberApi.MemberRequest;
import vn.tiendo.registrations.member.MemberApi.MemberView;

@Path("/api/v1/members")
@Idempotent
public class MemberResource {

    @Inject
    MemberService members;

    @POST
    @Operation(summary = "Add a member with its memberships")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response add(@Valid @NotNull MemberRequest request, @Context UriInfo uri) {
        var member = members.add(request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(member.id().toString())
                        .build())
                .tag(ETags.of(member.version()))
                .entity(MemberView.of(member))
                .build();
    }

    @GET
    @Operation(summary = "List the members in reach, of an organisation and below it")
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("name") @Nullable @Size(min = 2, max = 100) String name,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(members.page(organisation, name, page), page, member -> new Cursor("", member.id()))
                .map(MemberView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a member")
    @APIResponse(
            responseCode = "200",
            description = "The member",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response read(@PathParam("id") UUID id) {
        return answer(members.read(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Correct a member and its memberships")
    @APIResponse(
            responseCode = "200",
            description = "Corrected",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull MemberRequest request) {
        return answer(members.correct(id, ifMatch, request));
    }

    private static Response answer(Member member) {
        return Response.ok(MemberView.of(member))
                .tag(ETags.of(member.version()))
                .build();
    }
}
