package vn.tiendo.plans.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.deadline.DeadlineFault;
import vn.tiendo.plans.deadline.DeadlineFault.Reason;
import vn.tiendo.plans.deadline.DeadlineType;
import vn.tiendo.plans.obligation.ObligationApi.ObligationContent;
import vn.tiendo.plans.obligation.ObligationProblem.CompletedWithDeadline;
import vn.tiendo.plans.obligation.ObligationProblem.CountsContradict;
import vn.tiendo.plans.obligation.ObligationProblem.DeadlineContradicts;
import vn.tiendo.plans.obligation.ObligationProblem.DeadlineIncomplete;
import vn.tiendo.plans.obligation.ObligationProblem.DebtorsUnnamed;
import vn.tiendo.plans.obligation.ObligationProblem.ObligationCodeTwice;
import vn.tiendo.plans.obligation.ObligationProblem.ObligationNotFound;
import vn.tiendo.plans.obligation.ObligationProblem.SlackContradicts;
import vn.tiendo.plans.obligation.ObligationProblem.UnknownOrganisation;

/// Keeps the obligations of plans; only plans call it.
@ApplicationScoped
public class ObligationService {

    @Inject
    ObligationRepository obligations;

    @Inject
    DebtorRepository debtors;

    @Inject
    ObligationParties parties;

    /// Replaces all obligations of a draft, after checking every one of them.
    ///
    /// @param amended the plan that the draft amends; what has the same code and kind takes the place of its own
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Obligation> replace(UUID plan, List<ObligationContent> contents, @Nullable UUID amended) {
        requireSound(contents);
        obligations.removeOf(plan);
        obligations.flush();
        var replaced = amended == null
                ? Map.<String, Obligation>of()
                : ofPlan(amended).stream().collect(Collectors.toMap(Obligation::code, each -> each));
        for (int i = 0; i < contents.size(); i++) {
            var content = contents.get(i);
            var before = replaced.get(content.code());
            obligations.persist(new Obligation(
                    plan, i, content, before != null && before.kind() == content.kind() ? before : null));
        }
        obligations.flush();
        var kept = obligations.ofPlan(plan);
        parties.keep(plan, kept);
        return kept;
    }

    /// What a plan asks for of one kind. Until the end of the transaction nobody opens assignments of it whose facts
    /// might be on their way here.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Obligation> held(UUID plan, ObligationKind kind) {
        return obligations.held(plan, kind);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void removeAll(UUID plan) {
        obligations.removeOf(plan);
    }

    /// @throws ObligationNotFound when the plan demands no such thing (404)
    @Transactional(Transactional.TxType.MANDATORY)
    public Obligation withdraw(UUID plan, UUID id) {
        var obligation = obligations
                .findByIdOptional(id)
                .filter(found -> found.planId().equals(plan))
                .orElseThrow(ObligationNotFound::new);
        obligations.delete(obligation);
        return obligation;
    }

    public List<Obligation> ofPlan(UUID plan) {
        return obligations.ofPlan(plan);
    }

    public List<Obligation> ofPlans(Collection<UUID> plans) {
        return plans.isEmpty() ? List.of() : obligations.ofPlans(plans);
    }

    public List<Obligation> pageOfPlan(UUID plan, PageRequest page) {
        return obligations.pageOfPlan(plan, page);
    }

    public List<Obligation> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : obligations.list("id in ?1", ids);
    }

    /// All that replaced one another with any of these, these included: who serves one of them serves them all.
    public List<Obligation> lineagesOf(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : obligations.lineagesOf(ids);
    }

    public Map<UUID, Obligation> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : obligations.list("id in ?1", ids).stream()
                        .collect(Collectors.toMap(Obligation::id, obligation -> obligation));
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
            requireSoundDeadline(content);
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
            add(organisations, content.adviserOrganisationId());
            if (content.coordinatorOrganisationIds() != null) {
                organisations.addAll(content.coordinatorOrganisationIds());
            }
        }
        debtors.unknownAmong(organisations).stream().sorted().findFirst().ifPresent(unknown -> {
            throw new UnknownOrganisation(unknown);
        });
    }

    private static void requireSoundDeadline(ObligationContent content) {
        var faults = content.deadline() == null
                ? List.<DeadlineFault>of()
                : content.deadline().faults();
        var missing = fields(faults, fault -> fault.reason() == Reason.MISSING);
        if (!missing.isEmpty()) {
            throw new DeadlineIncomplete(content.code(), missing);
        }
        if (!faults.isEmpty()) {
            throw new DeadlineContradicts(content.code(), fields(faults, fault -> true));
        }
        if (content.slack() != null
                && (content.deadline() == null || content.slack().contradicts())) {
            throw new SlackContradicts(content.code());
        }
        if (content.status() == Obligation.Status.COMPLETED
                && content.deadline() != null
                && content.deadline().type() != DeadlineType.COMPLETED_ON) {
            throw new CompletedWithDeadline(content.code());
        }
    }

    private static String fields(List<DeadlineFault> faults, Predicate<DeadlineFault> wanted) {
        return faults.stream().filter(wanted).map(DeadlineFault::field).collect(Collectors.joining(", "));
    }

    private static void add(HashSet<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
