package vn.tiendo.plans.imports;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.imports.PlanImportApi.Confirmed;
import vn.tiendo.plans.imports.PlanImportApi.ImportPage;
import vn.tiendo.plans.imports.PlanImportApi.ImportView;
import vn.tiendo.plans.imports.PlanImportApi.ImportedDocument;
import vn.tiendo.plans.plan.PlanApi.PlanContent;

/// Documents that are to become plans. Sending one honours Idempotency-Key in [Submitting], after the bytes are in.
@Path("/api/v1/plan-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plan-imports")
public class PlanImportResource {

    @Inject
    PlanImportService imports;

    @Inject
    Receiving receiving;

    @Inject
    Submitting submitting;

    @Inject
    Confirming confirming;

    @Inject
    CurrentActor actor;

    @Context
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    HttpHeaders headers;

    @POST
    @Consumes({
        DocumentFormat.TEXT_TYPE,
        DocumentFormat.HTML_TYPE,
        DocumentFormat.PDF_TYPE,
        DocumentFormat.WORD_TYPE,
        DocumentFormat.MACRO_TYPE
    })
    @Operation(
            summary = "Send a document of at most 20 MiB that is to become a plan; its bytes are the body."
                    + " It is read in the background")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = DocumentFormat.TEXT_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = DocumentFormat.HTML_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = DocumentFormat.PDF_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = DocumentFormat.WORD_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponseSchema(value = ImportView.class, responseCode = "202")
    public Response submit(
            @QueryParam("organisation") @NotNull UUID organisation,
            @QueryParam("fileName") @Nullable String fileName,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            InputStream body) {
        imports.requireDrafter(organisation, actor.get());
        var received = receiving.receive(contentType, fileName, body);
        return submitting.submit(organisation, received.document(), received.text());
    }

    @GET
    @Operation(summary = "List one's own imports, the newest first")
    @APIResponseSchema(ImportPage.class)
    public Response list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(imports.list(actor.get(), page), page, found -> new Cursor("", found.id()))
                .map(ImportView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read what was understood of a document, what is still open, and the draft as it stands")
    @APIResponseSchema(ImportedDocument.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(imports.get(id, actor.get()));
    }

    @GET
    @Path("/{id}/text")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "Read the text that the quotes and offsets refer to")
    @APIResponse(
            responseCode = "200",
            description = "The text",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    public Response text(@PathParam("id") UUID id) {
        return Response.ok(imports.textOf(id, actor.get()))
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @PUT
    @Path("/{id}/draft")
    @Operation(summary = "Correct the draft as a whole")
    @APIResponseSchema(ImportedDocument.class)
    public Response edit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PlanContent edited) {
        return answer(imports.edit(id, ifMatch, edited, actor.get()));
    }

    @POST
    @Idempotent
    @Path("/{id}/confirmation")
    @Operation(summary = "Confirm the draft: it becomes a plan, with the original and the text as its files")
    @APIResponseSchema(value = Confirmed.class, responseCode = "201")
    public Response confirm(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var confirmed = confirming.confirm(id, ifMatch, actor.get());
        var plan = Objects.requireNonNull(confirmed.planId());
        return Response.created(URI.create("/api/v1/plans/" + plan))
                .entity(new Confirmed(id, plan))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete an import that was not confirmed, with everything kept of it")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        imports.delete(id, ifMatch, actor.get());
        return Response.noContent().build();
    }

    private Response answer(PlanImport found) {
        return Response.ok(imports.view(found, headers.getAcceptableLanguages()))
                .tag(ETags.of(found.version()))
                .build();
    }
}
