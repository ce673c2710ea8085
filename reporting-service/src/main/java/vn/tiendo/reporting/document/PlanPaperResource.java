package vn.tiendo.reporting.document;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.document.PaperApi.PaperView;

@Path("/api/v1/reports/plan-documents/{plan}/paper")
public class PlanPaperResource {

    @Inject
    PlanPapers papers;

    @GET
    @Operation(summary = "Read what stands on the paper of a plan besides its text")
    @APIResponseSchema(PaperView.class)
    public Response planPaper(@PathParam("plan") UUID plan) {
        return ReportPaperResource.answer(papers.draw(plan));
    }

    @PUT
    @Operation(summary = "Fill in place, recipients and signer of a plan, and what else is not published")
    @APIResponseSchema(PaperView.class)
    public Response fillInPlanPaper(
            @PathParam("plan") UUID plan,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PaperDetails details) {
        return ReportPaperResource.answer(papers.fillIn(plan, ifMatch, details));
    }
}
