package vn.tiendo.reporting.export;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/progress/exports")
public class ProgressExportResource {

    @Inject
    ProgressExport export;

    @GET
    @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
    @Operation(summary = "Export the progress of an organisation and its direct children as CSV or Excel")
    @APIResponse(
            responseCode = "200",
            description =
                    "The organisation, then its children, worst first; a broken connection means an incomplete file",
            content = {
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = ExportFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response table(
            @QueryParam("plan") @NotNull UUID plan,
            @QueryParam("organisation") @NotNull UUID organisation,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("format") @Nullable @Pattern(regexp = ExportFormat.NAMES) String format,
            @Context HttpHeaders headers) {
        var progress = export.read(plan, organisation, asOf);
        return Streaming.of(
                ExportFormat.wanted(format, headers),
                "Tiến độ " + progress.own().name() + " " + progress.asOf(),
                ProgressExport.COLUMNS,
                sink -> ProgressExport.write(progress, sink));
    }
}
