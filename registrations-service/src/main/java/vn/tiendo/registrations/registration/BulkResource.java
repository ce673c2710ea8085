package vn.tiendo.registrations.registration;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.registrations.registration.BulkApi.AcceptancesRequest;
import vn.tiendo.registrations.registration.BulkApi.BulkOutcome;
import vn.tiendo.registrations.registration.BulkApi.ReturnsRequest;

@Path("/api/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "registrations")
public class BulkResource {

    @Inject
    BulkReview review;

    @POST
    @Path("/acceptances")
    @Operation(summary = "Accept up to 200 registrations, each judged for itself")
    @APIResponseSchema(BulkOutcome.class)
    public Response accept(@Valid @NotNull AcceptancesRequest request, @Context HttpHeaders headers) {
        return Response.ok(review.accept(request.items(), headers.getAcceptableLanguages()))
                .build();
    }

    @POST
    @Path("/returns")
    @Operation(summary = "Return up to 200 registrations with one reason, each judged for itself")
    @APIResponseSchema(BulkOutcome.class)
    public Response giveBack(@Valid @NotNull ReturnsRequest request, @Context HttpHeaders headers) {
        return Response.ok(review.giveBack(
                        request.items(), request.reason(), request.returnedUntil(), headers.getAcceptableLanguages()))
                .build();
    }
}
