package vn.tiendo.registrations.member;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.intake.ImportAnswers;
import vn.tiendo.kit.intake.ImportApi.ImportPage;
import vn.tiendo.kit.intake.ImportApi.ImportView;
import vn.tiendo.kit.intake.ImportApi.ImportWithOutcomes;
import vn.tiendo.kit.intake.ImportApi.Outcome;
import vn.tiendo.kit.intake.LargeImports;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.table.TableFormat;
import vn.tiendo.kit.web.PageRequest;

/// Sending a file honours Idempotency-Key in [MemberImporting].
@Path(MemberRows.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class MemberImportResource {

    @Inject
    MemberImporting importing;

    @Inject
    MemberRows rows;

    @Inject
    LargeImports imports;

    @Inject
    ImportAnswers answers;

    @Inject
    CurrentActor actor;

    @POST
    @Consumes({TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
    @Operation(summary = "Import members from CSV or XLSX, or only say what would become of each row")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = TableFormat.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = TableFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponseSchema(value = ImportView.class, responseCode = "202")
    public Response submit(
            @QueryParam("dryRun") boolean dryRun,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            InputStream body) {
        try (var received = imports.receive(rows, body, actor.get())) {
            return importing.submit(received, TableFormat.of(contentType), dryRun);
        }
    }

    @GET
    @Operation(summary = "List one's own imports of members, the newest first")
    @APIResponseSchema(ImportPage.class)
    public Response list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return answers.list(rows, page, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read how far an import has come and what became of its rows")
    @APIResponseSchema(ImportWithOutcomes.class)
    public Response get(
            @PathParam("id") UUID id,
            @QueryParam("outcome") @Nullable Outcome outcome,
            @Valid @BeanParam PageRequest page,
            @Context HttpHeaders headers) {
        return answers.get(rows, id, outcome, page, headers);
    }

    @GET
    @Path("/{id}/failed-rows")
    @Produces(TableFormat.CSV_TYPE)
    @Operation(summary = "Download the rejected rows with their reasons, as CSV")
    public Response failedRows(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        return answers.failedRows(rows, id, headers);
    }
}
