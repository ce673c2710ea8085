package vn.tiendo.plans.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.plans.organisation.OrganisationProblem.OutsideParentsValidity;
import vn.tiendo.plans.organisation.RestructuringApi.Act;
import vn.tiendo.plans.organisation.RestructuringApi.Child;
import vn.tiendo.plans.organisation.RestructuringApi.Deed;
import vn.tiendo.plans.organisation.RestructuringApi.Dissolve;
import vn.tiendo.plans.organisation.RestructuringApi.Effect;
import vn.tiendo.plans.organisation.RestructuringApi.Founding;
import vn.tiendo.plans.organisation.RestructuringApi.Merge;
import vn.tiendo.plans.organisation.RestructuringApi.Move;
import vn.tiendo.plans.organisation.RestructuringApi.Ref;
import vn.tiendo.plans.organisation.RestructuringApi.Rename;
import vn.tiendo.plans.organisation.RestructuringApi.Split;
import vn.tiendo.plans.organisation.RestructuringApi.Target;
import vn.tiendo.plans.organisation.RestructuringProblem.ActedUponTwice;
import vn.tiendo.plans.organisation.RestructuringProblem.ChildElsewhere;
import vn.tiendo.plans.organisation.RestructuringProblem.EffectiveBeforeExistence;
import vn.tiendo.plans.organisation.RestructuringProblem.LeftWithoutParent;
import vn.tiendo.plans.organisation.RestructuringProblem.NoSuccessorOfSplit;
import vn.tiendo.plans.organisation.RestructuringProblem.NothingChanges;

/// Carries out the acts of one decision, one after the other, each on the tree that the one before it left.
///
/// It runs in one transaction that holds the lock of the tree; the first act that does not fit undoes all.
final class Reshaping {

    private final TreeRepository tree;
    private final OrganisationRepository organisations;
    private final ReshapingRules rules;
    private final BiFunction<Founding, Organisation, Organisation> founding;
    private final UUID restructuring;
    private final LocalDate day;
    private final Extent extent;

    private final Map<UUID, EnumSet<Deed>> acted = new HashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Set<UUID> touched = new LinkedHashSet<>();
    private final Map<UUID, Set<UUID>> exceptedDuties = new HashMap<>();

    /// @param founding stores a new organisation under a superior; it exists from the effective day on
    /// @param extent how much of what lies below comes along
    Reshaping(
            TreeRepository tree,
            OrganisationRepository organisations,
            BiFunction<Founding, Organisation, Organisation> founding,
            UUID restructuring,
            LocalDate day,
            Extent extent) {
        this.tree = tree;
        this.organisations = organisations;
        this.rules = new ReshapingRules(organisations, day);
        this.founding = founding;
        this.restructuring = restructuring;
        this.day = day;
        this.extent = extent;
    }

    void carryOut(Act act) {
        switch (act) {
            case Rename rename -> rename(rename);
            case Move move -> move(move);
            case Merge merge -> merge(merge);
            case Split split -> split(split);
            case Dissolve dissolve -> dissolve(dissolve);
        }
        tree.forget();
    }

    private void rename(Rename act) {
        var organisation = subject(act.organisation(), Deed.RENAMED);
        var name = Objects.requireNonNullElse(act.name(), organisation.name()).strip();
        var code = Objects.requireNonNullElse(act.code(), organisation.code());
        var kind = Objects.requireNonNullElse(act.kind(), organisation.kind());
        if (name.equals(organisation.name()) && code.equals(organisation.code()) && kind.equals(organisation.kind())) {
            throw new NothingChanges(organisation.code());
        }
        rules.requireKnown(kind);
        if (!code.equals(organisation.code())) {
            rules.requireFree(code);
        }
        rules.requireConstant(organisation, period -> List.of(period.name(), period.code(), period.kind()));
        tree.rename(organisation.id(), name, code, kind, day);
        touched.add(organisation.id());
        effects.add(new Effect(Deed.RENAMED, organisation.id(), code, name, organisation.parentId(), List.of(), 0));
    }

    private void move(Move act) {
        var organisation = subject(act.organisation(), Deed.MOVED);
        if (organisation.parentId() == null) {
            throw new LeftWithoutParent(organisation.code());
        }
        relocate(organisation, find(act.parent()));
    }

    private void relocate(Organisation organisation, Organisation parent) {
        rules.requireNoCycle(organisation, parent);
        if (parent.id().equals(organisation.parentId())) {
            throw new NothingChanges(organisation.code());
        }
        rules.requireConstant(organisation, period -> List.of(String.valueOf(period.parentId()), period.path()));
        rules.requirePlace(organisation, parent);
        if (parent.validTo() != null
                && (organisation.validTo() == null || organisation.validTo().isAfter(parent.validTo()))) {
            throw new OutsideParentsValidity();
        }
        var along = tree.atOrBelow(organisation.path(), day, extent);
        touched.addAll(along);
        tree.moveSubtree(organisation.path(), parent.path() + organisation.segment(), day, extent);
        tree.setParent(organisation.id(), parent.id(), day);
        effects.add(new Effect(
                Deed.MOVED,
                organisation.id(),
                organisation.code(),
                organisation.name(),
                parent.id(),
                List.of(),
                along.size() - 1L));
    }

    private void merge(Merge act) {
        var target = target(act.into());
        var sources = act.organisations().stream()
                .map(ref -> subject(ref, Deed.ENDED))
                .toList();
        var children = new HashMap<UUID, List<Child>>();
        for (var child : Objects.requireNonNullElse(act.children(), List.<Child>of())) {
            children.computeIfAbsent(parentAmong(sources, child), any -> new ArrayList<>())
                    .add(child);
        }
        for (var source : sources) {
            if (source.id().equals(target.id())) {
                throw new ActedUponTwice(source.code());
            }
            tree.forget();
            end(
                    find(new Ref(source.id(), null)),
                    target,
                    List.of(target),
                    children.getOrDefault(source.id(), List.of()));
        }
    }

