package vn.tiendo.plans.plan;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.plans.plan.PlanApi.NextNumber;

/// Proposes the number of the next document.
@Path("/api/v1/plans/next-number")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans")
public class PlanNumberResource {

    @Inject
    PlanNumbering numbering;

    @Inject
    CurrentActor actor;

    @GET
    @Operation(summary = "Propose the next number of a type of document in a year; nothing is reserved")
    public NextNumber next(
            @QueryParam("organisation") @NotNull UUID organisation,
            @QueryParam("type") @NotNull PlanType type,
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year) {
        return numbering.next(organisation, type, year, actor.get());
    }
}
