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
import vn.tiendo.kit.web.ETags;
import vn.tiendo.reporting.document.PaperApi.PaperView;

@Path("/api/v1/reports/{id}/paper")
public class ReportPaperResource {

    @Inject
    ReportPapers papers;

    @GET
    @Operation(summary = "Read what stands on the paper of a report besides its text")
    @APIResponseSchema(PaperView.class)
    public Response paper(@PathParam("id") UUID id) {
        return answer(papers.draw(id));
    }

    @PUT
    @Operation(summary = "Fill in number, symbol, place, day, addressees, recipients and signer")
    @APIResponseSchema(PaperView.class)
    public Response fillIn(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PaperDetails details) {
        return answer(papers.fillIn(id, ifMatch, details));
    }

    static Response answer(PaperDesk.Drawn drawn) {
        return Response.ok(PaperView.of(drawn)).tag(ETags.of(drawn.edition())).build();
    }
}
