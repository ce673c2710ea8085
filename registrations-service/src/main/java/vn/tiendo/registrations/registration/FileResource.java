package vn.tiendo.registrations.registration;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
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
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;

/// The files of a registration. Uploading honours Idempotency-Key in [FileAttaching], after the bytes are in.
@Path("/api/v1/registrations/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "registrations")
public class FileResource {

    @Inject
    RegistrationFiles files;

    @Inject
    FileAttaching attaching;

    /// @param hash SHA-256 of the bytes, in hexadecimal; also the entity tag
    record FileView(
            UUID id,
            UUID registrationId,
            String fileName,
            String mediaType,
            String hash,
            long size,
            Instant attachedAt,
            boolean byMember) {

        static FileView of(RegistrationFile file) {
            return new FileView(
                    file.id(),
                    file.registrationId(),
                    file.fileName(),
                    file.type().mediaType(),
                    file.hash(),
                    file.size(),
                    file.attachedAt(),
                    file.byMember());
        }
    }

    record FilePage(List<FileView> items, @Nullable String nextCursor) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Attach a scan or a piece of evidence of at most 20 MiB; its bytes are the body")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponseSchema(value = FileView.class, responseCode = "201")
    public Response attach(
            @PathParam("id") UUID id, @QueryParam("fileName") @NotBlank String fileName, InputStream body) {
        var name = FileName.of(fileName);
        files.requireMayAttach(id);
        var received = files.receive(name, body);
        try {
            return attaching.attach(id, files.keep(received, name));
        } finally {
            files.discard(received);
        }
    }

    @GET
    @Operation(summary = "List the files of a registration")
    @APIResponseSchema(FilePage.class)
    public Response list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(files.list(id, page), page, found -> new Cursor("", found.id()))
                .map(FileView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{file}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Download a file of a registration; its bytes have been compared with their hash")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response download(@PathParam("id") UUID id, @PathParam("file") UUID file) {
        var found = files.get(id, file);
        return Response.ok(files.open(found), found.type().mediaType())
                .tag(new EntityTag(found.hash()))
                .header(HttpHeaders.CONTENT_LENGTH, found.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, new FileName(found.fileName()).disposition())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
