package vn.tiendo.registrations.personaldata;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.personaldata.RequestApi.Acceptance;
import vn.tiendo.registrations.personaldata.RequestApi.Execution;
import vn.tiendo.registrations.personaldata.RequestApi.NewRequest;
import vn.tiendo.registrations.personaldata.RequestApi.Reason;
import vn.tiendo.registrations.personaldata.RequestApi.RequestPage;
import vn.tiendo.registrations.personaldata.RequestApi.RequestView;

@Path("/api/v1/data-subject-requests")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "data-subject-requests")
public class DataSubjectRequestResource {

    @Inject
    RequestService requests;

    @Inject
    PersonalData data;

    @POST
    @Operation(summary = "Ask for access, correction, erasure or restriction, withdraw a consent, or object")
    @APIResponseSchema(value = RequestView.class, responseCode = "201")
    public Response file(@Valid @NotNull NewRequest wanted, @Context UriInfo uri) {
        var filed = requests.file(wanted);
        return Response.created(
                        uri.getAbsolutePathBuilder().path(filed.id().toString()).build())
                .tag(ETags.of(filed.version()))
                .entity(filed)
                .build();
    }

    @GET
    @Operation(summary = "List one's own requests and those in reach, the newest first")
    @APIResponseSchema(RequestPage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("kind") @Nullable RequestKind kind,
            @QueryParam("state") @Nullable RequestState state,
            @QueryParam("overdue") boolean overdue,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return requests.page(new RequestRepository.Filter(organisation, kind, state, overdue), page)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a request with its clock")
    @APIResponseSchema(RequestView.class)
    public Response read(@PathParam("id") UUID id) {
        return answer(requests.read(id));
    }

    @POST
    @Path("/{id}/acceptance")
    @Operation(summary = "Grant a request; what was asked for has to be done by its date")
    @APIResponseSchema(RequestView.class)
    public Response accept(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Acceptance acceptance) {
        return answer(requests.accept(id, ifMatch, acceptance.withProcessor()));
    }

    @POST
    @Path("/{id}/refusal")
    @Operation(summary = "Refuse a request with the reason that the law gives")
    @APIResponseSchema(RequestView.class)
    public Response refuse(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Reason reason) {
        return answer(requests.refuse(id, ifMatch, reason.reason()));
    }

    @POST
    @Path("/{id}/extension")
    @Operation(summary = "Put the execution off, once, with a reason")
    @APIResponseSchema(RequestView.class)
    public Response extend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Reason reason) {
        return answer(requests.extend(id, ifMatch, reason.reason()));
    }

    @POST
    @Path("/{id}/execution")
    @Operation(summary = "Do what was granted")
    @APIResponseSchema(RequestView.class)
    public Response execute(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Execution execution) {
        return answer(requests.execute(id, ifMatch, execution.outcome()));
    }

    @POST
    @Path("/{id}/lifting")
    @Operation(summary = "Lift the restriction that a granted request set, with a reason")
    @APIResponseSchema(RequestView.class)
    public Response lift(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Reason reason) {
        return answer(requests.lift(id, ifMatch, reason.reason()));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Take one's own request back")
    @APIResponseSchema(RequestView.class)
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(requests.withdraw(id, ifMatch));
    }

    @GET
    @Path("/{id}/personal-data")
    @Operation(summary = "Download what a granted access hands out, to give it to the person")
    @APIResponseSchema(Map.class)
    public Response export(@PathParam("id") UUID id) {
        var subject = requests.granted(id);
        return Download.of(out -> data.export(subject, out));
    }

    private static Response answer(RequestView request) {
        return Response.ok(request).tag(ETags.of(request.version())).build();
    }
}
