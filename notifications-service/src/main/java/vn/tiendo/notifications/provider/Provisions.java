package vn.tiendo.notifications.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.notifications.preference.ChannelKind;
import vn.tiendo.notifications.provider.Terms.Contract;
import vn.tiendo.notifications.template.Language;

/// Finds by what messages may go: for many organisations at once, in two statements.
@ApplicationScoped
public class Provisions {

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    record Approved(TemplateUse carries, Language language, Provision provision) {}

    /// What holds today for each of the organisations.
    @Transactional
    public Terms of(ChannelKind channel, Collection<UUID> organisations) {
        var contracts = contractsOf(channel, organisations);
        return new Terms(contracts, approvedUnder(contracts.values()));
    }

    /// A code is brought before anybody knows to which organisation a number belongs, so it goes under the
    /// contract that stands highest in the tree.
    @Transactional
    public Optional<Provision> forCodes(ChannelKind channel) {
        var contracts = rows("""
                        select c.id, c.id, c.sender, c.per_day, coalesce(q.used, 0), true
                          from provider_contract c left join channel_quota q on q.name = cast(c.id as text) and q.day = :day
                         where c.channel = :channel and c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day)
                           and coalesce(q.used, 0) < c.per_day
                           and exists (select 1 from provider_template t
                                 where t.contract_id = c.id and t.carries = 'CODE' and t.state = 'APPROVED')
                         order by length(c.organisation_path), c.valid_from desc, c.id desc limit 1""", channel, null);
        var terms = new Terms(contracts, approvedUnder(contracts.values()));
        return contracts.keySet().stream().findFirst().flatMap(highest -> terms.find(highest, TemplateUse.CODE, "vi"));
    }

    /// The nearest contract that is in force; where none is, the nearest that was or will be.
    private Map<UUID, Contract> contractsOf(ChannelKind channel, Collection<UUID> organisations) {
        return rows("""
                        select distinct on (o.id) o.id, c.id, c.sender, c.per_day, coalesce(q.used, 0),
                               c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day)
                          from reach_organisation o
                          join provider_contract c on c.channel = :channel and starts_with(o.path, c.organisation_path)
                          left join channel_quota q on q.name = cast(c.id as text) and q.day = :day
                         where o.id = any(:organisations)
                         order by o.id, (c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day)) desc,
                                  length(c.organisation_path) desc, c.valid_from desc, c.id desc""", channel, organisations);
    }

    private Map<UUID, Contract> rows(String sql, ChannelKind channel, @Nullable Collection<UUID> organisations) {
        var query = entities.createNativeQuery(sql, Tuple.class)
                .setParameter("channel", channel.name())
                .setParameter("day", Days.dayOf(clock.instant()));
        if (organisations != null) {
            query.setParameter("organisations", Set.copyOf(organisations).toArray(UUID[]::new));
        }
        var contracts = new HashMap<UUID, Contract>();
        for (var each : query.getResultList()) {
            var row = (Tuple) each;
            contracts.put(
                    row.get(0, UUID.class),
                    new Contract(
                            row.get(1, UUID.class),
                            row.get(2, String.class),
                            row.get(3, Integer.class),
                            row.get(3, Integer.class) - row.get(4, Integer.class),
                            row.get(5, Boolean.class)));
        }
        return contracts;
    }

    /// By contract, the newest approval first.
    private Map<UUID, List<Approved>> approvedUnder(Collection<Contract> contracts) {
        var inForce = contracts.stream()
                .filter(Contract::inForce)
                .collect(Collectors.toMap(Contract::id, contract -> contract, (one, same) -> one));
        if (inForce.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                        select contract_id, carries, language, external_id, text, parameters from provider_template
                         where contract_id = any(?1) and state = 'APPROVED' order by state_at desc, id desc""", Tuple.class)
                .setParameter(1, inForce.keySet().toArray(UUID[]::new))
                .getResultList();
        var approved = new HashMap<UUID, List<Approved>>();
        for (var row : rows) {
            var contract = Objects.requireNonNull(inForce.get(row.get(0, UUID.class)));
            approved.computeIfAbsent(contract.id(), none -> new ArrayList<>())
                    .add(new Approved(
                            TemplateUse.valueOf(row.get(1, String.class)),
                            Language.valueOf(row.get(2, String.class)),
                            new Provision(
                                    contract.id(),
                                    contract.sender(),
                                    contract.perDay(),
                                    row.get(3, String.class),
                                    row.get(4, String.class),
                                    ParametersText.read(row.get(5, String.class)))));
        }
        return approved;
    }
}
