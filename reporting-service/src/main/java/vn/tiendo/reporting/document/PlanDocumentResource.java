package vn.tiendo.reporting.document;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/reports/plan-documents/{plan}")
public class PlanDocumentResource {

    @Inject
    PlanPapers papers;

    @GET
    @Produces({DocumentFormat.PDF_TYPE, DocumentFormat.DOCX_TYPE, DocumentFormat.XLSX_TYPE})
    @Operation(summary = "Get what is published of a plan as an official paper in PDF, Word or Excel")
    @APIResponse(
            responseCode = "200",
            description = "The paper, laid out by the rule in force on its day",
            content = {
                @Content(
                        mediaType = DocumentFormat.PDF_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = DocumentFormat.DOCX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = DocumentFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "304", description = "The reader has the newest one already")
    public Response document(
            @PathParam("plan") UUID plan,
            @QueryParam("format") @Nullable @Pattern(regexp = ReportDocumentResource.FORMATS) String format,
            @Context HttpHeaders headers,
            @Context Request request) {
        return Download.of(papers.draw(plan).paper(), DocumentFormat.wanted(format, headers), request);
    }
}
