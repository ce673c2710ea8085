package vn.tiendo.registrations.exemplar;

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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.exemplar.NominationApi.NewNomination;
import vn.tiendo.registrations.exemplar.NominationApi.NominationApproval;
import vn.tiendo.registrations.exemplar.NominationApi.NominationFollowUp;
import vn.tiendo.registrations.exemplar.NominationApi.NominationPage;
import vn.tiendo.registrations.exemplar.NominationApi.NominationRejection;
import vn.tiendo.registrations.exemplar.NominationApi.NominationView;
import vn.tiendo.registrations.exemplar.NominationApi.QuotaPage;
import vn.tiendo.registrations.exemplar.NominationRepository.Filter;

@Path("/api/v1/nominations")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "nominations")
public class NominationResource {

    @Inject
    NominationService nominations;

    @POST
    @Operation(summary = "Nominate a collective, a person or a model of a unit")
    @APIResponseSchema(value = NominationView.class, responseCode = "201")
    public Response propose(@Valid @NotNull NewNomination request) {
        var nomination = nominations.propose(
                request.organisationId(),
                new Nomination.Case(
                        request.obligationId(),
                        request.year(),
                        request.form(),
                        request.memberId(),
                        request.nomineeOrganisationId(),
                        request.title(),
                        request.achievement(),
                        request.evidence() == null ? List.of() : request.evidence(),
                        request.plannedFrom()));
        return Response.created(URI.create("/api/v1/nominations/" + nomination.id()))
                .tag(ETags.of(nomination.version()))
                .entity(NominationView.of(nomination))
                .build();
    }

    @GET
    @Operation(summary = "List the nominations of units in reach")
    @APIResponseSchema(NominationPage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("obligation") @Nullable UUID obligation,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("form") @Nullable NominationForm form,
            @QueryParam("status") @Nullable NominationStatus status,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(
                        nominations.page(organisation, new Filter(obligation, year, form, status), page),
                        page,
                        each -> new Cursor("", each.id()))
                .map(NominationView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/quotas")
    @Operation(summary = "Show how many nominations plans ask of the units in reach, and how far these have come")
    @APIResponseSchema(QuotaPage.class)
    public Response quotas(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("year") @Nullable Integer year,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(nominations.quotas(organisation, year, page), page, line -> new Cursor("", line.id()))
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a nomination")
    @APIResponseSchema(NominationView.class)
    public Response read(@PathParam("id") UUID id) {
        return answer(nominations.read(id));
    }

    @POST
    @Path("/{id}/approval")
    @Operation(summary = "Approve a nomination within what the plan asks for, before it is carried out")
    @APIResponseSchema(NominationView.class)
    public Response approve(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable NominationApproval request) {
        return answer(nominations.approve(id, ifMatch, request != null && request.despitePriorAward()));
    }

    @POST
    @Path("/{id}/report")
    @Operation(summary = "Report an approved nomination to the superior")
    @APIResponseSchema(NominationView.class)
    public Response report(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(nominations.report(id, ifMatch));
    }

    @POST
    @Path("/{id}/commendation")
    @Operation(summary = "Commend what a subordinate has reported")
    @APIResponseSchema(NominationView.class)
    public Response commend(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(nominations.commend(id, ifMatch));
    }

    @POST
    @Path("/{id}/rejection")
    @Operation(summary = "Reject a nomination, as its committee or as the superior it was reported to")
    @APIResponseSchema(NominationView.class)
    public Response reject(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NominationRejection request) {
        return answer(nominations.reject(id, ifMatch, request.reason()));
    }

    @POST
    @Path("/{id}/follow-up")
    @Operation(summary = "Record in a later year what became of what was commended")
    @APIResponseSchema(NominationView.class)
    public Response followUp(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NominationFollowUp request) {
        return answer(nominations.followUp(id, ifMatch, request.followUp()));
    }

    private static Response answer(Nomination nomination) {
        return Response.ok(NominationView.of(nomination))
                .tag(ETags.of(nomination.version()))
                .build();
    }
}
