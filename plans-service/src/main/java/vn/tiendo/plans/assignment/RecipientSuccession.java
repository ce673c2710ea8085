package vn.tiendo.plans.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.organisation.Ending;
import vn.tiendo.plans.organisation.PassingOn;

/// What is still owed to an ended organisation, or through it, is owed to or through its successor.
@ApplicationScoped
class RecipientSuccession implements PassingOn {

    @Inject
    AssignmentRepository assignments;

    @Inject
    ObligationService obligations;

    @Inject
    AssignmentHistory history;

    @Inject
    Outbox outbox;

    @Override
    public String what() {
        return "openRecipients";
    }

    @Override
    public long count(Collection<UUID> ending) {
        return assignments.countOwedTo(ending);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public int passOn(Ending ending, int most) {
        var ended = ending.organisationId();
        var owed = assignments.owedTo(ended, most);
        if (owed.isEmpty()) {
            return 0;
        }
        var demands =
                obligations.byId(owed.stream().map(Assignment::obligationId).collect(Collectors.toSet()));
        var parents = assignments.parentsOf(
                owed.stream().map(Assignment::organisationId).collect(Collectors.toSet()));
        for (var assignment : owed) {
            var demand = demands.get(assignment.obligationId());
            var toParent = demand != null && demand.recipientIsParent();
            var recipient = toParent
                    ? parents.getOrDefault(
                            assignment.organisationId(), ending.successor().id())
                    : ending.successor().id();
            assignment.redirect(
                    ended,
                    recipient.equals(ended) ? ending.successor().id() : recipient,
                    ending.successor().id());
        }
        assignments.flush();
        assignments.followParties(owed.stream().map(Assignment::id).toList());
        history.note("restructuring", owed, "redirected");
        outbox.addAll(Assignment.STREAM, owed, "redirected");
        return owed.size();
    }
}