    private UUID parentAmong(List<Organisation> sources, Child child) {
        var named = find(child.organisation());
        return sources.stream()
                .map(Organisation::id)
                .filter(id -> id.equals(named.parentId()))
                .findFirst()
                .orElseThrow(() -> new ChildElsewhere(
                        named.code(), sources.stream().map(Organisation::code).collect(Collectors.joining(", "))));
    }

    private void split(Split act) {
        var organisation = subject(act.organisation(), Deed.ENDED);
        var successors = act.into().stream().map(this::target).toList();
        var children = Objects.requireNonNullElse(act.children(), List.<Child>of());
        for (var child : children) {
            successorAmong(successors, child.to());
        }
        for (var duty : Objects.requireNonNullElse(act.assignments(), List.<RestructuringApi.Duty>of())) {
            exceptedDuties
                    .computeIfAbsent(organisation.id(), any -> new LinkedHashSet<>())
                    .add(duty.assignmentId());
        }
        end(organisation, successors.getFirst(), successors, children);
        for (var duty : Objects.requireNonNullElse(act.assignments(), List.<RestructuringApi.Duty>of())) {
            tree.except(
                    organisation.id(),
                    duty.assignmentId(),
                    successorAmong(successors, duty.to()).id());
        }
    }

    private Organisation successorAmong(List<Organisation> successors, Ref ref) {
        return successors.stream()
                .filter(each -> each.id().equals(ref.id()) || each.code().equals(ref.code()))
                .findFirst()
                .orElseThrow(() -> new NoSuccessorOfSplit(String.valueOf(ref.code() == null ? ref.id() : ref.code())));
    }

    private void dissolve(Dissolve act) {
        var organisation = subject(act.organisation(), Deed.ENDED);
        if (organisation.parentId() == null) {
            throw new LeftWithoutParent(organisation.code());
        }
        var successor =
                act.successor() == null ? organisations.findById(organisation.parentId()) : find(act.successor());
        end(organisation, successor, List.of(successor), Objects.requireNonNullElse(act.children(), List.of()));
    }

    private void end(
            Organisation ending, Organisation successor, List<Organisation> successors, List<Child> exceptions) {
        if (ending.parentId() == null) {
            throw new LeftWithoutParent(ending.code());
        }
        if (!day.isAfter(ending.validFrom())) {
            throw new EffectiveBeforeExistence(ending.code(), ending.validFrom().plusDays(1));
        }
        rules.requireNoCycle(ending, successor);
        rules.requireConstant(
                ending,
                period -> List.of(period.name(), period.code(), period.kind(), String.valueOf(period.parentId())));
        rules.requirePlace(ending, successor);
        for (var child : exceptions) {
            var moved = find(child.organisation());
            if (!ending.id().equals(moved.parentId())) {
                throw new ChildElsewhere(moved.code(), ending.code());
            }
            rules.requireStanding(moved);
            rules.requireNotEnded(moved);
            relocate(moved, find(child.to()));
            tree.forget();
        }
        if (successor.validTo() != null && tree.isOutlastedBelow(ending.path(), successor.validTo(), extent)) {
            throw new OutsideParentsValidity();
        }
        var below = tree.atOrBelow(ending.path(), day, extent);
        touched.addAll(below);
        touched.addAll(tree.linkedTo(ending.id()));
        tree.moveBelow(ending.path(), successor.path(), day, extent);
        tree.handOver(ending.id(), successor.id(), day, extent);
        var ids = successors.stream().map(Organisation::id).toList();
        tree.end(ending, successor, ids.toArray(UUID[]::new), restructuring, day);
        effects.add(new Effect(
                Deed.ENDED, ending.id(), ending.code(), ending.name(), ending.parentId(), ids, below.size() - 1L));
    }

    private Organisation target(Target target) {
        var create = target.create();
        if (create == null) {
            return find(target.ref());
        }
        rules.requireKnown(create.kind());
        rules.requireFree(create.code());
        var parent = find(create.parent());
        rules.requirePlace(parent, parent);
        var founded = founding.apply(create, parent);
        extent.include(founded.id());
        effects.add(new Effect(
                Deed.CREATED, founded.id(), founded.code(), founded.name(), founded.parentId(), List.of(), 0));
        return founded;
    }

    private Organisation find(Ref ref) {
        return (ref.id() == null
                        ? organisations.find("code", ref.code()).firstResultOptional()
                        : organisations.findByIdOptional(ref.id()))
                .orElseThrow(KitProblem.OrganisationNotFound::new);
    }

    /// The organisation that an act is about: it stands on the day, and no other act of the decision contradicts.
    private Organisation subject(Ref ref, Deed deed) {
        var organisation = find(ref);
        var before = acted.computeIfAbsent(organisation.id(), any -> EnumSet.noneOf(Deed.class));
        if (before.contains(deed) || before.contains(Deed.ENDED) || (deed == Deed.ENDED && !before.isEmpty())) {
            throw new ActedUponTwice(organisation.code());
        }
        before.add(deed);
        rules.requireStanding(organisation);
        rules.requireNotEnded(organisation);
        return organisation;
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }

    /// Every organisation whose place, name or validity has changed.
    Set<UUID> touched() {
        return touched;
    }

    List<UUID> ended() {
        return effects.stream()
                .filter(effect -> effect.deed() == Deed.ENDED)
                .map(Effect::organisationId)
                .toList();
    }

    Map<UUID, Set<UUID>> exceptedDuties() {
        return exceptedDuties;
    }
}
