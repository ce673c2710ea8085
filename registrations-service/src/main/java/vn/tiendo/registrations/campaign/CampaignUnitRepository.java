package vn.tiendo.registrations.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The organisations that owe campaigns.
@ApplicationScoped
public class CampaignUnitRepository implements PanacheRepositoryBase<CampaignUnit, UUID> {

    /// Not complete, and neither gives its members to another unit nor gets those of one just now.
    private static final String TO_WRITE = "u.rosterFrozenAt is null and u.closedAt is null"
            + " and u.organisationPath is not null and not exists (select 1 from CampaignUnit p"
            + " where p.passedAt is null and (p.passedToId = u.id or p.id = u.passedFromId))";

    /// What an assignment says of its organisation; ids only, nothing needs to be known of them yet.
    record Owed(
            UUID assignmentId,
            UUID planId,
            UUID obligationId,
            String occurrence,
            UUID organisationId,
            @Nullable LocalDate opensOn,
            @Nullable Instant dueAt,
            @Nullable Instant closedAt,
            @Nullable Instant waivedAt,
            @Nullable UUID passedToId,
            @Nullable UUID passedFromId) {}

    /// From when to when the units of a campaign owe it.
    record Window(@Nullable LocalDate from, @Nullable Instant until) {}

    void put(Owed owed) {
        getEntityManager()
                .createNativeQuery("""
                    insert into campaign_unit (id, plan_id, obligation_id, occurrence, organisation_id, opens_on,
                      due_at, closed_at, passed_to_id, passed_from_id, waived_at)
                    values (?1, ?2, ?3, ?4, ?5, cast(?6 as date), cast(?7 as timestamptz), cast(?8 as timestamptz),
                      cast(?9 as uuid), cast(?10 as uuid), cast(?11 as timestamptz))
                    on conflict (id) do update set plan_id = excluded.plan_id, obligation_id = excluded.obligation_id,
                      occurrence = excluded.occurrence, opens_on = excluded.opens_on, due_at = excluded.due_at,
                      closed_at = excluded.closed_at, passed_to_id = excluded.passed_to_id,
                      passed_from_id = excluded.passed_from_id, waived_at = excluded.waived_at, version = campaign_unit.version + 1,
                      dates_pending = campaign_unit.dates_pending
                        or campaign_unit.obligation_id <> excluded.obligation_id
                        or campaign_unit.due_at is distinct from excluded.due_at
                        or campaign_unit.opens_on is distinct from excluded.opens_on""")
                .setParameter(1, owed.assignmentId)
                .setParameter(2, owed.planId)
                .setParameter(3, owed.obligationId)
                .setParameter(4, owed.occurrence)
                .setParameter(5, owed.organisationId)
                .setParameter(6, owed.opensOn)
                .setParameter(7, owed.dueAt)
                .setParameter(8, owed.closedAt)
                .setParameter(9, owed.passedToId)
                .setParameter(10, owed.passedFromId)
                .setParameter(11, owed.waivedAt)
                .executeUpdate();
    }

    /// Gives paths to rows whose organisation was not known when they came.
    void fillPaths(int limit) {
        for (var table : List.of("campaign_unit", "campaign")) {
            getEntityManager()
                    .createNativeQuery("""
                        update %1$s t set organisation_path = o.path, version = t.version + 1
                          from reach_organisation o
                         where o.id = t.organisation_id and t.organisation_path is null
                           and t.id in (select u.id from %1$s u join reach_organisation r on r.id = u.organisation_id
                                         where u.organisation_path is null limit ?1)""".formatted(table))
                    .setParameter(1, limit)
                    .executeUpdate();
        }
    }

    /// Units that came before their campaign, or belong to an occurrence that has none yet.
    List<CampaignUnit> withoutCampaign(int limit) {
        return find("from CampaignUnit u where u.campaignId is null"
                        + " and exists (select 1 from Campaign c where c.obligationId = u.obligationId)"
                        + " order by u.occurrence, u.id")
                .range(0, limit - 1)
                .list();
    }

    Window windowOf(UUID campaign) {
        var row = getEntityManager()
                .createQuery(
                        "select min(u.opensOn), max(u.dueAt) from CampaignUnit u where u.campaignId = :campaign",
                        Tuple.class)
                .setParameter("campaign", campaign)
                .getSingleResult();
        return new Window(row.get(0, LocalDate.class), row.get(1, Instant.class));
    }

    /// Units of open campaigns whose roster is not complete; one that was begun comes first.
    public List<CampaignUnit> toFreeze(int limit) {
        return find(
                        "from CampaignUnit u where " + TO_WRITE
                                + " and exists (select 1 from Campaign c where c.id = u.campaignId and c.status = ?1)"
                                + " order by u.rosterCursor nulls last, u.id",
                        CampaignStatus.OPEN)
                .range(0, limit - 1)
                .list();
    }

    /// The unit that an organisation is in a campaign; the newest when its assignment was passed on to it.
    Optional<CampaignUnit> find(UUID campaign, UUID organisation) {
        return find(
                        "campaignId = ?1 and organisationId = ?2 order by closedAt desc nulls first, id desc",
                        campaign,
                        organisation)
                .range(0, 0)
                .firstResultOptional();
    }

    /// Whether the roster of a unit waits to be written down, or is written just now.
    boolean rosterIsBeingWritten(UUID campaign) {
        return count("from CampaignUnit u where u.campaignId = ?1 and " + TO_WRITE, campaign) > 0;
    }

    boolean allFrozen(UUID campaign) {
        return count("campaignId = ?1 and rosterFrozenAt is null and closedAt is null", campaign) == 0;
    }

    /// A unit whose assignment was transferred and whose roster is complete, when its taker is known.
    public Optional<CampaignUnit> nextToPass() {
        return find("from CampaignUnit u where u.passedToId is not null and u.passedAt is null"
                        + " and u.rosterFrozenAt is not null and exists (select 1 from CampaignUnit t"
                        + " where t.id = u.passedToId and t.campaignId is not null and t.organisationPath is not null)"
                        + " order by u.id")
                .range(0, 0)
                .firstResultOptional();
    }

    public CampaignUnit takerOf(CampaignUnit passing) {
        return findById(passing.passedToId());
    }

    public Optional<CampaignUnit> nextToDate() {
        return find("from CampaignUnit u where u.datesPending and u.campaignId is not null order by u.id")
                .range(0, 0)
                .firstResultOptional();
    }
}
