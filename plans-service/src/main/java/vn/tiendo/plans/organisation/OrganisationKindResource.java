package vn.tiendo.plans.organisation;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;

@Path("/api/v1/organisation-kinds")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "organisations")
public class OrganisationKindResource {

    @Inject
    OrganisationKindService kinds;

    @Inject
    CurrentActor actor;

    record Kind(
            @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}")
            String code,

            @NotBlank @Size(max = 200) String nameVi,
            @NotBlank @Size(max = 200) String nameEn,
            @NotNull Hierarchy hierarchy) {

        static Kind of(OrganisationKind kind) {
            return new Kind(kind.code(), kind.nameVi(), kind.nameEn(), kind.hierarchy());
        }
    }

    record KindPage(List<Kind> items, @Nullable String nextCursor) {}

    @GET
    @Operation(summary = "List the kinds of organisations")
    @APIResponseSchema(KindPage.class)
    public Response list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        actor.get();
        return Page.of(kinds.list(page), page, found -> new Cursor(found.code(), new UUID(0, 0)))
                .map(Kind::of)
                .toResponse(uri);
    }

    @POST
    @Operation(summary = "Add a kind of organisations")
    @APIResponseSchema(value = Kind.class, responseCode = "201")
    public Response add(@Valid @NotNull Kind request) {
        return Response.status(Response.Status.CREATED)
                .entity(Kind.of(kinds.add(request, actor.get())))
                .build();
    }
}
