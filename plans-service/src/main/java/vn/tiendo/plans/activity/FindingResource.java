package vn.tiendo.plans.activity;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.activity.ActivityApi.FindingPage;
import vn.tiendo.plans.activity.ActivityApi.FindingView;
import vn.tiendo.plans.activity.FindingRepository.FindingFilter;

/// What inspections have found; a finding is settled by the follow-ups of a re-inspection.
@Path("/api/v1/activities/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "activities")
public class FindingResource {

    private static final String NOWHERE = "?/";

    @Inject
    FindingService findings;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor actor;

    @Inject
    Clock clock;

    @GET
    @Operation(summary = "List the findings in reach, of inspections by or about organisations in it")
    @APIResponseSchema(FindingPage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("inspection") @Nullable UUID inspection,
            @QueryParam("status") Finding.@Nullable Status status,
            @QueryParam("dueBefore") @Nullable LocalDate dueBefore,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var below = organisation == null
                ? null
                : organisations.find(organisation).map(KnownOrganisation::path).orElse(NOWHERE);
        var today = Days.dayOf(clock.instant());
        return Page.of(
                        findings.list(
                                ActivityService.readable(actor.get()),
                                new FindingFilter(below, inspection, status, dueBefore),
                                page),
                        page,
                        found -> new Cursor("", found.id()))
                .map(found -> FindingView.of(found, today))
                .toResponse(uri);
    }
}
