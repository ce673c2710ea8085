package vn.tiendo.registrations.personaldata;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.personaldata.RequestApi.AccessPage;

@Path("/api/v1/members/{id}/accesses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "data-subject-requests")
public class AccessResource {

    @Inject
    PersonalData data;

    @GET
    @Operation(summary = "List who saw or changed something of a person within a time; for auditors")
    @APIResponseSchema(AccessPage.class)
    public Response list(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return data.accesses(id, from, to, page).toResponse(uri);
    }
}
