package vn.tiendo.registrations.registration;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.registration.RegistrationApi.ContentBody;
import vn.tiendo.registrations.registration.RegistrationApi.RegistrationDetail;
import vn.tiendo.registrations.registration.RegistrationApi.RegistrationView;
import vn.tiendo.registrations.registration.RegistrationApi.ReturnRequest;
import vn.tiendo.registrations.registration.RegistrationApi.SubmissionRequest;
import vn.tiendo.registrations.registration.RegistrationRepository.Filter;

@Path("/api/v1/registrations")
@Idempotent
public class RegistrationResource {

    @Inject
    RegistrationService registrations;

    @GET
    @Operation(summary = "List own registrations (mine=true), or those that organisations in reach review")
    public Response list(
            @QueryParam("campaign") @Nullable UUID campaign,
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("status") @Nullable RegistrationStatus status,
            @QueryParam("mine") boolean mine,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new Filter(campaign, status);
        var found = mine ? registrations.own(filter, page) : registrations.inReach(organisation, filter, page);
        return Page.of(found, page, line -> new Cursor("", line.id())).toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a registration with its text; reading another person's is recorded")
    @APIResponse(
            responseCode = "200",
            description = "The registration",
            content = @Content(schema = @Schema(implementation = RegistrationDetail.class)))
    public Response read(@PathParam("id") UUID id) {
        var registration = registrations.read(id);
        return Response.ok(RegistrationDetail.of(registration))
                .tag(ETags.of(registration.version()))
                .build();
    }

    @PUT
    @Path("/{id}/content")
    @Operation(summary = "Save the text of an own registration as a draft")
    @APIResponse(
            responseCode = "200",
            description = "Saved",
            content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    public Response write(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ContentBody request) {
        return answer(registrations.write(id, ifMatch, request.content()));
    }

    @POST
    @Path("/{id}/submission")
    @Operation(summary = "Submit an own registration, with its text or as it was saved")
    @APIResponse(
            responseCode = "200",
            description = "Submitted",
            content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    public Response submit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable SubmissionRequest request) {
        var content = request == null || request.content() == null
                ? null
                : request.content().content();
        return answer(registrations.submit(id, ifMatch, content));
    }

    @POST
    @Path("/{id}/acceptance")
    @Operation(summary = "Accept a submitted registration")
    @APIResponse(
            responseCode = "200",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    public Response accept(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(registrations.accept(id, ifMatch));
    }

    @POST
    @Path("/{id}/return")
    @Operation(summary = "Return a submitted registration with a reason")
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    public Response giveBack(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReturnRequest request) {
        return answer(registrations.giveBack(id, ifMatch, request.reason(), request.returnedUntil()));
    }

    private static Response answer(Registration registration) {
        return Response.ok(RegistrationView.of(registration))
                .tag(ETags.of(registration.version()))
                .build();
    }
}
