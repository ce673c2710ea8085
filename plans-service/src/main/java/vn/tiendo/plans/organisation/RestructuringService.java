package vn.tiendo.plans.organisation;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.leader.BackgroundTasks;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.OrganisationApi.NewOrganisation;
import vn.tiendo.plans.organisation.OrganisationCreation.Founded;
import vn.tiendo.plans.organisation.OrganisationCreation.Place;
import vn.tiendo.plans.organisation.Restructuring.Status;
import vn.tiendo.plans.organisation.RestructuringApi.Deed;
import vn.tiendo.plans.organisation.RestructuringApi.Effect;
import vn.tiendo.plans.organisation.RestructuringApi.Founding;
import vn.tiendo.plans.organisation.RestructuringApi.NewRestructuring;
import vn.tiendo.plans.organisation.RestructuringApi.Outcome;
import vn.tiendo.plans.organisation.RestructuringApi.RestructuringView;
import vn.tiendo.plans.organisation.RestructuringProblem.AssignmentElsewhere;

/// Changes the tree under one decision: now, as of a past day, or when a later day has come.
@ApplicationScoped
class RestructuringService {

    static final int SECONDS = 300;
    private static final int CHUNK = 500;

    @Inject
    RestructuringRepository restructurings;

    @Inject
    RestructuringRights rights;

    @Inject
    OrganisationRepository organisations;

    @Inject
    OrganisationCreation creation;

    @Inject
    OrganisationPublication publication;

    @Inject
    TreeRepository tree;

    @Inject
    @All
    List<PassingOn> passing;

    @Inject
    BackgroundTasks background;

    @Inject
    AuditTrail audit;

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

