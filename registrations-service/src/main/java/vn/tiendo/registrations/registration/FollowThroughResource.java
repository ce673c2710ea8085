package vn.tiendo.registrations.registration;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.registration.FollowThroughApi.AssessmentView;
import vn.tiendo.registrations.registration.FollowThroughApi.CollectiveComment;
import vn.tiendo.registrations.registration.FollowThroughApi.FollowUpPage;
import vn.tiendo.registrations.registration.FollowThroughApi.FollowUpView;
import vn.tiendo.registrations.registration.FollowThroughApi.NewFollowUp;
import vn.tiendo.registrations.registration.FollowThroughApi.SelfAssessment;
import vn.tiendo.registrations.registration.RegistrationApi.RegistrationView;

@Path("/api/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "registrations")
public class FollowThroughResource {

    @Inject
    FollowThroughService through;

    @POST
    @Path("/{id}/follow-ups")
    @Operation(summary = "Tell what became of one item of an accepted registration, with evidence")
    @APIResponseSchema(value = FollowUpView.class, responseCode = "201")
    public Response followUp(@PathParam("id") UUID id, @Valid @NotNull NewFollowUp request) {
        return Response.status(Response.Status.CREATED)
                .entity(FollowUpView.of(through.followUp(id, request)))
                .build();
    }

    @GET
    @Path("/{id}/follow-ups")
    @Operation(summary = "List what became of the items of a registration")
    @APIResponseSchema(FollowUpPage.class)
    public Response followUps(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(through.followUps(id, page), page, found -> new Cursor("", found.id()))
                .map(FollowUpView::of)
                .toResponse(uri);
    }

    @POST
    @Path("/{id}/self-assessment")
    @Operation(summary = "Assess every item of an own registration; again until the collective has commented")
    @APIResponseSchema(RegistrationView.class)
    public Response assess(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull SelfAssessment request) {
        return Answers.of(through.assess(id, ifMatch, request));
    }

    @GET
    @Path("/{id}/self-assessment")
    @Operation(summary = "Read the self-assessment of a registration and what the collective said of it")
    @APIResponseSchema(AssessmentView.class)
    public Response assessment(@PathParam("id") UUID id) {
        return Response.ok(through.assessment(id)).build();
    }

    @POST
    @Path("/{id}/collective-comment")
    @Operation(summary = "Write down what the collective says of a self-assessment")
    @APIResponseSchema(RegistrationView.class)
    public Response comment(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull CollectiveComment request) {
        return Answers.of(through.comment(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/closure")
    @Operation(summary = "Close a registration that was used in a rating")
    @APIResponseSchema(RegistrationView.class)
    public Response close(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return Answers.of(through.close(id, ifMatch));
    }
}
