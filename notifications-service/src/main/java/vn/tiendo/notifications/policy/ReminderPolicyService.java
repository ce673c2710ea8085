package vn.tiendo.notifications.policy;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.policy.PolicyApi.NewPolicy;
import vn.tiendo.notifications.policy.PolicyApi.PolicyChange;
import vn.tiendo.notifications.policy.PolicyApi.PolicyEnding;
import vn.tiendo.notifications.policy.PolicyApi.PolicyView;
import vn.tiendo.notifications.policy.PolicyProblem.PolicyNotFound;
import vn.tiendo.notifications.tree.Lineage;
import vn.tiendo.notifications.tree.Sight;

/// Keeps the policies of organisations. How one is reminded is read by everybody who may be; it is set by leaders
/// and administrators.
@ApplicationScoped
class ReminderPolicyService {

    @Inject
    ReminderPolicyRepository policies;

    @Inject
    LadderChanges changes;

    @Inject
    ReachRepository organisations;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// @throws PolicyNotFound when absent or made neither within reach nor above it (404)
    ReminderPolicy get(UUID id, Actor actor) {
        return policies.find(id, Sight.of(actor)).orElseThrow(PolicyNotFound::new);
    }

    /// @param organisation only what can hold for this one: its own policies and those above it
    List<ReminderPolicy> list(
            Actor actor, @Nullable UUID organisation, @Nullable String kind, @Nullable LocalDate on, PageRequest page) {
        var lineage = organisation == null
                ? null
                : Lineage.of(
                        organisations.get(organisation, Sight.reachOf(actor)).path());
        return policies.list(Sight.of(actor), lineage, kind, on, page);
    }

    @Transactional
    ReminderPolicy make(NewPolicy content, Actor actor) {
        var organisation = organisations.get(content.organisationId(), Sight.reachOf(actor));
        var post = actor.require(organisation.path(), COMMITTEE_LEADER, ADMINISTRATOR);
        var now = clock.instant();
        var policy = new ReminderPolicy(organisation, content, Days.dayOf(now), now);
        policies.persistAndFlush(policy);
        changes.request(organisation.path(), true);
        audit.record(actor, post, "make-reminder-policy", "reminder-policy", policy.id(), null, PolicyView.of(policy));
        return policy;
    }

    @Transactional
    ReminderPolicy change(UUID id, @Nullable String ifMatch, PolicyChange change, Actor actor) {
        var policy = get(id, actor);
        var post = actor.require(policy.organisationPath(), COMMITTEE_LEADER, ADMINISTRATOR);
        ETags.requireMatch(ifMatch, policy.version());
        var before = PolicyView.of(policy);
        policy.change(change, Days.dayOf(clock.instant()));
        policies.flush();
        changes.request(policy.organisationPath(), true);
        audit.record(actor, post, "change-reminder-policy", "reminder-policy", id, before, PolicyView.of(policy));
        return policy;
    }

    @Transactional
    ReminderPolicy end(UUID id, @Nullable String ifMatch, PolicyEnding ending, Actor actor) {
        var policy = get(id, actor);
        var post = actor.require(policy.organisationPath(), COMMITTEE_LEADER, ADMINISTRATOR);
        ETags.requireMatch(ifMatch, policy.version());
        var before = PolicyView.of(policy);
        policy.end(ending.lastDay(), Days.dayOf(clock.instant()));
        policies.flush();
        changes.request(policy.organisationPath(), true);
        audit.record(actor, post, "end-reminder-policy", "reminder-policy", id, before, PolicyView.of(policy));
        return policy;
    }
}
