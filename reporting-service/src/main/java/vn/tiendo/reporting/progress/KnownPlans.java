package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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

    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Plan plan) {
        entities.createNativeQuery("""
                        insert into known_plan (id, organisation_id, title, year, issued) values (?1, ?2, ?3, ?4, ?5)
                        on conflict (id) do update set organisation_id = excluded.organisation_id,
                          title = excluded.title, year = excluded.year, issued = excluded.issued""")
                .setParameter(1, plan.id)
                .setParameter(2, plan.organisationId)
                .setParameter(3, plan.title)
                .setParameter(4, plan.year)
                .setParameter(5, plan.issuedAt != null)
                .executeUpdate();
    }

    /// @return whether the day on which it closed is another one now
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean put(Campaign campaign) {
        var closedOn = campaign.closedAt == null ? null : Days.dayOf(campaign.closedAt);
        var before = closedOn(campaign.id);
        entities.createNativeQuery("""
                        insert into known_campaign (id, due_day, closed_on) values (?1, ?2, cast(?3 as date))
                        on conflict (id) do update set due_day = excluded.due_day, closed_on = excluded.closed_on""")
                .setParameter(1, campaign.id)
                .setParameter(2, campaign.dueAt == null ? (LocalDate) null : Part.dueDay(campaign.dueAt))
                .setParameter(3, closedOn)
                .executeUpdate();
        return !Objects.equals(before, closedOn);
    }

    private @Nullable LocalDate closedOn(UUID campaign) {
        @SuppressWarnings("unchecked")
        List<LocalDate> found = entities.createNativeQuery(
                        "select closed_on from known_campaign where id = ?1 and closed_on is not null", LocalDate.class)
                .setParameter(1, campaign)
                .getResultList();
        return found.isEmpty() ? null : found.getFirst();
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
}
