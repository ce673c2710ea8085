package vn.tiendo.notifications.preference;

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
import java.time.LocalDate;
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
import vn.tiendo.notifications.preference.PreferenceApi.DefaultChange;
import vn.tiendo.notifications.preference.PreferenceApi.DefaultEnding;
import vn.tiendo.notifications.preference.PreferenceApi.DefaultPage;
import vn.tiendo.notifications.preference.PreferenceApi.DefaultView;
import vn.tiendo.notifications.preference.PreferenceApi.NewDefault;

@Path("/api/v1/preference-defaults")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "preference-defaults")
public class PreferenceDefaultResource {

    @Inject
    PreferenceDefaultService defaults;

    @Inject
    CurrentActor actor;

    @POST
    @Operation(
            summary = "Set how those addressed for an organisation and all below it are told beside the inbox",
            description = "What is left out is inherited from above; what is mandatory above stays so.")
    @APIResponseSchema(value = DefaultView.class, responseCode = "201")
    public Response set(@Valid @NotNull NewDefault content) {
        var set = defaults.set(content, actor.get());
        return Response.created(URI.create("/api/v1/preference-defaults/" + set.id()))
                .tag(ETags.of(set.version()))
                .entity(DefaultView.of(set))
                .build();
    }

    @GET
    @Operation(
            summary = "List what organisations in reach and those above them have set",
            description = "Cell by cell the nearest organisation's holds, of several the newest.")
    @APIResponseSchema(DefaultPage.class)
    public Response list(
            @QueryParam("organisation") @Parameter(description = "Only what can hold there") @Nullable
                    UUID organisation,
            @QueryParam("on") @Parameter(description = "Only what holds on this day") @Nullable LocalDate on,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(defaults.list(actor.get(), organisation, on, page), page, set -> new Cursor("", set.id()))
                .map(DefaultView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read what an organisation has set")
    @APIResponseSchema(DefaultView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(defaults.get(id, actor.get()));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change what an organisation has set; what is in inboxes already goes as it was decided")
    @APIResponseSchema(DefaultView.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull DefaultChange change) {
        return answer(defaults.change(id, ifMatch, change.defaults(), actor.get()));
    }

    @POST
    @Path("/{id}/ending")
    @Operation(summary = "Give it a last day; afterwards what is inherited holds again")
    @APIResponseSchema(DefaultView.class)
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull DefaultEnding ending) {
        return answer(defaults.end(id, ifMatch, ending.lastDay(), actor.get()));
    }

    private static Response answer(PreferenceDefault set) {
        return Response.ok(DefaultView.of(set)).tag(ETags.of(set.version())).build();
    }
}
