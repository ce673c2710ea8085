package vn.tiendo.registrations.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.tiendo.kit.reach.ReachRepository;

/// Lets the members of an organisation that has ended pass on to its successor.
@ApplicationScoped
public class Successions {

    @Inject
    SuccessionRepository successions;

    @Inject
    ReachRepository organisations;

    @Inject
    Clock clock;

    /// Of members whose memberships have changed: whoever belongs to an ended organisation beyond its end passes on
    /// too, though all that were there before have passed on.
    @Transactional(Transactional.TxType.MANDATORY)
    public void noteLatecomers(List<UUID> members) {
        successions.noteLatecomers(members);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Succession> next() {
        successions.takeLatecomers();
        return successions.next();
    }

    /// Moves a bounded number of members; the succession is complete once fewer are left than asked for.
    ///
    /// @return who moved
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> passSome(Succession succession, int limit) {
        var successor = organisations.get(succession.successorId());
        var members = successions.leftBehind(succession, limit);
        for (var member : members) {
            member.belong(Memberships.passedOn(
                    member.memberships(),
                    succession.organisationId(),
                    succession.endedOn(),
                    successor.id(),
                    successor.path()));
        }
        if (members.size() < limit) {
            succession.complete(clock.instant());
        }
        return members.stream().map(Member::id).toList();
    }
}
