package vn.tiendo.plans.post;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.post.PostApi.ActingList;
import vn.tiendo.plans.post.PostApi.ActingView;
import vn.tiendo.plans.post.PostApi.NewAbsence;
import vn.tiendo.plans.post.PostApi.NewPost;
import vn.tiendo.plans.post.PostApi.PostEnding;
import vn.tiendo.plans.post.PostApi.PostPage;
import vn.tiendo.plans.post.PostApi.PostPeriod;
import vn.tiendo.plans.post.PostApi.PostView;

@Path("/api/v1/posts")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "posts")
public class PostResource {

    @Inject
    PostService posts;

    @Inject
    AbsenceService absences;

    @Inject
    CurrentActor actor;

    @Inject
    Clock clock;

    @POST
    @Operation(summary = "Give a post")
    @APIResponseSchema(value = PostView.class, responseCode = "201")
    public Response give(@Valid @NotNull NewPost request) {
        var post = posts.give(request, actor.get());
        return Response.created(URI.create("/api/v1/posts/" + post.id()))
                .tag(ETags.of(post.version()))
                .entity(PostView.of(post, List.of()))
                .build();
    }

    @GET
    @Operation(summary = "List the posts at an organisation, of one role or all, held on a day or whenever")
    @APIResponseSchema(PostPage.class)
    public Response list(
            @QueryParam("organisation") @NotNull UUID organisation,
            @QueryParam("role") @Nullable Role role,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var found = Page.of(
                posts.list(organisation, role, asOf, actor.get(), page), page, post -> new Cursor("", post.id()));
        var absences = posts.absencesOf(found.items());
        return found.map(post -> PostView.of(post, absences.getOrDefault(post.id(), List.of())))
                .toResponse(uri);
    }

    @GET
    @Path("/acting")
    @Operation(summary = "Read who acts in a role on a day: the holder, or while absent the deputy")
    @APIResponseSchema(ActingList.class)
    public Response acting(
            @QueryParam("organisation") @NotNull UUID organisation,
            @QueryParam("role") @NotNull Role role,
            @QueryParam("on") @Nullable LocalDate on) {
        var day = on == null ? Days.dayOf(clock.instant()) : on;
        var acting = posts.acting(organisation, role, day, actor.get());
        var absences = posts.absencesOf(acting.stream().map(ActingPost::post).toList());
        return Response.ok(new ActingList(
                        organisation,
                        role,
                        day,
                        acting.stream()
                                .map(each -> new ActingView(
                                        PostView.of(
                                                each.post(),
                                                absences.getOrDefault(
                                                        each.post().id(), List.of())),
                                        each.standsInFor() == null
                                                ? null
                                                : each.standsInFor().id()))
                                .toList()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a post")
    @APIResponseSchema(PostView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(posts.get(id, actor.get()));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Correct the period of a post")
    @APIResponseSchema(PostView.class)
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PostPeriod request) {
        return answer(posts.correct(id, ifMatch, request, actor.get()));
    }

    @POST
    @Path("/{id}/ending")
    @Operation(summary = "End a post")
    @APIResponseSchema(PostView.class)
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PostEnding request) {
        return answer(posts.end(id, ifMatch, request, actor.get()));
    }

    @POST
    @Path("/{id}/absences")
    @Operation(summary = "State that the holder is absent for some days")
    @APIResponseSchema(PostView.class)
    public Response stateAbsence(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NewAbsence request) {
        return answer(absences.state(id, ifMatch, request, actor.get()));
    }

    @DELETE
    @Path("/{id}/absences/{absence}")
    @Operation(summary = "Withdraw an absence")
    @APIResponseSchema(PostView.class)
    public Response withdrawAbsence(
            @PathParam("id") UUID id,
            @PathParam("absence") UUID absence,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(absences.withdraw(id, absence, ifMatch, actor.get()));
    }

    private Response answer(Post post) {
        return Response.ok(PostView.of(post, posts.absencesOf(List.of(post)).getOrDefault(post.id(), List.of())))
                .tag(ETags.of(post.version()))
                .build();
    }
}
