package vn.tiendo.notifications.channel;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.notifications.channel.ChannelApi.BounceTaken;
import vn.tiendo.notifications.channel.ChannelApi.ReportBounce;

/// For the systems of administrators that read what mail servers send back.
@Path("/api/v1/contact-points/bounces")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contact-points")
public class BounceResource {

    @Inject
    BounceService bounces;

    @POST
    @Idempotent
    @Operation(
            summary = "Report that a mail came back",
            description =
                    "For a message about an organisation of the own subtree. Of what is for good (5.x.x), nothing more"
                            + " goes to the address, and the person and the secretary are asked to correct it. The"
                            + " same report again changes nothing.")
    @APIResponseSchema(BounceTaken.class)
    public Response report(@Valid @NotNull ReportBounce report) {
        return Response.ok(new BounceTaken(bounces.report(report))).build();
    }
}
