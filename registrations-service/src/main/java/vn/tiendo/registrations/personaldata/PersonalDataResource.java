package vn.tiendo.registrations.personaldata;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/members/me/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "data-subject-requests")
public class PersonalDataResource {

    @Inject
    PersonalData data;

    @GET
    @Operation(summary = "Download everything that this service holds on oneself")
    @APIResponseSchema(Map.class)
    public Response export() {
        var subject = data.self();
        return Download.of(out -> data.export(subject, out));
    }
}
