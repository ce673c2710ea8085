package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;

/// What progress knows of plans and campaigns of the other services.
@ApplicationScoped
public class KnownPlans {

    @Inject
    EntityManager entities;

    /// The fields read of `plans.plan.v1`.
    public record Plan(
            UUID id,
            UUID organisationId,
            String title,
            int year,
            @Nullable UUID parentPlanId,
            @Nullable Instant issuedAt) {
        public Plan {
            Objects.requireNonNull(id);
            Objects.requireNonNull(organisationId);
            Objects.requireNonNull(title);
        }
    }

    /// The fields read of `registrations.campaign.v1`.
    public record Campaign(
            UUID id, @Nullable Instant dueAt, @Nullable Instant closedAt) {
        public Campaign {
            Objects.requireNonNull(id);
        }
    }

    record IssuedPlan(UUID id, String title, int year) {}

    /// @return whether its year was not known before, or was another one
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean put(Plan plan) {
        var yearBefore = entities.createNativeQuery("""
            insert into known_plan (id, organisation_id, title, year, issued, parent_plan_id)
            values (?1, ?2, ?3, ?4, ?5, cast(?6 as uuid))
            on conflict (id) do update set organisation_id = excluded.organisation_id, title = excluded.title,
              year = excluded.year, issued = excluded.issued, parent_plan_id = excluded.parent_plan_id
            returning coalesce(old.year, 0)\
            """, Integer.class)
                .setParameter(1, plan.id)
                .setParameter(2, plan.organisationId)
                .setParameter(3, plan.title)
                .setParameter(4, plan.year)
                .setParameter(5, plan.issuedAt != null)
                .setParameter(6, plan.parentPlanId)
                .getSingleResult();
        return !yearBefore.equals(plan.year);
    }

    /// @return the earliest day from which the tree may decide otherwise now, when the campaign closed or opened again
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<LocalDate> put(Campaign campaign) {
        var now = Optional.ofNullable(campaign.closedAt).map(Days::dayOf);
        var before = Optional.ofNullable(closedOn(List.of(campaign.id)).get(campaign.id));
        entities.createNativeQuery("""
            insert into known_campaign (id, due_day, closed_on) values (?1, ?2, cast(?3 as date))
            on conflict (id) do update set due_day = excluded.due_day, closed_on = excluded.closed_on\
            """)
                .setParameter(1, campaign.id)
                .setParameter(2, campaign.dueAt == null ? (LocalDate) null : Part.dueDay(campaign.dueAt))
                .setParameter(3, now.orElse(null))
                .executeUpdate();
        return now.equals(before)
                ? Optional.empty()
                : Stream.concat(now.stream(), before.stream()).min(Comparator.naturalOrder());
    }

    /// @return the days on which those of these campaigns closed that are closed
    Map<UUID, LocalDate> closedOn(Collection<UUID> campaigns) {
        if (campaigns.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(
                        "select id, closed_on from known_campaign where id in (?1) and closed_on is not null",
                        Tuple.class)
                .setParameter(1, campaigns)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, LocalDate.class)));
    }

    public boolean isIssued(UUID id) {
        return findIssued(id).isPresent();
    }

    /// A plan that binds nobody yet is nobody's business here.
    Optional<IssuedPlan> findIssued(UUID id) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(
                        "select id, title, year from known_plan where id = ?1 and issued", Tuple.class)
                .setParameter(1, id)
                .getResultList();
        return rows.stream()
                .map(row -> new IssuedPlan(row.get(0, UUID.class), row.get(1, String.class), row.get(2, Integer.class)))
                .findFirst();
    }

    /// Issued plans of which something is counted at one of these places, newest year first.
    List<IssuedPlan> findIssuedAt(Collection<String> paths, int limit) {
        if (paths.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                         select k.id, k.title, k.year from known_plan k
                          where k.issued and exists (select from progress_count c
                            where c.plan_id = k.id and c.path in (?1) and c.total <> 0)
                          order by k.year desc, k.title, k.id limit ?2\
                         """, Tuple.class)
                .setParameter(1, paths)
                .setParameter(2, limit)
                .getResultList();
        return rows.stream()
                .map(row -> new IssuedPlan(row.get(0, UUID.class), row.get(1, String.class), row.get(2, Integer.class)))
                .toList();
    }
}
