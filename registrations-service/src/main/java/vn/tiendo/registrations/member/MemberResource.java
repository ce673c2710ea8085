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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.member.MemberApi.ContactRequest;
import vn.tiendo.registrations.member.MemberApi.HistoryView;
import vn.tiendo.registrations.member.MemberApi.MemberPage;
import vn.tiendo.registrations.member.MemberApi.MemberRequest;
import vn.tiendo.registrations.member.MemberApi.MemberView;
import vn.tiendo.registrations.member.MemberApi.MergeRequest;
import vn.tiendo.registrations.member.MemberApi.StandingRequest;
import vn.tiendo.registrations.member.MemberApi.TransferRequest;

@Path("/api/v1/members")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
public class MemberResource {

    @Inject
    MemberService members;

    @Inject
    MemberMoves moves;

    @Inject
    Merging merging;

    @POST
    @Operation(summary = "Add a member with its memberships")
    @APIResponseSchema(value = MemberView.class, responseCode = "201")
    public Response add(@Valid @NotNull MemberRequest request, @Context UriInfo uri) {
        var member = members.add(request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(member.id().toString())
                        .build())
                .tag(ETags.of(member.version()))
                .entity(MemberView.of(member, true))
                .build();
    }

    @GET
    @Operation(summary = "List the members in reach, of an organisation and below it")
    @APIResponseSchema(MemberPage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("name") @Nullable @Size(min = 2, max = 100) String name,
            @QueryParam("category") @Nullable MemberCategory category,
            @QueryParam("status") @Nullable MemberStatus status,
            @QueryParam("updatedSince") @Nullable Instant updatedSince,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new MemberFilter(organisation, name, category, status, updatedSince);
        return Page.of(
                        members.page(filter, page),
                        page,
                        member -> new Cursor(
                                updatedSince == null
                                        ? ""
                                        : Objects.requireNonNull(member.updatedAt())
                                                .toString(),
                                member.id()))
                .map(member -> MemberView.of(member, members.isSelf(member)))
                .toResponse(uri);
    }

    @GET
    @Path("/me")
    @Operation(summary = "Read one's own record")
    @APIResponseSchema(MemberView.class)
    public Response self() {
        return answer(members.self());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a member")
    @APIResponseSchema(MemberView.class)
    public Response read(@PathParam("id") UUID id) {
        return answer(members.read(id));
    }

    @GET
    @Path("/{id}/history")
    @Operation(summary = "Read what a member was and where it belonged, and the records that were merged into it")
    @APIResponseSchema(HistoryView.class)
    public Response history(@PathParam("id") UUID id) {
        return Response.ok(merging.history(id)).build();
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Correct a member and its memberships")
    @APIResponseSchema(MemberView.class)
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull MemberRequest request) {
        return answer(members.correct(id, ifMatch, request));
    }

    @PUT
    @Path("/{id}/contact")
    @Operation(
            summary = "Say how a member is reached and in which language; everybody for itself, the secretary for all")
    @APIResponseSchema(MemberView.class)
    public Response reach(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ContactRequest request) {
        return answer(members.reach(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/transfers")
    @Operation(summary = "Let a member go on at another organisation from a day on; it keeps its record")
    @APIResponseSchema(MemberView.class)
    public Response transfer(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull TransferRequest request) {
        return answer(moves.transfer(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/standings")
    @Operation(summary = "Record what a member is from a day on: its category and whether it takes part in activities")
    @APIResponseSchema(MemberView.class)
    public Response stand(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull StandingRequest request) {
        return answer(moves.stand(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/merges")
    @Operation(summary = "Let another record of the same person end in this one; both histories stay")
    @APIResponseSchema(MemberView.class)
    public Response merge(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull MergeRequest request) {
        return answer(merging.merge(id, ifMatch, request));
    }

    private Response answer(Member member) {
        return Response.ok(MemberView.of(member, members.isSelf(member)))
                .tag(ETags.of(member.version()))
                .build();
    }
}
