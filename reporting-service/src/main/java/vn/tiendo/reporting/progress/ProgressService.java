package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.progress.ProgressApi.Assignments;
import vn.tiendo.reporting.progress.ProgressApi.Child;
import vn.tiendo.reporting.progress.ProgressApi.Children;
import vn.tiendo.reporting.progress.ProgressApi.KindOfAssignments;
import vn.tiendo.reporting.progress.ProgressApi.ProgressView;
import vn.tiendo.reporting.progress.ProgressApi.Registrations;
import vn.tiendo.reporting.progress.ProgressApi.Reports;
import vn.tiendo.reporting.progress.ProgressRepository.ChildLine;
import vn.tiendo.reporting.progress.ProgressRepository.KindLine;

/// Answers how far an organisation has come: five statements, whatever lies below it.
@ApplicationScoped
class ProgressService {

    @Inject
    CurrentActor actor;

    @Inject
    ReachRepository organisations;

    @Inject
    KnownPlans plans;

    @Inject
    ProgressRepository progress;

    @Inject
    Clock clock;

    @Transactional
    ProgressView of(UUID plan, UUID organisation, @Nullable LocalDate asOf, PageRequest page) {
        var reach = actor.get()
                .reach(
                        Role.CELL_SECRETARY,
                        Role.COMMITTEE_OFFICER,
                        Role.COMMITTEE_LEADER,
                        Role.INSPECTOR,
                        Role.AUDITOR);
        var place = organisations.get(organisation, reach);
        var issued = plans.findIssued(plan).orElseThrow(ProgressProblem.PlanNotFound::new);
        var day = dayOf(asOf);
        var own = progress.own(plan, place, day);
        var children = Page.of(progress.children(plan, place, day, page), page, ChildLine::position)
                .map(Child::of);
        var sum = own.stream().map(KindLine::line).reduce(Line.NOTHING, Line::plus);
        return new ProgressView(
                plan,
                issued.title(),
                issued.year(),
                organisation,
                place.name(),
                day,
                Assignments.of(sum),
                own.stream()
                        .filter(line -> line.source() == Source.ASSIGNMENT)
                        .map(line -> new KindOfAssignments(line.kind(), Assignments.of(line.line())))
                        .toList(),
                Registrations.of(sum),
                Reports.of(sum),
                new Children(children.items(), children.nextCursor()));
    }

    private LocalDate dayOf(@Nullable LocalDate asOf) {
        var today = Days.dayOf(clock.instant());
        if (asOf != null && asOf.isBefore(today)) {
            throw new ProgressProblem.PastDayNotKept(today);
        }
        return asOf == null ? today : asOf;
    }
}
