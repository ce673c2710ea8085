package vn.tiendo.notifications.inbox;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.inbox.ServedApi.ServedBody;
import vn.tiendo.notifications.inbox.ServedApi.ServedFilter;
import vn.tiendo.notifications.inbox.ServedApi.ServedView;

/// Proof of service, for those who answer for a subtree.
@ApplicationScoped
class ServedService {

    @Inject
    ServedRepository served;

    @Inject
    Carried carried;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor currentActor;

    /// @param organisation about this one and all below it; absent for the whole reach
    @Transactional
    Page<ServedView> list(@Nullable UUID organisation, ServedFilter filter, PageRequest page) {
        var reach = readable(organisation);
        var found = Page.of(
                served.list(reach, filter, page), page, each -> new Cursor(Long.toString(each.position()), each.id()));
        var carriedThere =
                carried.of(found.items().stream().map(Notification::id).toList());
        return found.map(each -> ServedView.of(each, carriedThere.getOrDefault(each.id(), List.of())));
    }

    /// The same in numbers, by organisation.
    @Transactional
    Page<ServedBody> bodies(@Nullable UUID organisation, ServedFilter filter, PageRequest page) {
        return Page.of(
                served.bodies(readable(organisation), filter, page),
                page,
                body -> new Cursor("", body.organisationId()));
    }

    private Reach readable(@Nullable UUID organisation) {
        var reach = readable(currentActor.get());
        return organisation == null
                ? reach
                : new Reach(List.of(organisations.get(organisation, reach).path()));
    }

    private static Reach readable(Actor actor) {
        return actor.reach(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR);
    }
}
