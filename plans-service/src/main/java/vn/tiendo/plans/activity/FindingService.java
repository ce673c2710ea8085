package vn.tiendo.plans.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.activity.ActivityApi.FindingCounts;
import vn.tiendo.plans.activity.ActivityApi.FollowUp;
import vn.tiendo.plans.activity.ActivityApi.Inspection;
import vn.tiendo.plans.activity.ActivityApi.NewFinding;
import vn.tiendo.plans.activity.ActivityProblem.FindingNotFound;
import vn.tiendo.plans.activity.ActivityProblem.FindingsFollowedUp;
import vn.tiendo.plans.activity.FindingRepository.FindingFilter;

/// Keeps what inspections found until a re-inspection closes or carries it.
@ApplicationScoped
class FindingService {

    @Inject
    FindingRepository findings;

    @Inject
    ActivityRepository activities;

    @Inject
    ReachRepository reach;

    @Inject
    Outbox outbox;

    List<Finding> list(Reach readable, FindingFilter filter, PageRequest page) {
        return findings.list(readable, filter, page);
    }

    /// Takes in what an inspection that was held has found, and what it says of earlier findings.
    @Transactional(Transactional.TxType.MANDATORY)
    void take(Activity inspection, Inspection content, Actor actor, Reach readable, Instant now) {
        for (var found : Objects.requireNonNullElse(content.findings(), List.<NewFinding>of())) {
            var about = reach.get(found.organisationId());
            findings.persist(new Finding(inspection, about, found.text(), found.dueDay(), now));
        }
        var followUps = Objects.requireNonNullElse(content.followUps(), List.<FollowUp>of());
        var earlier =
                findings
                        .toSettle(followUps.stream().map(FollowUp::findingId).collect(Collectors.toSet()), readable)
                        .stream()
                        .collect(Collectors.toMap(Finding::id, Function.identity()));
        var touched = new LinkedHashSet<UUID>();
        for (var followUp : followUps) {
            var finding = earlier.get(followUp.findingId());
            if (finding == null) {
                throw new FindingNotFound(followUp.findingId());
            }
            // whoever is inspected never settles what was found about it
            actor.require(
                    finding.inspectionPath(), ActivityService.FIRST_WRITER, ActivityService.writers(inspection.kind()));
            settle(finding, inspection, followUp, now);
            touched.add(finding.inspectionId());
        }
        count(inspection);
        announce(touched);
    }

    private void settle(Finding finding, Activity inspection, FollowUp followUp, Instant now) {
        if (followUp.outcome() == FollowUp.Outcome.CLOSED) {
            finding.close(inspection, followUp.note(), now);
        } else {
            var until = Objects.requireNonNull(followUp.dueDay());
            findings.persist(finding.carry(inspection, until, followUp.note(), now));
        }
    }

    /// The inspection is cancelled: what it found is withdrawn, and what it settled is open again.
    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(Activity inspection) {
        var own = findings.ofInspection(inspection.id());
        if (own.stream().anyMatch(finding -> finding.settledBy() != null)) {
            throw new FindingsFollowedUp();
        }
        own.forEach(Finding::withdraw);
        var settled = findings.settledBy(inspection.id());
        settled.forEach(Finding::reopen);
        count(inspection);
        announce(settled.stream().map(Finding::inspectionId).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private void count(Activity inspection) {
        var all = findings.ofInspection(inspection.id());
        inspection.found(new FindingCounts(
                of(all, Finding.Status.OPEN), of(all, Finding.Status.CLOSED), of(all, Finding.Status.CARRIED)));
    }

    private static int of(List<Finding> all, Finding.Status status) {
        return (int) all.stream().filter(finding -> finding.status() == status).count();
    }

    private void announce(Set<UUID> earlierInspections) {
        for (var id : earlierInspections) {
            var earlier = activities.findById(id);
            count(earlier);
            outbox.add(Activity.STREAM, earlier, "followed-up");
        }
    }
}
