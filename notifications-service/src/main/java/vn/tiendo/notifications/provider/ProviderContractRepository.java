package vn.tiendo.notifications.provider;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.preference.ChannelKind;
import vn.tiendo.notifications.provider.ProviderProblem.ContractNotFound;

@ApplicationScoped
class ProviderContractRepository implements PanacheRepositoryBase<ProviderContract, UUID> {

    @Produces
    @Singleton
    KeptPaths pathsOfContracts() {
        return new KeptPaths("provider_contract", "organisation_path");
    }

    /// @throws ContractNotFound when there is none, or none in reach (404)
    ProviderContract get(UUID id, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        return find("id = :id and " + reach.condition("organisationPath"), parameters)
                .firstResultOptional()
                .orElseThrow(ContractNotFound::new);
    }

    List<ProviderContract> list(Reach reach, @Nullable ChannelKind channel, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)));
        var where = new StringBuilder(reach.condition("organisationPath")).append(" and id > :after");
        if (channel != null) {
            where.append(" and channel = :channel");
            parameters.put("channel", channel);
        }
        return find("where " + where + " order by id", parameters)
                .page(0, page.lookFor())
                .list();
    }
}
