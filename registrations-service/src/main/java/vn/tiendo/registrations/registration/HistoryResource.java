package vn.tiendo.registrations.registration;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.registrations.registration.HistoryApi.Comparison;
import vn.tiendo.registrations.registration.HistoryApi.Copied;
import vn.tiendo.registrations.registration.HistoryApi.RevisionPage;
import vn.tiendo.registrations.registration.HistoryApi.RevisionView;

@Path("/api/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "registrations")
public class HistoryResource {

    @Inject
    RegistrationHistory history;

    @GET
    @Path("/{id}/revisions")
    @Operation(summary = "List the versions of a registration: those once returned, and what stands now")
    @APIResponseSchema(RevisionPage.class)
    public Response revisions(@PathParam("id") UUID id) {
        return Response.ok(new RevisionPage(history.revisions(id))).build();
    }

    @GET
    @Path("/{id}/revisions/{number}")
    @Operation(summary = "Read a version of a registration with its text")
    @APIResponseSchema(RevisionView.class)
    public Response revision(@PathParam("id") UUID id, @PathParam("number") int number) {
        return Response.ok(history.revision(id, number)).build();
    }

    @GET
    @Path("/{id}/differences")
    @Operation(summary = "Read what differs between two versions, word by word; the newest two when none is named")
    @APIResponseSchema(Comparison.class)
    public Response differences(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable Integer from,
            @QueryParam("to") @Nullable Integer to) {
        return Response.ok(history.differences(id, from, to)).build();
    }

    @POST
    @Path("/{id}/copy")
    @Operation(summary = "Begin a draft with one's registration of the year before, and see how the form has changed")
    @APIResponseSchema(Copied.class)
    public Response copy(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("from") @Nullable UUID from) {
        var copied = history.copy(id, ifMatch, from);
        return Response.ok(copied)
                .tag(ETags.of(copied.registration().version()))
                .build();
    }
}
