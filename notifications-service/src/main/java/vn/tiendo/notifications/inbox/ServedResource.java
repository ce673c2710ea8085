package vn.tiendo.notifications.inbox;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.inbox.ServedApi.ServedPage;
import vn.tiendo.notifications.inbox.ServedApi.ServedView;
import vn.tiendo.notifications.inbox.ServedRepository.Filter;

/// Proof of service for those who answer for a subtree.
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class ServedResource {

    @Inject
    ServedRepository served;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor currentActor;

    @GET
    @Transactional
    @Operation(
            summary = "List what was served about organisations in reach, newest first",
            description =
                    "Who was told of what and when, when it was opened and how it was answered; ids and instants, the"
                            + " recipient's reason included, and no other words.")
    @APIResponseSchema(ServedPage.class)
    public Response list(
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("plan") @Nullable UUID plan,
            @QueryParam("obligation") @Nullable UUID obligation,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("acknowledged") @Nullable Boolean acknowledged,
            @QueryParam("opened") @Nullable Boolean opened,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var reach = readable(currentActor.get());
        if (organisation != null) {
            reach = new Reach(List.of(organisations.get(organisation, reach).path()));
        }
        var filter = new Filter(plan, obligation, kind, acknowledged, opened);
        return Page.of(
                        served.list(reach, filter, page),
                        page,
                        found -> new Cursor(Long.toString(found.position()), found.id()))
                .map(ServedView::of)
                .toResponse(uri);
    }

    private static Reach readable(Actor actor) {
        return actor.reach(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR);
    }
}
