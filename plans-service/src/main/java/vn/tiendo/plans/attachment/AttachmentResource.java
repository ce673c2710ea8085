package vn.tiendo.plans.attachment;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
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
import vn.tiendo.kit.content.FileName;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.attachment.AttachmentApi.DocumentPage;
import vn.tiendo.plans.attachment.AttachmentApi.DocumentView;

/// The files of a plan. Uploading honours Idempotency-Key in [Attaching], after the bytes are in.
@Path("/api/v1/plans/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "documents")
public class AttachmentResource {

    @Inject
    AttachmentService attachments;

    @Inject
    Attaching attaching;

    @Inject
    CurrentActor actor;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Attach a file of at most 20 MiB to a plan that is not issued; its bytes are the body")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponseSchema(value = DocumentView.class, responseCode = "201")
    public Response attach(
            @PathParam("id") UUID id, @QueryParam("fileName") @NotBlank String fileName, InputStream body) {
        var name = FileName.of(fileName);
        var received = attachments.receive(id, name, body, actor.get());
        try {
            return attaching.attach(id, attachments.keep(received, name));
        } finally {
            attachments.discard(received);
        }
    }

    @GET
    @Operation(summary = "List the files of a plan")
    @APIResponseSchema(DocumentPage.class)
    public Response list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(attachments.list(id, actor.get(), page), page, found -> new Cursor("", found.id()))
                .map(DocumentView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{document}")
    @Operation(summary = "Read what is known of a file")
    @APIResponseSchema(DocumentView.class)
    public Response get(@PathParam("id") UUID id, @PathParam("document") UUID document) {
        var attachment = attachments.get(id, document, actor.get());
        return Response.ok(DocumentView.of(attachment))
                .tag(new EntityTag(attachment.hash()))
                .build();
    }

    @GET
    @Path("/{document}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Download a file; its bytes have been compared with their hash")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response download(@PathParam("id") UUID id, @PathParam("document") UUID document, @Context Request request) {
        var attachment = attachments.get(id, document, actor.get());
        var tag = new EntityTag(attachment.hash());
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        return Response.ok(attachments.open(attachment), attachment.type().mediaType())
                .tag(tag)
                .header(HttpHeaders.CONTENT_LENGTH, attachment.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, new FileName(attachment.fileName()).disposition())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @DELETE
    @Path("/{document}")
    @Operation(summary = "Remove a file from a draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(
            @PathParam("id") UUID id,
            @PathParam("document") UUID document,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        attachments.remove(id, document, ifMatch, actor.get());
        return Response.noContent().build();
    }
}
