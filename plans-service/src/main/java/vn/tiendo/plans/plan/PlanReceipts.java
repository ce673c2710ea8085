package vn.tiendo.plans.plan;

import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.plan.PlanApi.ReceiptCount;
import vn.tiendo.plans.plan.PlanApi.ReceiptView;
import vn.tiendo.plans.plan.PlanProblem.NotBound;
import vn.tiendo.plans.plan.PlanProblem.WrongPlanStatus;

/// Who has acknowledged the receipt of an issued plan, and who has not yet. An amendment is a plan of its own and asks
/// anew.
@ApplicationScoped
class PlanReceipts {

    @Inject
    PlanChanges changes;

    @Inject
    BoundObligations bound;

    @Inject
    BindingRepository bindings;

    @Inject
    ObligationService obligations;

    @Inject
    ReachRepository reach;

    @Inject
    EntityManager entities;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// A receipt of a list and where it stands in it.
    record Listed(ReceiptView receipt, String path) {}

    /// Acknowledging twice changes nothing: the first receipt stands.
    @Transactional
    ReceiptView acknowledge(UUID id, UUID organisationId, Actor actor) {
        var plan = changes.get(id, actor);
        var organisation = reach.get(organisationId);
        var post = speaksFor(organisation, actor);
        if (plan.status() != PlanStatus.ISSUED) {
            throw new WrongPlanStatus(plan.status(), PlanStatus.ISSUED);
        }
        if (!isListed(plan, organisation)) {
            requireBound(plan, organisation);
        }
        if (receive(plan, organisation, actor, post)) {
            audit.record(actor, post, "acknowledge-receipt", "plan", id, null, organisationId);
        }
        return one(plan, organisation);
    }

    /// Only those who hold a post at the organisation itself speak for it, not those above.
    private static HeldPost speaksFor(KnownOrganisation organisation, Actor actor) {
        return actor.posts().stream()
                .filter(post -> post.organisationId().equals(organisation.id())
                        && (post.role() == COMMITTEE_OFFICER
                                || post.role() == CELL_SECRETARY
                                || post.role() == COMMITTEE_LEADER))
                .findFirst()
                .orElseThrow(() -> new KitProblem.RoleRequired("committee-officer, cell-secretary, committee-leader"));
    }

    private boolean isListed(Plan plan, KnownOrganisation organisation) {
        return !entities.createNativeQuery(
                        "select 1 from plan_receipt where plan_id = :plan and organisation_id = :organisation")
                .setParameter("plan", plan.id())
                .setParameter("organisation", organisation.id())
                .getResultList()
                .isEmpty();
    }

    /// The background has not come to the organisation yet, or it appeared after the plan was issued.
    private void requireBound(Plan plan, KnownOrganisation organisation) {
        var binding = bound.among(obligations.ofPlan(plan.id()), organisation);
        if (binding.isEmpty()) {
            throw new NotBound();
        }
        bindings.list(plan.id(), organisation);
    }

    private boolean receive(Plan plan, KnownOrganisation organisation, Actor actor, HeldPost post) {
        return entities.createNativeQuery("""
                        with come as (
                          update plan_receipt set received_at = :now, received_by = :actor, post_id = :post,
                            plan_version = :version
                           where plan_id = :plan and organisation_id = :organisation and received_at is null
                          returning 1)
                        update plan_receipt_tally set received = received + 1
                         where plan_id = :plan and exists (select 1 from come)""")
                        .setParameter("now", clock.instant())
                        .setParameter("actor", actor.id())
                        .setParameter("post", post.id())
                        .setParameter("version", plan.version())
                        .setParameter("plan", plan.id())
                        .setParameter("organisation", organisation.id())
                        .executeUpdate()
                > 0;
    }

    private ReceiptView one(Plan plan, KnownOrganisation organisation) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(
                        RECEIPT + " where t.plan_id = :plan and t.organisation_id = :organisation", Tuple.class)
                .setParameter("plan", plan.id())
                .setParameter("organisation", organisation.id())
                .getResultList();
        return view(rows.getFirst());
    }

    private static final String RECEIPT = """
            select t.plan_id, t.organisation_id, r.code, r.name, t.received_at, t.post_id, t.plan_version,
                   t.organisation_path
              from plan_receipt t join reach_organisation r on r.id = t.organisation_id""";

    /// The organisations that a plan binds and that the reader may see, in the order of the tree.
    ///
    /// @param received only those that have acknowledged, or only those that have not
    List<Listed> list(UUID id, @Nullable Boolean received, Actor actor, PageRequest page) {
        var plan = changes.get(id, actor);
        var parameters = new HashMap<String, Object>();
        var where = " where t.plan_id = :plan and t.organisation_path > :after and "
                + CoverageReading.visible(plan, actor, "t.organisation_path", parameters)
                + (received == null ? "" : received ? " and t.received_at is not null" : " and t.received_at is null")
                + " order by t.organisation_path limit :most";
        var query = entities.createNativeQuery(RECEIPT + where, Tuple.class);
        parameters.forEach(query::setParameter);
        query.setParameter("plan", id)
                .setParameter("after", page.after().map(Cursor::key).orElse(""))
                .setParameter("most", page.lookFor());
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Listed(view(row), row.get(7, String.class)))
                .toList();
    }

    ReceiptCount count(UUID id, Actor actor) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(
                        "select bound, received, complete from plan_receipt_tally where plan_id = :plan", Tuple.class)
                .setParameter("plan", changes.get(id, actor).id())
                .getResultList();
        return rows.stream()
                .map(row -> new ReceiptCount(
                        row.get(0, Integer.class),
                        row.get(1, Integer.class),
                        row.get(0, Integer.class) - row.get(1, Integer.class),
                        row.get(2, Boolean.class)))
                .findFirst()
                .orElse(new ReceiptCount(0, 0, 0, false));
    }

    private static ReceiptView view(Tuple row) {
        return new ReceiptView(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, Instant.class),
                row.get(5, UUID.class),
                row.get(6, Long.class));
    }
}
