package vn.tiendo.registrations.summary;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.tiendo.registrations.summary.SummaryApi.SummaryView;

@Path("/api/v1/campaigns/{id}/summary")
public class SummaryResource {

    @Inject
    SummaryService summaries;

    @GET
    @Operation(summary = "Read how many owe, have submitted and are accepted, at an organisation and below it")
    public SummaryView read(@PathParam("id") UUID id, @QueryParam("organisation") @NotNull UUID organisation) {
        return SummaryView.of(id, organisation, summaries.of(id, organisation));
    }
}
