package vn.tiendo.plans.organisation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.plans.organisation.OrganisationApi.NewOrganisation;
import vn.tiendo.plans.organisation.OrganisationCreation.Founded;
import vn.tiendo.plans.organisation.OrganisationCreation.Place;
import vn.tiendo.plans.organisation.RestructuringApi.Deed;
import vn.tiendo.plans.organisation.RestructuringApi.Effect;
import vn.tiendo.plans.organisation.RestructuringApi.Founding;
import vn.tiendo.plans.organisation.RestructuringApi.Outcome;
import vn.tiendo.plans.organisation.RestructuringProblem.AssignmentElsewhere;

/// Carries the acts of a restructuring out in the transaction of its caller, which holds the lock of the tree: the one
/// path that rehearsals, requests and the background take.
@ApplicationScoped
class ActsInOrder {

    private static final int CHUNK = 500;

    @Inject
    OrganisationRepository organisations;

    @Inject
    OrganisationCreation creation;

    @Inject
    OrganisationPublication publication;

    @Inject
    TreeRepository tree;

    @Inject
    PathFollowing followers;

    @Inject
    @All
    List<PassingOn> passing;

    /// With all that lies below, all rows that keep paths, and all that others have to be told.
    Outcome carryOut(Restructuring restructuring, Actor actor) {
        var reshaping = reshape(restructuring, actor, Extent.whole());
        followers.follow(reshaping.touched());
        publish(reshaping);
        tree.noteTouched(restructuring.id(), reshaping.touched());
        tree.noteTouched(
                restructuring.id(),
                reshaping.effects().stream().map(Effect::organisationId).toList());
        tree.checkAll();
        var passesOn = new LinkedHashMap<String, Long>();
        passing.forEach(kind -> passesOn.put(kind.what(), kind.count(reshaping.ended())));
        return new Outcome(reshaping.effects(), reshaping.touched().size(), passesOn, false);
    }

    /// On the organisations that the acts name, to see whether they fit; it has to be undone.
    Outcome tryOn(Restructuring restructuring, Actor actor, Set<UUID> named) {
        var reshaping = reshape(restructuring, actor, Extent.only(named));
        tree.checkAll();
        return new Outcome(reshaping.effects(), reshaping.touched().size(), Map.of(), true);
    }

    private Reshaping reshape(Restructuring restructuring, Actor actor, Extent extent) {
        var day = restructuring.effectiveOn();
        var id = restructuring.id();
        var acts = restructuring.acts();
        var reshaping = new Reshaping(
                tree, organisations, (founding, parent) -> found(founding, parent, day, actor), id, day, extent);
        tree.forget();
        acts.forEach(reshaping::carryOut);
        requireOwnDuties(reshaping);
        return reshaping;
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
}
