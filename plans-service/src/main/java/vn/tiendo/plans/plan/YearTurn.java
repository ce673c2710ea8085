package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.time.Days;
import vn.tiendo.plans.assignment.AssignmentService;
import vn.tiendo.plans.assignment.CountedAssignments;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.DebtorRepository;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationKind.Opens;
import vn.tiendo.plans.obligation.ObligationService;

/// Opens what a plan without an end demands again in a year that has begun, for every debtor of the tree as it then
/// stands.
///
/// One page of debtors of one obligation per pass; the page and how far it got are one transaction, and what is open
/// already is left alone, so that a kill at any point loses nothing and repeats nothing.
@ApplicationScoped
public class YearTurn implements LeaderTask {

    private static final int BATCH = 500;

    @Inject
    YearOpeningRepository openings;

    @Inject
    ObligationService obligations;

    @Inject
    AssignmentService assignments;

    @Inject
    CountedAssignments counted;

    @Inject
    DebtorRepository debtors;

    @Inject
    DeadlineReading reading;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "year-turn";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean pass() {
        var behind = openings.nextBehind(yearOf(clock.instant()));
        behind.ifPresent(this::openSome);
        return behind.isPresent();
    }

    private void openSome(Plan plan) {
        var opening = openings.findByIdOptional(plan.id()).orElseGet(() -> firstOf(plan));
        if (opening.year() >= yearOf(clock.instant())) {
            return;
        }
        obligations.ofPlan(plan.id()).stream()
                .filter(obligation -> obligation.position() >= opening.position() && comesBack(obligation))
                .findFirst()
                .ifPresentOrElse(obligation -> openPage(plan, obligation, opening), opening::openedYear);
    }

    /// Issuing opened everything up to the year in which it began.
    private YearOpening firstOf(Plan plan) {
        var issued = yearOf(Objects.requireNonNull(plan.issuedAt()));
        var first = new YearOpening(
                plan.id(), Math.max(issued, plan.words().periodFrom().getYear()));
        openings.persist(first);
        return first;
    }

    private static boolean comesBack(Obligation obligation) {
        var deadline = obligation.deadline();
        return (obligation.opens() == Opens.ASSIGNMENT || obligation.opens() == Opens.CAMPAIGN)
                && ((deadline != null && deadline.recurrence() != null)
                        || obligation.counts().perPeriod() != null);
    }

    private void openPage(Plan plan, Obligation obligation, YearOpening opening) {
        var year = opening.year() + 1;
        var read = reading.toStore(plan, obligation);
        var most = Math.max(1, BATCH / read.apply(plan.organisationPath()).size());
        var page = debtors.page(
                obligation.debtors(), plan.organisationId(), LocalDate.of(year, 1, 1), opening.openedUpTo(), most);
        var open = counted.labelsOf(
                obligation.id(), page.stream().map(Debtor::organisationId).toList());
        assignments.open(
                obligation,
                plan.organisationPath(),
                page,
                debtor -> read.apply(debtor.path()).stream()
                        .filter(occurrence -> reaches(occurrence, year))
                        .filter(occurrence -> !open.getOrDefault(debtor.organisationId(), List.of())
                                .contains(occurrence.label()))
                        .toList());
        if (page.size() < most) {
            opening.openedObligation(obligation.position());
        } else {
            opening.openedUpTo(page.getLast().placedAt());
        }
    }

    private static boolean reaches(Occurrence occurrence, int year) {
        return Stream.<@Nullable LocalDate>of(occurrence.lastDay(), occurrence.windowTo(), occurrence.proposedDay())
                .filter(Objects::nonNull)
                .anyMatch(day -> day.getYear() >= year);
    }

    private static int yearOf(Instant moment) {
        return Days.dayOf(moment).getYear();
    }
}
