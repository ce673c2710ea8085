package vn.tiendo.plans.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.leader.BackgroundTasks;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.Restructuring.Status;
import vn.tiendo.plans.organisation.RestructuringApi.Effect;
import vn.tiendo.plans.organisation.RestructuringApi.NewRestructuring;
import vn.tiendo.plans.organisation.RestructuringApi.Outcome;
import vn.tiendo.plans.organisation.RestructuringApi.RestructuringView;
import vn.tiendo.plans.organisation.RestructuringRights.Allowed;

/// Takes decisions that change the tree: now, as of a past day, or when a later day has come. What touches
/// too much to be waited for is accepted and carried out in the background.
@ApplicationScoped
class RestructuringService {

    @Inject
    RestructuringRepository restructurings;

    @Inject
    RestructuringRights rights;

    @Inject
    RestructuringSize size;

    @Inject
    RestructuringExecution execution;

    @Inject
    ActsInOrder acts;

    @Inject
    TreeRepository tree;

    @Inject
    BackgroundTasks background;

    @Inject
    Clock clock;

    /// Ends a rehearsal: everything is undone, and what would have happened is told.
    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Outcome outcome;

        Rehearsed(Outcome outcome) {
            super("rehearsed", null, false, false);
            this.outcome = outcome;
        }
    }

    /// Does what [#decide] would do, and undoes it; where that is too much to be waited for, at the named
    /// organisations.
    Outcome rehearse(NewRestructuring request, Actor actor) {
        var allowed = rights.require(request.acts(), actor);
        return rehearse(request, actor, size.isLarge(request.acts(), allowed.organisations()));
    }

    private Outcome rehearse(NewRestructuring request, Actor actor, boolean large) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                tree.lock();
                var allowed = rights.require(request.acts(), actor);
                var restructuring = new Restructuring(request, actor, allowed.post(), clock.instant());
                restructurings.persist(restructuring);
                throw new Rehearsed(
                        large ? acts.tryOn(restructuring, actor, allowed.ids()) : acts.carryOut(restructuring, actor));
            });
        } catch (Rehearsed done) {
            return done.outcome;
        }
    }

    /// @return applied, or planned for its day, or accepted
    @Transactional
    Restructuring decide(NewRestructuring request, Actor actor) {
        var allowed = rights.require(request.acts(), actor);
        var large = size.isLarge(request.acts(), allowed.organisations());
        var restructuring = new Restructuring(request, actor, allowed.post(), clock.instant());
        var today = Days.dayOf(clock.instant());
        if (request.effectiveOn().isAfter(today)) {
            restructuring.plan(rehearse(request, actor, large));
            return keep(restructuring, actor, allowed, "plan-restructuring");
        }
        if (large) {
            restructuring.accept(rehearse(request, actor, true), today);
            background.wake(RestructuringTask.NAME);
            return keep(restructuring, actor, allowed, "accept-restructuring");
        }
        return applyNow(restructuring, actor);
    }

    private Restructuring keep(Restructuring restructuring, Actor actor, Allowed allowed, String action) {
        restructurings.persistAndFlush(restructuring);
        tree.noteTouched(
                restructuring.id(),
                restructuring.outcome().effects().stream()
                        .map(Effect::organisationId)
                        .toList());
        execution.record(actor, allowed.post(), action, null, restructuring);
        return restructuring;
    }

    private Restructuring applyNow(Restructuring restructuring, Actor actor) {
        tree.lock();
        tree.forget(); // it may have changed since the rights were looked up
        var allowed = rights.require(restructuring.acts(), actor);
        restructurings.persist(restructuring);
        var outcome = acts.carryOut(restructuring, actor);
        return execution.done(restructuring.id(), outcome, actor, allowed.post());
    }

    @Transactional
    Restructuring cancel(UUID id, @Nullable String ifMatch, Actor actor) {
        var restructuring = get(id, actor);
        var post = rights.require(restructuring.acts(), actor).post();
        ETags.requireMatch(ifMatch, restructuring.version());
        var before = RestructuringView.of(restructuring);
        restructuring.cancel(clock.instant());
        restructurings.flush();
        execution.record(actor, post, "cancel-restructuring", before, restructuring);
        return restructuring;
    }

    Restructuring get(UUID id, Actor actor) {
        return restructurings.get(id, OrganisationService.readable(actor));
    }

    List<Restructuring> list(Actor actor, @Nullable Status status, @Nullable UUID organisation, PageRequest page) {
        return restructurings.list(OrganisationService.readable(actor), status, organisation, page);
    }
}
