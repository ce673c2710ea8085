package vn.tiendo.reporting.export;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.report.ReportStatus;
import vn.tiendo.reporting.report.WrittenReports;

@Path("/api/v1/reports/exports")
public class ReportExportResource {

    @Inject
    WrittenReports reports;

    @Inject
    ReportExport export;

    @GET
    @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
    @Operation(summary = "Export the reports in reach, without their texts, as CSV or Excel")
    @APIResponse(
            responseCode = "200",
            description = "All of them, written while they are read; a broken connection means an incomplete file",
            content = {
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = ExportFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response list(
            @QueryParam("plan") @Nullable UUID plan,
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("status") @Nullable ReportStatus status,
            @QueryParam("format") @Nullable @Pattern(regexp = ExportFormat.NAMES) String format,
            @Context HttpHeaders headers) {
        var wanted = reports.wanted(plan, organisation, status);
        return Streaming.of(
                ExportFormat.wanted(format, headers),
                "Danh sách báo cáo",
                ReportExport.COLUMNS,
                sink -> export.write(wanted, sink));
    }
}
