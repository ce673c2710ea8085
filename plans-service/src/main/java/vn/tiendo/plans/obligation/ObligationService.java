package vn.tiendo.plans.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.obligation.ObligationApi.ObligationContent;
import vn.tiendo.plans.obligation.ObligationProblem.CountsContradict;
import vn.tiendo.plans.obligation.ObligationProblem.DeadlineIncomplete;
import vn.tiendo.plans.obligation.ObligationProblem.DebtorsUnnamed;
import vn.tiendo.plans.obligation.ObligationProblem.ObligationCodeTwice;
import vn.tiendo.plans.obligation.ObligationProblem.UnknownOrganisation;

/// Keeps the obligations of plans; only plans call it.
@ApplicationScoped
public class ObligationService {

    @Inject
    ObligationRepository obligations;

    @Inject
    DebtorRepository debtors;

    /// Replaces all obligations of a draft, after checking every one of them.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Obligation> replace(UUID plan, List<ObligationContent> contents) {
        requireSound(contents);
        obligations.removeOf(plan);
        obligations.flush();
        for (int i = 0; i < contents.size(); i++) {
            obligations.persist(new Obligation(plan, i, contents.get(i)));
        }
        obligations.flush();
        return obligations.ofPlan(plan);
    }

    public List<Obligation> ofPlan(UUID plan) {
        return obligations.ofPlan(plan);
    }

    public List<Obligation> pageOfPlan(UUID plan, PageRequest page) {
        return obligations.pageOfPlan(plan, page);
    }

    public Optional<Obligation> find(UUID id) {
        return obligations.findByIdOptional(id);
    }

    public Optional<Obligation> nextToOpen(Collection<UUID> plans) {
        return plans.isEmpty() ? Optional.empty() : obligations.nextToOpen(plans);
    }

    private void requireSound(List<ObligationContent> contents) {
        var codes = new HashSet<String>();
        var organisations = new HashSet<UUID>();
        for (var content : contents) {
            if (!codes.add(content.code())) {
                throw new ObligationCodeTwice(content.code());
            }
            if (content.deadline() != null && !content.deadline().faults().isEmpty()) {
                throw new DeadlineIncomplete(
                        content.code(), String.join(", ", content.deadline().faults()));
            }
            if (content.counts() != null && content.counts().contradict()) {
                throw new CountsContradict(content.code());
            }
            for (var group : content.debtors().anyOf()) {
                if (group.isByName() == group.isByKind()) {
                    throw new DebtorsUnnamed(content.code());
                }
                if (group.organisations() != null) {
                    organisations.addAll(group.organisations());
                }
                add(organisations, group.under());
            }
            organisations.addAll(content.debtors().except());
            add(organisations, content.recipientOrganisationId());
            add(organisations, content.viaOrganisationId());
        }
        debtors.unknownAmong(organisations).stream().sorted().findFirst().ifPresent(unknown -> {
            throw new UnknownOrganisation(unknown);
        });
    }

    private static void add(HashSet<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
