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
import vn.tiendo.reporting.progress.ProgressApi.Choices;
import vn.tiendo.reporting.progress.ProgressApi.DueDays;
import vn.tiendo.reporting.progress.ProgressApi.ProgressView;
import vn.tiendo.reporting.progress.ProgressApi.Trend;

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
                            description =
                                    "The end of this day. A past day: as it was, along the tree of that day. A day to"
                                            + " come: what will be overdue then if nothing else comes in")
                    LocalDate asOf,
            @Valid @BeanParam PageRequest page) {
        return progress.of(plan, organisation, asOf, page);
    }

    @GET
    @Path("/trend")
    @Operation(summary = "Tell how the numbers of an organisation went from day to day, a year at most")
    public Trend trend(
            @QueryParam("plan") @NotNull UUID plan,
            @QueryParam("organisation") @NotNull UUID organisation,
            @QueryParam("from") @Nullable @Parameter(description = "Thirty days before the last one when not named")
                    LocalDate from,
            @QueryParam("to") @Nullable @Parameter(description = "Today when not named") LocalDate to) {
        return progress.trend(plan, organisation, from, to);
    }

    @GET
    @Path("/due-days")
    @Operation(summary = "Tell what is due from day to day, a year at most, as things stand now")
    public DueDays dueDays(
            @QueryParam("plan") @NotNull UUID plan,
            @QueryParam("organisation") @NotNull UUID organisation,
            @QueryParam("from") @Nullable @Parameter(description = "The first of this month when not named")
                    LocalDate from,
            @QueryParam("to") @Nullable @Parameter(description = "The end of the month of the first day when not named")
                    LocalDate to) {
        return progress.dueDays(plan, organisation, from, to);
    }

    @GET
    @Path("/choices")
    @Operation(summary = "Tell where the caller may begin to read: own organisations, and plans that are counted there")
    public Choices choices() {
        return progress.choices();
    }
}
