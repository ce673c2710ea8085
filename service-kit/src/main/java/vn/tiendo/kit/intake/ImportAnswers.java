package vn.tiendo.kit.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.intake.ImportApi.Outcome;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.table.TableFormat;
import vn.tiendo.kit.web.PageRequest;

/// Answers what is asked of imports, whatever their rows are. The resource of a subject only declares what its
/// interface is.
@ApplicationScoped
public class ImportAnswers {

    private static final int SECONDS = 120;

    @Inject
    ImportService imports;

    @Inject
    CurrentActor actor;

    public Response submit(RowImporter rows, String contentType, byte[] file, boolean dryRun, UriInfo uri) {
        var submitted = imports.submit(rows, TableFormat.of(contentType), file, dryRun, actor.get());
        return Response.accepted(submitted)
                .location(uri.getAbsolutePathBuilder()
                        .path(submitted.id().toString())
                        .build())
                .build();
    }

    public Response list(RowImporter rows, PageRequest page, UriInfo uri) {
        return imports.list(rows, actor.get(), page).toResponse(uri);
    }

    public Response get(RowImporter rows, UUID id, @Nullable Outcome outcome, PageRequest page, HttpHeaders headers) {
        return Response.ok(imports.get(rows, id, outcome, actor.get(), page, headers.getAcceptableLanguages()))
                .build();
    }

    /// Written as it is read, so that its size does not matter.
    public Response failedRows(RowImporter rows, UUID id, HttpHeaders headers) {
        var sender = actor.get();
        var languages = headers.getAcceptableLanguages();
        imports.get(rows, id, Outcome.REJECTED, sender, PageRequest.first(1), languages);
        StreamingOutput file = out -> QuarkusTransaction.requiringNew()
                .timeout(SECONDS)
                .run(() -> imports.writeFailedRows(rows, id, sender, languages, out));
        return Response.ok(file)
                .type(TableFormat.CSV_TYPE + "; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"failed-rows.csv\"")
                .build();
    }
}
