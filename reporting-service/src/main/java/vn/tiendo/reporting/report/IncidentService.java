package vn.tiendo.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.reporting.organisation.Places;
import vn.tiendo.reporting.progress.KnownPlans;
import vn.tiendo.reporting.report.ReportApi.NewIncident;
import vn.tiendo.reporting.report.ReportDesk.Read;

/// Opens reports that nobody expects.
@ApplicationScoped
class IncidentService {

    private static final Role[] REPORTERS = {Role.CELL_SECRETARY, Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER};

    @Inject
    CurrentActor actor;

    @Inject
    ReachRepository organisations;

    @Inject
    Places places;

    @Inject
    KnownPlans plans;

    @Inject
    ReportRepository reports;

    @Inject
    ReportDesk desk;

    @Inject
    Clock clock;

    @Transactional
    Read open(NewIncident incident) {
        var by = actor.get();
        var roles = Role.values();
        var organisation = organisations.get(incident.organisationId(), by.reach(roles[0], roles));
        var post = by.require(organisation.path(), REPORTERS[0], REPORTERS);
        var now = clock.instant();
        var today = Days.dayOf(now);
        if (organisation.validTo() != null && organisation.validTo().isBefore(today)) {
            throw new ReportProblem.OrganisationEnded(organisation.validTo());
        }
        if (!plans.isIssued(incident.planId())) {
            throw new ReportProblem.PlanNotFound();
        }
        requireAbove(organisation, incident.recipientOrganisationId(), "recipientOrganisationId");
        requireAbove(organisation, incident.viaOrganisationId(), "viaOrganisationId");
        var place = places.hold(List.of(organisation.id())).get(organisation.id());
        var report = Report.ofIncident(
                Demand.ofIncident(incident.planId(), incident.obligationId(), today),
                Objects.requireNonNull(place),
                Route.to(incident.recipientOrganisationId(), incident.viaOrganisationId()),
                now);
        reports.persist(report);
        desk.publish(report, ReportEvent.EXPECTED, "open-incident-report", post, null);
        return new Read(report, null, null);
    }

    /// An organisation on the way to the root, or a board of one.
    private void requireAbove(KnownOrganisation from, @Nullable UUID to, String field) {
        if (to == null) {
            return;
        }
        var above = organisations
                .find(to)
                .map(KnownOrganisation::path)
                .filter(path -> !path.equals(from.path()))
                .filter(path -> from.path().startsWith(path) || from.path().startsWith(parentOf(path)))
                .filter(path -> !path.startsWith(from.path()));
        if (above.isEmpty()) {
            throw new ReportProblem.RecipientNotAbove(field);
        }
    }

    private static String parentOf(String path) {
        var slash = path.lastIndexOf('/', path.length() - 2);
        return slash < 0 ? path : path.substring(0, slash + 1);
    }
}
