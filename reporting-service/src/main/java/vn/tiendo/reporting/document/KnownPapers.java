package vn.tiendo.reporting.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is published of plans, kept for their papers and for reports that refer to them.
@ApplicationScoped
public class KnownPapers {

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    /// The fields read of `plans.plan.v1`.
    public record Plan(
            UUID id,
            UUID organisationId,
            @Nullable String type,
            @Nullable String number,
            @Nullable String symbol,
            @Nullable LocalDate issueDate,
            String title,
            int year,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            @Nullable UUID submittedToOrganisationId,
            @Nullable UUID submittedViaOrganisationId,
            @Nullable Instant submittedAt,
            @Nullable Instant issuedAt,
            @Nullable Instant deletedAt,
            @Nullable String status,
            @Nullable List<Demand> obligations) {

        private static final Set<String> ENDS = Set.of("CLOSED", "RECALLED", "SUPERSEDED");

        public Plan {
            Objects.requireNonNull(id);
            Objects.requireNonNull(organisationId);
            Objects.requireNonNull(title);
        }

        /// Whether it binds nobody any more, and is kept as it was.
        boolean isOver() {
            return status != null && ENDS.contains(status);
        }
    }

    public record Demand(
            @Nullable String code,
            String kind,
            @Nullable String form,
            @Nullable String tier,
            @Nullable String subject,
            @Nullable UUID recipientOrganisationId,
            @Nullable Integer minCount,
            @Nullable Integer maxCount,
            @Nullable Integer targetCount,
            @Nullable String unit,
            @Nullable Deadline deadline) {
        public Demand {
            Objects.requireNonNull(kind);
        }
    }

    /// @param raw the words of the document
    public record Deadline(@Nullable String raw) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Plan plan) {
        if (plan.deletedAt != null) {
            forget(plan.id);
            return;
        }
        var sent = plan.submittedAt != null;
        entities.createNativeQuery("""
            insert into plan_paper (plan_id, organisation_id, sent_to_id, sent_via_id, issued, state)
            values (?1, ?2, cast(?3 as uuid), cast(?4 as uuid), ?5, ?6)
            on conflict (plan_id) do update set organisation_id = excluded.organisation_id,
              sent_to_id = excluded.sent_to_id, sent_via_id = excluded.sent_via_id,
              issued = excluded.issued, state = excluded.state\
            """)
                .setParameter(1, plan.id)
                .setParameter(2, plan.organisationId)
                .setParameter(3, sent ? plan.submittedToOrganisationId : null)
                .setParameter(4, sent ? plan.submittedViaOrganisationId : null)
                .setParameter(5, plan.issuedAt != null)
                .setParameter(6, write(plan))
                .executeUpdate();
    }

    /// A draft that was deleted leaves no paper.
    private void forget(UUID plan) {
        for (var sql : List.of(
                "delete from plan_paper where plan_id = ?1", "delete from filled_in_paper where document_id = ?1")) {
            entities.createNativeQuery(sql).setParameter(1, plan).executeUpdate();
        }
    }

    /// @param id of the plan that something else refers to; whether the reader may open it does not matter
    Optional<Plan> find(UUID id) {
        @SuppressWarnings("unchecked")
        List<String> states = entities.createNativeQuery(
                        "select state from plan_paper where plan_id = ?1", String.class)
                .setParameter(1, id)
                .getResultList();
        return states.stream().findFirst().map(this::read);
    }

    /// @throws DocumentProblem.PlanPaperNotFound when there is none or the sight does not reach it (404)
    Plan get(UUID id, PlanSight sight) {
        var parameters = new HashMap<String, Object>();
        sight.bind(parameters);
        parameters.put("plan", id);
        var query = entities.createNativeQuery(
                "select p.state from plan_paper p join reach_organisation o on o.id = p.organisation_id"
                        + " where p.plan_id = :plan and " + sight.condition(),
                String.class);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<String> states = query.getResultList();
        return states.stream().findFirst().map(this::read).orElseThrow(DocumentProblem.PlanPaperNotFound::new);
    }

    private String write(Plan plan) {
        try {
            return json.writeValueAsString(plan);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    private Plan read(String state) {
        try {
            return json.readValue(state, Plan.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
