package vn.tiendo.plans.plan;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.plan.PlanApi.CoveragePage;
import vn.tiendo.plans.plan.PlanApi.CoveringPage;
import vn.tiendo.plans.plan.PlanApi.DemandPage;
import vn.tiendo.plans.plan.PlanApi.NewReceipt;
import vn.tiendo.plans.plan.PlanApi.ReceiptCount;
import vn.tiendo.plans.plan.PlanApi.ReceiptPage;
import vn.tiendo.plans.plan.PlanApi.ReceiptView;

/// What those whom a plan binds make of it: who has acknowledged its receipt, and who serves what it demands.
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "plans")
public class PlanReceiptResource {

    @Inject
    PlanReceipts receipts;

    @Inject
    CoverageReading coverage;

    @Inject
    CurrentActor actor;

    @POST
    @Path("/{id}/receipts")
    @Operation(summary = "Acknowledge the receipt of an issued plan for an organisation that it binds")
    @APIResponseSchema(value = ReceiptView.class, responseCode = "201")
    public Response acknowledge(@PathParam("id") UUID id, @Valid @NotNull NewReceipt request) {
        return Response.created(URI.create("/api/v1/plans/" + id + "/receipts"))
                .entity(receipts.acknowledge(id, request.organisationId(), actor.get()))
                .build();
    }

    @GET
    @Path("/{id}/receipts")
    @Operation(summary = "List the organisations that a plan binds, and who has acknowledged its receipt")
    @APIResponseSchema(ReceiptPage.class)
    public Response receipts(
            @PathParam("id") UUID id,
            @QueryParam("received") @Nullable Boolean received,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(
                        receipts.list(id, received, actor.get(), page),
                        page,
                        found -> new Cursor(found.path(), found.receipt().organisationId()))
                .map(PlanReceipts.Listed::receipt)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}/receipts/count")
    @Operation(summary = "Count the organisations that a plan binds, and those that have acknowledged its receipt")
    @APIResponseSchema(ReceiptCount.class)
    public Response count(@PathParam("id") UUID id) {
        return Response.ok(receipts.count(id, actor.get())).build();
    }

    @GET
    @Path("/{id}/coverage")
    @Operation(summary = "List what a plan demands, with how many organisations serve it by items of their own plans")
    @APIResponseSchema(CoveragePage.class)
    public Response coverage(
            @PathParam("id") UUID id,
            @QueryParam("unserved") boolean unserved,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(
                        coverage.obligations(id, unserved, actor.get(), page),
                        page,
                        found -> new Cursor("", found.obligationId()))
                .toResponse(uri);
    }

    @GET
    @Path("/{id}/coverage/{obligation}/organisations")
    @Operation(summary = "List the organisations that an obligation binds, those that serve it or those that do not")
    @APIResponseSchema(CoveringPage.class)
    public Response organisations(
            @PathParam("id") UUID id,
            @PathParam("obligation") UUID obligation,
            @QueryParam("serving") @Nullable Boolean serving,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(
                        coverage.organisations(id, obligation, serving, actor.get(), page),
                        page,
                        found -> new Cursor(found.path(), found.organisation().organisationId()))
                .map(CoverageReading.Covering::organisation)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}/demands")
    @Operation(summary = "List what superior plans demand of a plan's organisation, and which of its items serve it")
    @APIResponseSchema(DemandPage.class)
    public Response demands(
            @PathParam("id") UUID id,
            @QueryParam("unserved") boolean unserved,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(
                        coverage.demands(id, unserved, actor.get(), page),
                        page,
                        found -> new Cursor("", found.obligationId()))
                .toResponse(uri);
    }
}
