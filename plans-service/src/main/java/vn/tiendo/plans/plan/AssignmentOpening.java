package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.time.Days;
import vn.tiendo.plans.assignment.AssignmentCarrying;
import vn.tiendo.plans.assignment.AssignmentCarrying.Replacement;
import vn.tiendo.plans.assignment.AssignmentService;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.DebtorRepository;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationKind.Opens;
import vn.tiendo.plans.obligation.ObligationService;

/// Opens the assignments of issued plans, one page of debtors of one obligation per pass, carries those of an amended
/// plan over to its amendment, and closes those of plans that have ended.
///
/// The page and how far it got are one transaction: a kill at any point loses nothing and repeats nothing.
@ApplicationScoped
public class AssignmentOpening implements LeaderTask {

    static final String NAME = "assignment-opening";

    /// So many assignments are made in one transaction, whatever the number of occurrences.
    private static final int BATCH = 500;

    /// Behind all paths: every debtor of an amended obligation is through, and what was passed on to others
    /// is next.
    private static final String PASSED_ON = "~";

    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    PlanRepository plans;

    @Inject
    ObligationService obligations;

    @Inject
    AssignmentService assignments;

    @Inject
    AssignmentCarrying carrying;

    @Inject
    NewcomerRepository newcomers;

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
        toClose.ifPresent(plan -> assignments.closeSome(plan.id(), reasonForClosing(plan), BATCH));
        return toClose.isPresent();
    }

    private void openSome(Plan plan) {
        var next = obligations.nextToOpen(List.of(plan.id()));
        if (next.isEmpty()) {
            var now = clock.instant();
            plan.assignmentsOpened(now);
            newcomers.noteSince(Objects.requireNonNull(plan.words().issueDate()), Days.dayOf(now), plan.id());
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
        var upTo = Objects.requireNonNullElse(obligation.openedUpTo(), "");
        if (upTo.startsWith(PASSED_ON)) {
            carryPassedOn(replacement(plan, obligation, occurrences), upTo.substring(PASSED_ON.length()));
            return;
        }
        var most =
                Math.max(1, BATCH / occurrences.apply(plan.organisationPath()).size());
        var page = debtors.page(
                obligation.debtors(),
                plan.organisationId(),
                Objects.requireNonNull(plan.words().issueDate()),
                upTo,
                most);
        if (obligation.replacesId() == null) {
            assignments.open(obligation, plan.organisationPath(), page, debtor -> occurrences.apply(debtor.path()));
        } else {
            carrying.carry(replacement(plan, obligation, occurrences), page);
        }
        if (page.size() == most) {
            obligation.openedUpTo(page.getLast().placedAt());
        } else if (obligation.replacesId() == null) {
            obligation.opened(clock.instant());
        } else {
            obligation.openedUpTo(PASSED_ON);
        }
    }

    /// @param after the last assignment that was carried; empty at first
    private void carryPassedOn(Replacement replacement, String after) {
        var obligation = replacement.obligation();
        carrying.carryPassedOn(replacement, after.isEmpty() ? FIRST : UUID.fromString(after), BATCH)
                .ifPresentOrElse(
                        last -> obligation.openedUpTo(PASSED_ON + last), () -> obligation.opened(clock.instant()));
    }

    /// What is owed passes from the amended plan's obligation to the one in its place.
    private Replacement replacement(
            Plan amendment, Obligation obligation, Function<String, List<Occurrence>> occurrences) {
        var replaced = obligations
                .find(Objects.requireNonNull(obligation.replacesId()))
                .orElseThrow();
        var before = reading.of(plans.findById(replaced.planId()), replaced);
        return new Replacement(
                replaced.id(),
                obligation,
                amendment.organisationPath(),
                debtor -> before.apply(debtor.path()),
                debtor -> occurrences.apply(debtor.path()),
                reasonOf(amendment));
    }

    private @Nullable String reasonForClosing(Plan plan) {
        var amendment = plan.ending().supersededById();
        return amendment == null ? plan.ending().recallReason() : reasonOf(plans.findById(amendment));
    }

    /// The words of the document that changes what was owed.
    private static String reasonOf(Plan amendment) {
        return "%s-%s: %s"
                .formatted(
                        amendment.words().number(),
                        amendment.words().symbol(),
                        amendment.words().title());
    }
}
