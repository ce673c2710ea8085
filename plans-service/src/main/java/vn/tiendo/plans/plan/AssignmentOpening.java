package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.plans.assignment.AssignmentService;
import vn.tiendo.plans.obligation.DebtorRepository;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationKind.Opens;
import vn.tiendo.plans.obligation.ObligationService;

/// Opens the assignments of issued plans, one page of debtors of one obligation per pass, and closes those of closed
/// plans.
///
/// The page and how far it got are one transaction: a kill at any point loses nothing and repeats nothing.
@ApplicationScoped
public class AssignmentOpening implements LeaderTask {

    static final String NAME = "assignment-opening";

    /// So many assignments are made in one transaction, whatever the number of occurrences.
    private static final int BATCH = 500;

    @Inject
    PlanRepository plans;

    @Inject
    ObligationService obligations;

    @Inject
    AssignmentService assignments;

    @Inject
    DebtorRepository debtors;

    @Inject
    DeadlineReading reading;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean pass() {
        var toOpen = plans.nextToOpen();
        if (toOpen.isPresent()) {
            openSome(toOpen.get());
            return true;
        }
        var toClose = plans.nextToClose();
        toClose.ifPresent(plan -> assignments.closeSome(plan.id(), plan.ending().recallReason(), BATCH));
        return toClose.isPresent();
    }

    private void openSome(Plan plan) {
        var next = obligations.nextToOpen(List.of(plan.id()));
        if (next.isEmpty()) {
            plan.assignmentsOpened(clock.instant());
            return;
        }
        var obligation = next.get();
        if (obligation.opens() != Opens.ASSIGNMENT && obligation.opens() != Opens.CAMPAIGN) {
            obligation.opened(clock.instant());
            return;
        }
        openPage(plan, obligation);
    }

    private void openPage(Plan plan, Obligation obligation) {
        var occurrences = reading.toStore(plan, obligation);
        var most =
                Math.max(1, BATCH / occurrences.apply(plan.organisationPath()).size());
        var page = debtors.page(
                obligation.debtors(),
                plan.organisationId(),
                Objects.requireNonNull(plan.issueDate()),
                Objects.requireNonNullElse(obligation.openedUpTo(), ""),
                most);
        assignments.open(obligation, plan.organisationPath(), page, debtor -> occurrences.apply(debtor.path()));
        if (page.size() < most) {
            obligation.opened(clock.instant());
        } else {
            obligation.openedUpTo(page.getLast().path());
        }
    }
}
