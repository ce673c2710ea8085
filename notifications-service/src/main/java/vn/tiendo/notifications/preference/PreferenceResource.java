package vn.tiendo.notifications.preference;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.notifications.preference.PreferenceApi.PreferenceView;

@Path("/api/v1/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "preferences")
public class PreferenceResource {

    @Inject
    PreferenceService preferences;

    @Inject
    CurrentActor actor;

    @GET
    @Operation(
            summary = "Read how one is told beside the inbox, and where that comes from",
            description = "Per category and channel, with quiet hours and digests; `own` is what one has set oneself.")
    @APIResponseSchema(PreferenceView.class)
    public Response get(
            @QueryParam("organisation") @Parameter(description = "When one is addressed for this one") @Nullable
                    UUID organisation) {
        return answer(preferences.own(actor.get(), organisation));
    }

    @PUT
    @Operation(
            summary = "Set how one wants to be told; what is left out is inherited",
            description = "Nothing that is mandatory can be switched off. The ETag before the first change is \"0\".")
    @APIResponseSchema(PreferenceView.class)
    public Response change(@HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Wishes wishes) {
        return answer(preferences.change(actor.get(), wishes, ifMatch));
    }

    private static Response answer(PreferenceService.Shown shown) {
        return Response.ok(shown.view()).tag(ETags.of(shown.version())).build();
    }
}
