package vn.tiendo.notifications.provider;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.tiendo.notifications.provider.Provisions.Approved;
import vn.tiendo.notifications.template.Language;

/// What holds for some organisations on one channel today. It counts what is taken of it, so that one pass does not
/// take more than there is.
public final class Terms {

    /// Why nothing can go: a code, as it stands with the message.
    public static final String NO_CONTRACT = "no-contract";

    public static final String NOT_IN_FORCE = "contract-not-in-force";
    public static final String NOT_APPROVED = "template-not-approved";
    public static final String USED_UP = "quota-used-up";

    private final Map<UUID, Contract> contracts;
    private final Map<UUID, List<Approved>> approved;
    private final Map<UUID, Integer> taken = new HashMap<>();

    record Contract(UUID id, String sender, int perDay, int left, boolean inForce) {}

    /// @param contracts by organisation
    /// @param approved by contract, the newest approval first
    Terms(Map<UUID, Contract> contracts, Map<UUID, List<Approved>> approved) {
        this.contracts = contracts;
        this.approved = approved;
    }

    /// Takes one message of the quota, where nothing is against it.
    ///
    /// @param language of who gets it; where nothing is approved in it, another one is used
    public Provision take(UUID organisation, TemplateUse use, String language) {
        var provision = find(organisation, use, language).orElseThrow();
        taken.merge(provision.contractId(), 1, Integer::sum);
        return provision;
    }

    /// Why nothing can go; empty when it can.
    public Optional<String> against(UUID organisation, TemplateUse use) {
        var contract = contracts.get(organisation);
        if (contract == null) {
            return Optional.of(NO_CONTRACT);
        }
        if (!contract.inForce()) {
            return Optional.of(NOT_IN_FORCE);
        }
        if (approvedUnder(contract).stream().noneMatch(each -> each.carries() == use)) {
            return Optional.of(NOT_APPROVED);
        }
        return contract.left() - taken.getOrDefault(contract.id(), 0) > 0 ? Optional.empty() : Optional.of(USED_UP);
    }

    Optional<Provision> find(UUID organisation, TemplateUse use, String language) {
        var contract = contracts.get(organisation);
        if (contract == null) {
            return Optional.empty();
        }
        var wanted = Language.of(language);
        return approvedUnder(contract).stream()
                .filter(each -> each.carries() == use)
                .min(Comparator.comparing(each -> each.language() != wanted))
                .map(Approved::provision);
    }

    private List<Approved> approvedUnder(Contract contract) {
        return approved.getOrDefault(contract.id(), List.of());
    }
}
