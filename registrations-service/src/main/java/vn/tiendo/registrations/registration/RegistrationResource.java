package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.registration.RegistrationApi.DraftRequest;
import vn.tiendo.registrations.registration.RegistrationApi.ProxyRequest;
import vn.tiendo.registrations.registration.RegistrationApi.RegistrationDetail;
import vn.tiendo.registrations.registration.RegistrationApi.RegistrationPage;
import vn.tiendo.registrations.registration.RegistrationApi.RegistrationView;
import vn.tiendo.registrations.registration.RegistrationApi.ReturnRequest;
import vn.tiendo.registrations.registration.RegistrationApi.SubmissionRequest;
import vn.tiendo.registrations.registration.RegistrationRepository.Filter;

@Path("/api/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "registrations")
public class RegistrationResource {

    @Inject
    RegistrationService registrations;

    @Inject
    RegistrationReview review;

    @Inject
    ProxyService proxies;

    @GET
    @Operation(summary = "List own registrations (mine=true), or those that organisations in reach review")
    @APIResponseSchema(RegistrationPage.class)
    public Response list(
            @QueryParam("campaign") @Nullable UUID campaign,
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("status") @Nullable List<RegistrationStatus> status,
            @QueryParam("mine") boolean mine,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new Filter(campaign, status == null ? List.of() : List.copyOf(status));
        var found = mine ? registrations.own(filter, page) : registrations.inReach(organisation, filter, page);
        return Page.of(found, page, line -> new Cursor("", line.id())).toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a registration with its text; reading another person's is recorded")
    @APIResponseSchema(RegistrationDetail.class)
    public Response read(@PathParam("id") UUID id) {
        var detail = registrations.read(id);
        return Response.ok(detail)
                .tag(ETags.of(detail.registration().version()))
                .build();
    }

    @PUT
    @Path("/{id}/content")
    @Operation(summary = "Save the text of an own registration as a draft; it may lack anything")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = RegistrationApi.CONTENT_SHAPE)))
    @APIResponseSchema(RegistrationView.class)
    public Response write(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull ObjectNode content) {
        return Answers.of(registrations.saveDraft(id, ifMatch, content, null, null));
    }

    @PUT
    @Path("/{id}/drafts/{draft}")
    @Operation(
            summary = "Save a draft made elsewhere under its own id; sent again it changes nothing, written on an older"
                    + " version it answers 412 with both texts")
    @APIResponseSchema(RegistrationView.class)
    public Response saveDraft(
            @PathParam("id") UUID id,
            @PathParam("draft") UUID draft,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull DraftRequest request) {
        return Answers.of(registrations.saveDraft(id, ifMatch, request.content(), request.formVersionId(), draft));
    }

    @POST
    @Path("/{id}/submission")
    @Operation(summary = "Submit an own registration, with its text or as it was saved")
    @APIResponseSchema(RegistrationView.class)
    public Response submit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable SubmissionRequest request) {
        return Answers.of(
                request == null
                        ? registrations.submit(id, ifMatch, null, null)
                        : registrations.submit(id, ifMatch, request.content(), request.formVersionId()));
    }

    @POST
    @Path("/{id}/proxy-submission")
    @Operation(summary = "Enter a registration for its member, from paper or on request")
    @APIResponseSchema(RegistrationView.class)
    public Response submitFor(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ProxyRequest request) {
        return Answers.of(proxies.submitFor(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/confirmation")
    @Operation(summary = "Confirm what somebody else has entered for oneself")
    @APIResponseSchema(RegistrationView.class)
    public Response confirm(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return Answers.of(proxies.confirm(id, ifMatch));
    }

    @POST
    @Path("/{id}/acceptance")
    @Operation(summary = "Accept a submitted registration")
    @APIResponseSchema(RegistrationView.class)
    public Response accept(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return Answers.of(review.accept(id, ifMatch));
    }

    @POST
    @Path("/{id}/return")
    @Operation(summary = "Return a submitted registration with a reason")
    @APIResponseSchema(RegistrationView.class)
    public Response giveBack(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReturnRequest request) {
        return Answers.of(review.giveBack(id, ifMatch, request.reason(), request.returnedUntil()));
    }
}
