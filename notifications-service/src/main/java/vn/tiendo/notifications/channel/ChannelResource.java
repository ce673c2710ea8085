package vn.tiendo.notifications.channel;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Which ways to people there are beside the inbox; the same for everybody who is signed in.
@Path("/api/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "channels")
public class ChannelResource {

    @Inject
    ChannelService channels;

    @GET
    @Operation(summary = "List the channels: which are on, why others are not, and which go by a contract")
    @APIResponseSchema(ChannelApi.Channels.class)
    public Response list() {
        return Response.ok(new ChannelApi.Channels(channels.list())).build();
    }
}
