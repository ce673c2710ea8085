package vn.tiendo.notifications.inbox;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.inbox.ServedApi.ServedBodyPage;
import vn.tiendo.notifications.inbox.ServedApi.ServedFilter;
import vn.tiendo.notifications.inbox.ServedApi.ServedPage;

/// Proof of service for those who answer for a subtree.
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class ServedResource {

    @Inject
    ServedService served;

    @GET
    @Operation(
            summary = "List what was served about organisations in reach, newest first",
            description =
                    "Who was told of what and when, what became of it on every channel, when it was opened and how it was"
                            + " answered; ids and instants, the recipient's reason included, and no other words.")
    @APIResponseSchema(ServedPage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("plan") @Nullable UUID plan,
            @QueryParam("obligation") @Nullable UUID obligation,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("acknowledged") @Nullable Boolean acknowledged,
            @QueryParam("opened") @Nullable Boolean opened,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new ServedFilter(plan, obligation, kind, acknowledged, opened);
        return served.list(organisation, filter, page).toResponse(uri);
    }

    @GET
    @Path("/bodies")
    @Operation(
            summary = "Count by organisation what was served about it, and how far it has come",
            description = "Told, seen, opened and acknowledged, for every organisation in reach that anything was told"
                    + " about.")
    @APIResponseSchema(ServedBodyPage.class)
    public Response bodies(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("plan") @Nullable UUID plan,
            @QueryParam("obligation") @Nullable UUID obligation,
            @QueryParam("kind") @Nullable String kind,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new ServedFilter(plan, obligation, kind, null, null);
        return served.bodies(organisation, filter, page).toResponse(uri);
    }
}
