package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.registrations.member.Successions;

/// Moves the members of ended organisations to the successors, in batches; those who follow them up can see what the
/// members have registered before.
@ApplicationScoped
public class MembersPassingOn implements LeaderTask {

    private static final int BATCH = 300;

    @Inject
    Successions successions;

    @Inject
    ReachRepository organisations;

    @Inject
    RegistrationRepository registrations;

    @Inject
    Outbox outbox;

    @Override
    public String name() {
        return "members-passing-on";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean pass() {
        var next = successions.next();
        if (next.isEmpty()) {
            return false;
        }
        var ended = next.get().organisationId();
        var successor = organisations.get(next.get().successorId());
        var members = successions.passSome(next.get(), BATCH);
        if (!members.isEmpty()) {
            var reviewed = registrations.reviewedBy(ended, members).stream()
                    .filter(registration -> registration.addReviewer(successor.id()))
                    .toList();
            registrations.letReview(successor, reviewed);
            outbox.addAll(Registration.STREAM, reviewed, "reviewer-added");
        }
        return true;
    }
}
