package vn.tiendo.reporting.progress;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.progress.ProgressApi.ProgressView;

@Path("/api/v1/progress")
public class ProgressResource {

    @Inject
    ProgressService progress;

    @GET
    @Operation(summary = "Tell how far an organisation and its direct children have come with a plan")
    public ProgressView read(
            @QueryParam("plan") @NotNull UUID plan,
            @QueryParam("organisation") @NotNull UUID organisation,
            @QueryParam("asOf")
                    @Nullable
                    @Parameter(
                            description = "Judge overdue, late and missing as of this day, today or later; the rest is"
                                    + " as known now")
                    LocalDate asOf,
            @Valid @BeanParam PageRequest page) {
        return progress.of(plan, organisation, asOf, page);
    }
}
