package vn.tiendo.notifications.contact;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.notifications.contact.ContactPointApi.AddContactPoint;
import vn.tiendo.notifications.contact.ContactPointApi.ConfirmContactPoint;
import vn.tiendo.notifications.contact.ContactPointApi.ContactPointView;
import vn.tiendo.notifications.contact.ContactPointApi.ContactPoints;

/// The caller's own addresses.
@Path("/api/v1/contact-points")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contact-points")
public class ContactPointResource {

    @Inject
    ContactPointService points;

    @GET
    @Operation(
            summary = "List the addresses at which the caller is reached, with those that are kept of it as a member")
    @APIResponseSchema(ContactPoints.class)
    public Response list() {
        return Response.ok(new ContactPoints(points.list())).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an own address")
    @APIResponseSchema(ContactPointView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(points.get(id));
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Add an address; a code goes there",
            description = "Nothing else goes there until the code has come back.")
    @APIResponseSchema(value = ContactPointView.class, responseCode = "201")
    public Response add(@Valid @NotNull AddContactPoint request) {
        var point = points.add(request);
        return Response.created(URI.create("/api/v1/contact-points/" + point.id()))
                .tag(ETags.of(point.version()))
                .entity(ContactPointView.of(point))
                .build();
    }

    @POST
    @Path("/{id}/codes")
    @Idempotent
    @Operation(summary = "Send another code to an address that is not confirmed or does not work")
    @APIResponseSchema(value = ContactPointView.class, responseCode = "202")
    public Response sendCode(@PathParam("id") UUID id) {
        return Response.accepted(ContactPointView.of(points.sendCode(id))).build();
    }

    @POST
    @Path("/{id}/confirmation")
    @Idempotent
    @Operation(
            summary = "Confirm an address by its code",
            description = "A code holds for 30 minutes and five tries; after that another one is sent.")
    @APIResponseSchema(ContactPointView.class)
    public Response confirm(@PathParam("id") UUID id, @Valid @NotNull ConfirmContactPoint request) {
        return answer(points.confirm(id, request.code()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove an own address")
    @APIResponse(responseCode = "204", description = "The address is removed")
    public Response remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        points.remove(id, ifMatch);
        return Response.noContent().build();
    }

    private static Response answer(ContactPoint point) {
        return Response.ok(ContactPointView.of(point))
                .tag(ETags.of(point.version()))
                .build();
    }
}
