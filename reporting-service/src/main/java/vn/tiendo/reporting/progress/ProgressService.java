package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.progress.ProgressApi.Assignments;
import vn.tiendo.reporting.progress.ProgressApi.Child;
import vn.tiendo.reporting.progress.ProgressApi.Children;
import vn.tiendo.reporting.progress.ProgressApi.Choices;
import vn.tiendo.reporting.progress.ProgressApi.ChosenOrganisation;
import vn.tiendo.reporting.progress.ProgressApi.ChosenPlan;
import vn.tiendo.reporting.progress.ProgressApi.Day;
import vn.tiendo.reporting.progress.ProgressApi.DueDayView;
import vn.tiendo.reporting.progress.ProgressApi.DueDays;
import vn.tiendo.reporting.progress.ProgressApi.KindOfAssignments;
import vn.tiendo.reporting.progress.ProgressApi.ProgressView;
import vn.tiendo.reporting.progress.ProgressApi.Registrations;
import vn.tiendo.reporting.progress.ProgressApi.Reports;
import vn.tiendo.reporting.progress.ProgressApi.Trend;
import vn.tiendo.reporting.progress.ProgressRepository.Change;
import vn.tiendo.reporting.progress.ProgressRepository.ChildLine;

/// Answers how far an organisation has come: five statements, whatever lies below it.
@ApplicationScoped
class ProgressService {

    private static final Period LONGEST = Period.ofYears(1);
    private static final int USUAL_DAYS = 30;

    /// Years of which there may be something to tell, and that a database can reckon with.
    private static final int MOST_PLANS = 200;

    private static final Set<Role> READERS =
            Set.of(Role.CELL_SECRETARY, Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER, Role.INSPECTOR, Role.AUDITOR);

    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 9000;

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
        var place = place(organisation);
        var issued = plans.findIssued(plan).orElseThrow(ProgressProblem.PlanNotFound::new);
        var today = Days.dayOf(clock.instant());
        var day = asOf == null ? today : asOf;
        requireKnown(day, day);
        var past = day.isBefore(today);
        var own = past ? progress.ownOf(day, plan, place) : progress.own(plan, place, day);
        var lines = past ? progress.childrenOf(day, plan, place, page) : progress.children(plan, place, day, page);
        var children = Page.of(lines, page, ChildLine::position).map(Child::of);
        var sum = own.sum();
        return new ProgressView(
                plan,
                issued.title(),
                issued.year(),
                organisation,
                place.code(),
                place.name(),
                place.kind(),
                day,
                Assignments.of(sum),
                own.assignmentsByKind().entrySet().stream()
                        .map(kind -> new KindOfAssignments(kind.getKey(), Assignments.of(kind.getValue())))
                        .toList(),
                Registrations.of(sum),
                Reports.of(sum),
                new Children(children.items(), children.nextCursor()));
    }

    /// @param from first day, a month before the last when not named
    /// @param to last day, today when not named
    @Transactional
    Trend trend(UUID plan, UUID organisation, @Nullable LocalDate from, @Nullable LocalDate to) {
        var place = place(organisation);
        var issued = plans.findIssued(plan).orElseThrow(ProgressProblem.PlanNotFound::new);
        var last = to == null ? Days.dayOf(clock.instant()) : to;
        requireKnown(from == null ? last : from, last);
        var first = from == null ? last.minusDays(USUAL_DAYS) : from;
        requirePeriod(first, last);
        var line = progress.ownOf(first.minusDays(1), plan, place).sum();
        var changes = progress.changes(plan, place, first, last).stream()
                .collect(Collectors.toMap(Change::day, Change::line));
        var days = new ArrayList<Day>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            line = line.plus(changes.getOrDefault(day, Line.NOTHING));
            days.add(Day.of(day, line));
        }
        return new Trend(plan, issued.title(), organisation, first, last, days);
    }

    /// @param from first day, the first of this month when not named
    /// @param to last day, that of the month of the first when not named
    @Transactional
    DueDays dueDays(UUID plan, UUID organisation, @Nullable LocalDate from, @Nullable LocalDate to) {
        var place = place(organisation);
        var issued = plans.findIssued(plan).orElseThrow(ProgressProblem.PlanNotFound::new);
        var today = Days.dayOf(clock.instant());
        var first = from == null ? (to == null ? today : to).withDayOfMonth(1) : from;
        requireKnown(first, first);
        var last = to == null ? first.plusMonths(1).withDayOfMonth(1).minusDays(1) : to;
        requirePeriod(first, last);
        return new DueDays(
                issued.id(),
                organisation,
                first,
                last,
                today,
                progress.dueDays(plan, place, first, last).stream()
                        .map(DueDayView::of)
                        .toList());
    }

    @Transactional
    Choices choices() {
        var posts = actor.get().posts().stream()
                .filter(post -> READERS.contains(post.role()))
                .collect(Collectors.toMap(HeldPost::organisationId, HeldPost::path, (one, same) -> one, TreeMap::new));
        var chosen = posts.keySet().stream()
                .map(organisations::get)
                .sorted(Comparator.comparing(KnownOrganisation::path))
                .toList();
        return new Choices(
                chosen.stream()
                        .map(each -> new ChosenOrganisation(each.id(), each.code(), each.name()))
                        .toList(),
                plans.findIssuedAt(posts.values(), MOST_PLANS).stream()
                        .map(each -> new ChosenPlan(each.id(), each.title(), each.year()))
                        .toList(),
                Days.dayOf(clock.instant()));
    }

    private static void requirePeriod(LocalDate from, LocalDate to) {
        requireKnown(from, to);
        if (from.isAfter(to) || !to.isBefore(from.plus(LONGEST).plusDays(1))) {
            throw new ProgressProblem.WrongPeriod(from, to);
        }
    }

    private static void requireKnown(LocalDate from, LocalDate to) {
        if (from.getYear() < FIRST_YEAR || from.getYear() > LAST_YEAR || to.getYear() > LAST_YEAR) {
            throw new ProgressProblem.WrongPeriod(from, to);
        }
    }

    private KnownOrganisation place(UUID organisation) {
        return organisations.get(organisation, actor.get().reach(Role.CELL_SECRETARY, READERS.toArray(Role[]::new)));
    }
}
