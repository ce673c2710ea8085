package vn.tiendo.registrations.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.form.FormApi.FormChange;
import vn.tiendo.registrations.form.FormApi.FormComparison;
import vn.tiendo.registrations.form.FormApi.FormKind;
import vn.tiendo.registrations.form.FormApi.FormLine;
import vn.tiendo.registrations.form.FormApi.FormPage;
import vn.tiendo.registrations.form.FormApi.FormView;
import vn.tiendo.registrations.form.FormApi.NewForm;

@Path("/api/v1/registration-forms")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "registration-forms")
public class FormResource {

    private static final String SCHEMA_JSON = "application/schema+json";

    @Inject
    FormService forms;

    @GET
    @Operation(summary = "List versions of forms: shipped, of own organisations and those above them, drafts in reach")
    @APIResponseSchema(FormPage.class)
    public Response list(
            @QueryParam("form") @Nullable FormKind form, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(forms.page(form, page), page, found -> new Cursor("", found.id()))
                .map(FormLine::of)
                .toResponse(uri);
    }

    @POST
    @Operation(summary = "Begin a form, the next version of one, or one's own copy of another organisation's")
    @APIResponseSchema(value = FormView.class, responseCode = "201")
    public Response draft(@Valid @NotNull NewForm request) {
        var made = forms.draft(request);
        return Response.created(URI.create("/api/v1/registration-forms/" + made.id()))
                .tag(ETags.of(made.version()))
                .entity(made)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a version of a form")
    @APIResponseSchema(FormView.class)
    public Response read(@PathParam("id") UUID id) {
        return answer(forms.get(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a version that is not published yet")
    @APIResponseSchema(FormView.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull FormChange request) {
        return answer(forms.change(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/publication")
    @Operation(summary = "Publish a version: from now on it never changes")
    @APIResponseSchema(FormView.class)
    public Response publish(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(forms.publish(id, ifMatch));
    }

    @GET
    @Path("/{id}/schema")
    @Produces(SCHEMA_JSON)
    @Operation(summary = "Read the JSON Schema of what is submitted on this version, or of a draft (draft=true)")
    @APIResponse(
            responseCode = "200",
            description = "JSON Schema 2020-12",
            content = @Content(mediaType = SCHEMA_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Response schema(@PathParam("id") UUID id, @QueryParam("draft") boolean draft) {
        var definition = forms.definitionOf(id);
        ObjectNode schema = draft ? FormSchema.ofDraft(definition) : FormSchema.ofSubmission(definition);
        return Response.ok(schema.toString()).build();
    }

    @GET
    @Path("/{id}/differences")
    @Operation(summary = "Read what a version asks for that another one did not")
    @APIResponseSchema(FormComparison.class)
    public Response differences(@PathParam("id") UUID id, @QueryParam("from") @NotNull UUID from) {
        return Response.ok(new FormComparison(from, id, forms.differences(from, id)))
                .build();
    }

    private static Response answer(FormView form) {
        return Response.ok(form).tag(ETags.of(form.version())).build();
    }
}
