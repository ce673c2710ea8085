package vn.tiendo.plans.organisation;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.plans.organisation.RestructuringApi.Act;
import vn.tiendo.plans.organisation.RestructuringApi.Child;
import vn.tiendo.plans.organisation.RestructuringApi.Dissolve;
import vn.tiendo.plans.organisation.RestructuringApi.Duty;
import vn.tiendo.plans.organisation.RestructuringApi.Merge;
import vn.tiendo.plans.organisation.RestructuringApi.Move;
import vn.tiendo.plans.organisation.RestructuringApi.Ref;
import vn.tiendo.plans.organisation.RestructuringApi.Rename;
import vn.tiendo.plans.organisation.RestructuringApi.Split;
import vn.tiendo.plans.organisation.RestructuringApi.Target;

/// Who may restructure: an administrator of every organisation that the acts name, and of those above them from then
/// on.
@ApplicationScoped
class RestructuringRights {

    @Inject
    OrganisationRepository organisations;

    /// @param post that allows it
    /// @param organisations that the acts name, and the superiors of those that end without a named successor
    record Allowed(@Nullable HeldPost post, List<Organisation> organisations) {

        Set<UUID> ids() {
            return organisations.stream().map(Organisation::id).collect(Collectors.toSet());
        }
    }

    /// @throws KitProblem.OrganisationNotFound when one of them is absent or out of reach (404)
    /// @throws KitProblem.RoleRequired when one of them is in reach, but not to be administered (403)
    Allowed require(List<Act> acts, Actor actor) {
        var named = new ArrayList<Ref>();
        var made = new HashSet<String>();
        acts.forEach(act -> collect(act, named, made));
        var ids = ofAll(named, Ref::id);
        var codes = ofAll(named, Ref::code);
        var found = organisations.list("id in ?1 or code in ?2", ids, codes);
        requireAllKnown(found, ids, codes, made);
        var superiors = acts.stream()
                .filter(act -> act instanceof Dissolve dissolve && dissolve.successor() == null)
                .map(act -> ((Dissolve) act).organisation())
                .toList();
        var all = new ArrayList<>(found);
        all.addAll(superiorsOf(superiors, found));
        HeldPost post = null;
        var readable = OrganisationService.readable(actor);
        for (var organisation : all) {
            if (!readable.covers(organisation.path())) {
                throw new KitProblem.OrganisationNotFound();
            }
            post = actor.require(organisation.path(), ADMINISTRATOR);
        }
        return new Allowed(post, List.copyOf(all));
    }

    private static void requireAllKnown(List<Organisation> found, Set<UUID> ids, Set<String> codes, Set<String> made) {
        var unknownCodes = new HashSet<>(codes);
        var unknownIds = new HashSet<>(ids);
        found.forEach(organisation -> {
            unknownIds.remove(organisation.id());
            unknownCodes.remove(organisation.code());
        });
        unknownCodes.removeAll(made);
        if (!unknownIds.isEmpty() || !unknownCodes.isEmpty()) {
            throw new KitProblem.OrganisationNotFound();
        }
    }

    /// Where an act names no successor, the superior is it.
    private List<Organisation> superiorsOf(List<Ref> dissolved, List<Organisation> found) {
        var parents = found.stream()
                .filter(each -> dissolved.stream()
                        .anyMatch(
                                ref -> each.id().equals(ref.id()) || each.code().equals(ref.code())))
                .map(Organisation::parentId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return parents.isEmpty() ? List.of() : organisations.list("id in ?1", parents);
    }

    private static <T> Set<T> ofAll(List<Ref> refs, java.util.function.Function<Ref, @Nullable T> part) {
        var all = new HashSet<T>();
        for (var ref : refs) {
            var value = part.apply(ref);
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    /// @param made takes the codes that organisations get by the acts
    private static void collect(Act act, List<Ref> named, Set<String> made) {
        switch (act) {
            case Rename rename -> {
                named.add(rename.organisation());
                if (rename.code() != null) {
                    made.add(rename.code());
                }
            }
            case Move move -> named.addAll(List.of(move.organisation(), move.parent()));
            case Merge merge -> {
                named.addAll(merge.organisations());
                collect(merge.into(), named, made);
                collect(merge.children(), named);
            }
            case Split split -> {
                named.add(split.organisation());
                split.into().forEach(target -> collect(target, named, made));
                collect(split.children(), named);
                Objects.requireNonNullElse(split.assignments(), List.<Duty>of()).forEach(duty -> named.add(duty.to()));
            }
            case Dissolve dissolve -> {
                named.add(dissolve.organisation());
                if (dissolve.successor() != null) {
                    named.add(dissolve.successor());
                }
                collect(dissolve.children(), named);
            }
        }
    }

    private static void collect(Target target, List<Ref> named, Set<String> made) {
        var create = target.create();
        if (create == null) {
            named.add(target.ref());
        } else {
            made.add(create.code());
            named.add(create.parent());
        }
    }

    private static void collect(@Nullable List<Child> children, List<Ref> named) {
        Objects.requireNonNullElse(children, List.<Child>of()).forEach(child -> {
            named.add(child.organisation());
            named.add(child.to());
        });
    }
}
