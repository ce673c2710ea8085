package vn.tiendo.plans.plan;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.obligation.ObligationApi.ObligationPage;
import vn.tiendo.plans.obligation.ObligationApi.ObligationView;
import vn.tiendo.plans.plan.PlanApi.PlanContent;
import vn.tiendo.plans.plan.PlanApi.PlanPage;
import vn.tiendo.plans.plan.PlanApi.PlanReturn;
import vn.tiendo.plans.plan.PlanApi.PlanSubmission;
import vn.tiendo.plans.plan.PlanApi.PlanView;
import vn.tiendo.plans.plan.PlanApi.Recall;

@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "plans")
public class PlanResource {

    @Inject
    PlanService plans;

    @Inject
    PlanAnswers answers;

    @Context
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    HttpHeaders headers;

    @Inject
    PlanIssuing issuing;

    @Inject
    PlanSubmissions submissions;

    @Inject
    CurrentActor actor;

    @POST
    @Operation(summary = "Draft a plan")
    @APIResponseSchema(value = PlanView.class, responseCode = "201")
    public Response draft(@Valid @NotNull PlanContent content) {
        var plan = plans.draft(content, actor.get());
        return Response.created(URI.create("/api/v1/plans/" + plan.id()))
                .tag(ETags.of(plan.version()))
                .entity(answers.of(plan, headers.getAcceptableLanguages()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Rewrite a draft")
    @APIResponseSchema(PlanView.class)
    public Response rewrite(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PlanContent content) {
        return answer(plans.rewrite(id, ifMatch, content, actor.get()));
    }

    @GET
    @Operation(summary = "List the plans in sight")
    @APIResponseSchema(PlanPage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("within") @Nullable UUID within,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("status") @Nullable PlanStatus status,
            @QueryParam("type") @Nullable PlanType type,
            @QueryParam("number") @Nullable String number,
            @QueryParam("symbol") @Nullable String symbol,
            @QueryParam("parentPlan") @Nullable UUID parentPlan,
            @QueryParam("updatedSince") @Nullable Instant updatedSince,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter =
                new PlanFilter(organisation, null, year, status, type, number, symbol, parentPlan, null, updatedSince);
        return Page.of(plans.list(actor.get(), filter, within, page), page, found -> new Cursor("", found.id()))
                .map(PlanView::inList)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a plan")
    @APIResponseSchema(PlanView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(plans.get(id, actor.get()));
    }

    @GET
    @Path("/{id}/obligations")
    @Operation(summary = "List what a plan demands, in the order of the document")
    @APIResponseSchema(ObligationPage.class)
    public Response obligations(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(
                        plans.obligationsOf(id, actor.get(), page),
                        page,
                        found -> new Cursor(Integer.toString(found.position()), found.id()))
                .map(ObligationView::of)
                .toResponse(uri);
    }

    @POST
    @Path("/{id}/adoption")
    @Operation(summary = "Adopt a draft by a vote; not by its author")
    @APIResponseSchema(PlanView.class)
    public Response adopt(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Adoption vote) {
        return answer(issuing.adopt(id, ifMatch, vote, actor.get()));
    }

    @POST
    @Path("/{id}/issuance")
    @Operation(summary = "Issue an adopted plan: it binds its debtors, and their assignments open")
    @APIResponseSchema(PlanView.class)
    public Response issue(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(issuing.issue(id, ifMatch, actor.get()));
    }

    @POST
    @Path("/{id}/submission")
    @Operation(summary = "Submit a plan to a superior, perhaps through another body")
    @APIResponseSchema(PlanView.class)
    public Response submit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PlanSubmission submission) {
        return answer(submissions.submit(id, ifMatch, submission, actor.get()));
    }

    @POST
    @Path("/{id}/forwarding")
    @Operation(summary = "Pass a submitted plan on to the superior; by the body that receives for it")
    @APIResponseSchema(PlanView.class)
    public Response forward(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(submissions.forward(id, ifMatch, actor.get()));
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Operation(summary = "Acknowledge a submitted plan")
    @APIResponseSchema(PlanView.class)
    public Response acknowledge(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(submissions.acknowledge(id, ifMatch, actor.get()));
    }

    @POST
    @Path("/{id}/return")
    @Operation(summary = "Return a submitted plan for correction")
    @APIResponseSchema(PlanView.class)
    public Response sendBack(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PlanReturn request) {
        return answer(submissions.sendBack(id, ifMatch, request, actor.get()));
    }

    @POST
    @Path("/{id}/closure")
    @Operation(summary = "Close a plan at the end of its year; what is open is no longer owed")
    @APIResponseSchema(PlanView.class)
    public Response close(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(issuing.close(id, ifMatch, actor.get()));
    }

    @POST
    @Path("/{id}/recall")
    @Operation(summary = "Recall an issued plan with a reason; what is open is waived, its campaigns close")
    @APIResponseSchema(PlanView.class)
    public Response recall(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Recall request) {
        return answer(issuing.recall(id, ifMatch, request.reason(), actor.get()));
    }

    private Response answer(Plan plan) {
        return Response.ok(answers.of(plan, headers.getAcceptableLanguages()))
                .tag(ETags.of(plan.version()))
                .build();
    }
}
