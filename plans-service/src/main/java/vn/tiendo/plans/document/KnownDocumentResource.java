package vn.tiendo.plans.document;

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
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.document.KnownDocumentApi.KnownDocumentContent;
import vn.tiendo.plans.document.KnownDocumentApi.KnownDocumentPage;
import vn.tiendo.plans.document.KnownDocumentApi.KnownDocumentView;

@Path("/api/v1/known-documents")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "known-documents")
public class KnownDocumentResource {

    @Inject
    KnownDocumentService documents;

    @Inject
    CurrentActor actor;

    @POST
    @Operation(summary = "Register a document from outside that plans rest on")
    @APIResponseSchema(value = KnownDocumentView.class, responseCode = "201")
    public Response register(@Valid @NotNull KnownDocumentContent content) {
        var document = documents.register(content, actor.get());
        return Response.created(URI.create("/api/v1/known-documents/" + document.id()))
                .tag(ETags.of(document.version()))
                .entity(KnownDocumentView.of(document))
                .build();
    }

    @GET
    @Operation(summary = "List the known documents kept within reach and above it")
    @APIResponseSchema(KnownDocumentPage.class)
    public Response list(
            @QueryParam("number") @Nullable String number,
            @QueryParam("symbol") @Nullable String symbol,
            @QueryParam("year") @Nullable Integer year,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(
                        documents.list(actor.get(), number, symbol, year, page),
                        page,
                        found -> new Cursor("", found.id()))
                .map(KnownDocumentView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a known document")
    @APIResponseSchema(KnownDocumentView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(documents.get(id, actor.get()));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Rewrite a known document, for example to say what has replaced it")
    @APIResponseSchema(KnownDocumentView.class)
    public Response rewrite(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull KnownDocumentContent content) {
        return answer(documents.rewrite(id, ifMatch, content, actor.get()));
    }

    private static Response answer(KnownDocument document) {
        return Response.ok(KnownDocumentView.of(document))
                .tag(ETags.of(document.version()))
                .build();
    }
}