    /// Does what [#decide] would do, and undoes it.
    Outcome rehearse(NewRestructuring request, Actor actor) {
        try {
            return QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> {
                tree.lock();
                var post = rights.require(request.acts(), actor);
                var restructuring = new Restructuring(request, actor, post, clock.instant());
                restructurings.persist(restructuring);
                throw new Rehearsed(apply(restructuring, actor));
            });
        } catch (Rehearsed done) {
            return done.outcome;
        }
    }

    Restructuring decide(NewRestructuring request, Actor actor) {
        return QuarkusTransaction.joiningExisting()
                .timeout(SECONDS)
                .call(() -> request.effectiveOn().isAfter(Days.dayOf(clock.instant()))
                        ? plan(request, actor)
                        : applyNow(request, actor));
    }

    private Restructuring plan(NewRestructuring request, Actor actor) {
        var outcome = rehearse(request, actor);
        var post = rights.require(request.acts(), actor);
        var restructuring = new Restructuring(request, actor, post, clock.instant());
        restructuring.plan(outcome);
        restructurings.persistAndFlush(restructuring);
        tree.noteTouched(
                restructuring.id(),
                outcome.effects().stream().map(Effect::organisationId).toList());
        record(actor, post, "plan-restructuring", null, restructuring);
        return restructuring;
    }

    private Restructuring applyNow(NewRestructuring request, Actor actor) {
        tree.lock();
        var post = rights.require(request.acts(), actor);
        var restructuring = new Restructuring(request, actor, post, clock.instant());
        restructurings.persist(restructuring);
        var outcome = apply(restructuring, actor);
        return done(restructuring.id(), outcome, actor, post);
    }

    /// Applies what was planned, because its day has come. Who ordered it was allowed to then; the tree is checked now.
    ///
    /// @throws DomainProblem when it no longer fits; nothing has happened then
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TransactionConfiguration(timeout = SECONDS)
    void applyPlanned(UUID id) {
        tree.lock();
        var restructuring = restructurings.lock(id);
        if (restructuring.status() != Status.PLANNED) {
            return;
        }
        var author = restructuring.author();
        done(id, apply(restructuring, author), author, null);
    }

    private Restructuring done(UUID id, Outcome outcome, Actor actor, @Nullable HeldPost post) {
        var restructuring = restructurings.findById(id);
        var complete = outcome.effects().stream().noneMatch(effect -> effect.deed() == Deed.ENDED);
        restructuring.applied(outcome, complete, clock.instant());
        restructurings.flush();
        record(actor, post, "apply-restructuring", null, restructuring);
        background.wake(SuccessionTask.NAME);
        return restructuring;
    }

    /// The one path that dry runs, plans and applied restructurings take.
    private Outcome apply(Restructuring restructuring, Actor actor) {
        var day = restructuring.effectiveOn();
        var id = restructuring.id();
        var reshaping =
                new Reshaping(tree, organisations, (founding, parent) -> found(founding, parent, day, actor), id, day);
        var acts = restructuring.acts();
        tree.forget();
        acts.forEach(reshaping::carryOut);
        requireOwnDuties(reshaping);
        publish(reshaping);
        tree.noteTouched(id, reshaping.touched());
        tree.noteTouched(
                id, reshaping.effects().stream().map(Effect::organisationId).toList());
        tree.checkAll();
        var passesOn = new LinkedHashMap<String, Long>();
        passing.forEach(kind -> passesOn.put(kind.what(), kind.count(reshaping.ended())));
        return new Outcome(reshaping.effects(), reshaping.touched().size(), passesOn);
    }

    private Organisation found(Founding founding, Organisation parent, LocalDate day, Actor actor) {
        var organisation = OrganisationCreation.draft(
                new NewOrganisation(
                        parent.id(),
                        founding.code(),
                        founding.name(),
                        founding.kind(),
                        founding.hierarchy(),
                        day,
                        parent.validTo()),
                Place.of(parent),
                organisations.nextNumber());
        creation.store(List.of(new Founded(organisation, null)), actor);
        return organisation;
    }

    private void requireOwnDuties(Reshaping reshaping) {
        reshaping
                .exceptedDuties()
                .forEach((organisation, named) -> passing.forEach(kind -> kind.foreign(organisation, named).stream()
                        .findFirst()
                        .ifPresent(foreign -> {
                            throw new AssignmentElsewhere(
                                    foreign,
                                    organisations.findById(organisation).code());
                        })));
    }

    private void publish(Reshaping reshaping) {
        var touched = new ArrayList<>(reshaping.touched());
        tree.show(touched);
        var ended = Set.copyOf(reshaping.ended());
        var renamed = Set.copyOf(reshaping.effects().stream()
                .filter(effect -> effect.deed() == Deed.RENAMED)
                .map(Effect::organisationId)
                .toList());
        for (int i = 0; i < touched.size(); i += CHUNK) {
            var chunk = organisations.list("id in ?1", touched.subList(i, Math.min(touched.size(), i + CHUNK)));
            publication.publish(
                    chunk.stream().filter(each -> ended.contains(each.id())).toList(), "ended");
            publication.publish(
                    chunk.stream()
                            .filter(each -> renamed.contains(each.id()) && !ended.contains(each.id()))
                            .toList(),
                    "renamed");
            publication.publish(
                    chunk.stream()
                            .filter(each -> !renamed.contains(each.id()) && !ended.contains(each.id()))
                            .toList(),
                    "moved");
            tree.forget();
        }
    }

    @Transactional
    Restructuring cancel(UUID id, @Nullable String ifMatch, Actor actor) {
        var restructuring = get(id, actor);
        var post = rights.require(restructuring.acts(), actor);
        ETags.requireMatch(ifMatch, restructuring.version());
        var before = RestructuringView.of(restructuring);
        restructuring.cancel(clock.instant());
        restructurings.flush();
        record(actor, post, "cancel-restructuring", before, restructuring);
        return restructuring;
    }

    /// Nothing has happened; the reason stays visible.
    @Transactional(Transactional.TxType.MANDATORY)
    void fail(UUID id, DomainProblem reason) {
        var restructuring = restructurings.lock(id);
        var before = RestructuringView.of(restructuring);
        restructuring.fail(reason, clock.instant());
        restructurings.flush();
        record(restructuring.author(), null, "fail-restructuring", before, restructuring);
    }

    private void record(
            Actor actor,
            @Nullable HeldPost post,
            String action,
            @Nullable RestructuringView before,
            Restructuring after) {
        audit.record(actor, post, action, "restructuring", after.id(), before, RestructuringView.of(after));
    }

    Restructuring get(UUID id, Actor actor) {
        return restructurings.get(id, OrganisationService.readable(actor));
    }

    List<Restructuring> list(Actor actor, @Nullable Status status, @Nullable UUID organisation, PageRequest page) {
        return restructurings.list(OrganisationService.readable(actor), status, organisation, page);
    }
}
