package vn.tiendo.plans.theme;

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
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.theme.ThemeApi.NewTheme;
import vn.tiendo.plans.theme.ThemeApi.ThemeCorrection;
import vn.tiendo.plans.theme.ThemeApi.ThemePage;
import vn.tiendo.plans.theme.ThemeApi.ThemeView;

@Path("/api/v1/themes")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "themes")
public class ThemeResource {

    @Inject
    ThemeService themes;

    @Inject
    CurrentActor actor;

    @POST
    @Operation(summary = "Give out a theme of a term or a year, or choose one's own where a plan allows it")
    @APIResponseSchema(value = ThemeView.class, responseCode = "201")
    public Response giveOut(@Valid @NotNull NewTheme content) {
        var theme = themes.giveOut(content, actor.get());
        return Response.created(URI.create("/api/v1/themes/" + theme.id()))
                .tag(ETags.of(theme.version()))
                .entity(ThemeView.of(theme))
                .build();
    }

    @GET
    @Operation(summary = "List the themes given out within reach and above it")
    @APIResponseSchema(ThemePage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("scope") @Nullable ThemeScope scope,
            @QueryParam("year") @Nullable Integer year,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(
                        themes.list(actor.get(), organisation, scope, year, page),
                        page,
                        found -> new Cursor("", found.id()))
                .map(ThemeView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a theme")
    @APIResponseSchema(ThemeView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(themes.get(id, actor.get()));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Correct the title or the years of a theme")
    @APIResponseSchema(ThemeView.class)
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ThemeCorrection correction) {
        return answer(themes.correct(id, ifMatch, correction, actor.get()));
    }

    private static Response answer(Theme theme) {
        return Response.ok(ThemeView.of(theme)).tag(ETags.of(theme.version())).build();
    }
}
