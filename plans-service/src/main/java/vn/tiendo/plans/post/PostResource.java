package vn.tiendo.plans.post;

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
import vn.tiendo.plans.post.PostApi.NewPost;
import vn.tiendo.plans.post.PostApi.PostEnding;
import vn.tiendo.plans.post.PostApi.PostPage;
import vn.tiendo.plans.post.PostApi.PostView;

@Path("/api/v1/posts")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "posts")
public class PostResource {

    @Inject
    PostService posts;

    @Inject
    CurrentActor actor;

    @POST
    @Operation(summary = "Give a post")
    @APIResponseSchema(value = PostView.class, responseCode = "201")
    public Response give(@Valid @NotNull NewPost request) {
        var post = posts.give(request, actor.get());
        return Response.created(URI.create("/api/v1/posts/" + post.id()))
                .tag(ETags.of(post.version()))
                .entity(PostView.of(post))
                .build();
    }

    @GET
    @Operation(summary = "List the posts at an organisation")
    @APIResponseSchema(PostPage.class)
    public Response list(
            @QueryParam("organisation") @NotNull UUID organisation,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(posts.list(organisation, actor.get(), page), page, found -> new Cursor("", found.id()))
                .map(PostView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a post")
    @APIResponseSchema(PostView.class)
    public Response get(@PathParam("id") UUID id) {
        var post = posts.get(id, actor.get());
        return Response.ok(PostView.of(post)).tag(ETags.of(post.version())).build();
    }

    @POST
    @Path("/{id}/ending")
    @Operation(summary = "End a post")
    @APIResponseSchema(PostView.class)
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PostEnding request) {
        var post = posts.end(id, ifMatch, request, actor.get());
        return Response.ok(PostView.of(post)).tag(ETags.of(post.version())).build();
    }
}
