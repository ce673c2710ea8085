package vn.tiendo.reporting.report;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.report.ReportApi.AcceptReports;
import vn.tiendo.reporting.report.ReportApi.Acceptances;
import vn.tiendo.reporting.report.ReportApi.NewIncident;
import vn.tiendo.reporting.report.ReportApi.ReportPage;
import vn.tiendo.reporting.report.ReportApi.ReportView;
import vn.tiendo.reporting.report.ReportApi.ReturnReport;
import vn.tiendo.reporting.report.ReportRepository.Filter;

@Path("/api/v1/reports")
@Idempotent
public class ReportResource {

    @Inject
    ReportService reports;

    @Inject
    IncidentService incidents;

    @Inject
    BulkAcceptance bulk;

    @Inject
    ReportAnswer answer;

    @Inject
    Clock clock;

    @GET
    @Operation(summary = "List the reports in reach, those to and through your own organisations included")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link` leads to the next one",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportPage.class)))
    public Response list(
            @QueryParam("plan") @Nullable UUID plan,
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("status") @Nullable ReportStatus status,
            @QueryParam("updatedSince") @Nullable Instant updatedSince,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new Filter(plan, organisation, status, updatedSince);
        var now = clock.instant();
        return Page.of(reports.page(filter, page), page, report -> new Cursor("", report.id()))
                .map(report -> ReportView.ofList(report, now))
                .toResponse(uri);
    }

    @POST
    @Operation(summary = "Open a report of something that happened and that no assignment asks for")
    @APIResponse(
            responseCode = "201",
            description = "The report, to be written",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportView.class)))
    public Response open(@Valid @NotNull NewIncident incident) {
        return answer.created(incidents.open(incident));
    }

    @POST
    @Path("/acceptances")
    @Operation(summary = "Accept up to 200 reports at once, each with an outcome of its own")
    @APIResponseSchema(Acceptances.class)
    public Response acceptAll(@Valid @NotNull AcceptReports request) {
        return Response.ok(new Acceptances(bulk.accept(request))).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a report and, once it has been handed in or to its own side, its text")
    @APIResponseSchema(ReportView.class)
    public Response read(@PathParam("id") UUID id) {
        return answer.of(reports.read(id));
    }

    @POST
    @Path("/{id}/submission")
    @Operation(summary = "Hand the report in")
    @APIResponseSchema(ReportView.class)
    public Response submit(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer.of(reports.submit(id, ifMatch));
    }

    @POST
    @Path("/{id}/receipt")
    @Operation(summary = "Acknowledge, as the via body, that it has come")
    @APIResponseSchema(ReportView.class)
    public Response receive(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer.of(reports.receive(id, ifMatch));
    }

    @POST
    @Path("/{id}/forwarding")
    @Operation(summary = "Pass it on, as the via body, to the recipient")
    @APIResponseSchema(ReportView.class)
    public Response forward(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer.of(reports.forward(id, ifMatch));
    }

    @POST
    @Path("/{id}/acceptance")
    @Operation(summary = "Accept it as the recipient")
    @APIResponseSchema(ReportView.class)
    public Response accept(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer.of(reports.accept(id, ifMatch));
    }

    @POST
    @Path("/{id}/return")
    @Operation(summary = "Return it, as the body whose turn it is, with a reason and a day")
    @APIResponseSchema(ReportView.class)
    public Response sendBack(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReturnReport request) {
        return answer.of(reports.sendBack(id, ifMatch, request.reason(), request.until()));
    }
}
