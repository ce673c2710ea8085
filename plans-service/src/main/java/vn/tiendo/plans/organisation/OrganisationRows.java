package vn.tiendo.plans.organisation;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.plans.intake.ImportProblem.CellNotUnderstood;
import vn.tiendo.plans.intake.ImportProblem.DiffersFromKept;
import vn.tiendo.plans.intake.ImportProblem.RestsOnRejectedRow;
import vn.tiendo.plans.intake.ImportRow;
import vn.tiendo.plans.intake.RowImporter;
import vn.tiendo.plans.intake.RowOutcome;
import vn.tiendo.plans.organisation.OrganisationApi.NewOrganisation;
import vn.tiendo.plans.organisation.OrganisationCreation.Founded;
import vn.tiendo.plans.organisation.OrganisationCreation.Place;
import vn.tiendo.plans.organisation.OrganisationProblem.CodeTaken;
import vn.tiendo.plans.organisation.OrganisationProblem.RootReserved;
import vn.tiendo.plans.organisation.OrganisationProblem.UnknownOrganisationKind;
import vn.tiendo.plans.organisation.OrganisationProblem.UnknownParent;

/// Takes organisations in from rows, by the rules of [OrganisationCreation].
///
/// An import adds: a row that is there already in the same words is left alone, one that differs is rejected, because a
/// new name or parent is a restructuring with a decision. The root is not made by an import.
@ApplicationScoped
class OrganisationRows implements RowImporter {

    private static final List<String> REQUIRED =
            List.of("code", "parentCode", "hierarchy", "kind", "name", "validFrom");
    private static final List<String> OPTIONAL = List.of("validTo");

    @Inject
    OrganisationRepository organisations;

    @Inject
    OrganisationCreation creation;

    @Inject
    Validator validator;

    /// What one batch has to know: everything its rows name, and what they have decided so far.
    private record Known(
            Map<String, Organisation> kept,
            Map<String, List<EarlierRow>> earlier,
            Set<String> kinds,
            Actor actor,
            Map<String, Sound> sound,
            Map<String, Integer> rejected) {}

    /// A row that may be taken in.
    ///
    /// @param place where it would stand; its path is that of the nearest organisation that is stored
    private record Sound(NewOrganisation organisation, String parentCode, Place place, HeldPost allowedBy) {}

    @Override
    public String subject() {
        return "organisations";
    }

    @Override
    public List<String> required() {
        return REQUIRED;
    }

    @Override
    public List<String> optional() {
        return OPTIONAL;
    }

    @Override
    public Identity identify(ImportRow row) {
        var parent = row.cell("parentCode");
        return new Identity(row.cell("code"), row.cell("code"), parent.isEmpty() ? null : parent);
    }

    @Override
    public List<RowOutcome> take(Batch batch) {
        var known = lookUp(batch);
        var outcomes = new LinkedHashMap<ImportRow, RowOutcome>();
        for (var row : batch.rows()) {
            outcomes.put(row, decide(row, known));
        }
        if (!batch.dryRun()) {
            var made = store(known);
            outcomes.replaceAll((row, outcome) -> outcome instanceof RowOutcome.Accepted
                    ? new RowOutcome.Accepted(
                            Objects.requireNonNull(made.get(row.cell("code"))).id(), null)
                    : outcome);
        }
        return List.copyOf(outcomes.values());
    }

    private Known lookUp(Batch batch) {
        var codes = new HashSet<String>();
        var parents = new HashSet<String>();
        for (var row : batch.rows()) {
            codes.add(row.cell("code"));
            parents.add(row.cell("parentCode"));
        }
        var named = Stream.of(codes, parents).flatMap(Collection::stream).collect(Collectors.toSet());
        var kept = organisations.withCodes(named).stream()
                .collect(Collectors.toMap(Organisation::code, Function.identity()));
        return new Known(
                kept,
                batch.earlier().named(parents),
                organisations.kinds(),
                batch.actor(),
                new LinkedHashMap<>(),
                new HashMap<>());
    }

    private RowOutcome decide(ImportRow row, Known known) {
        try {
            if (row.fault() != null) {
                return rejected(row, known, new RowOutcome.Rejected(row.fault(), Map.of()));
            }
            var organisation = read(row);
            if (!known.kinds.contains(organisation.kind())) {
                throw new UnknownOrganisationKind(organisation.kind());
            }
            OrganisationCreation.requireValidityInOrder(organisation);
            var kept = known.kept.get(organisation.code());
            if (kept != null) {
                return same(row, organisation, kept, known);
            }
            var sound = sound(row, organisation, known);
            known.sound.put(organisation.code(), sound);
            return new RowOutcome.Accepted(null, memo(sound.place));
        } catch (DomainProblem refused) {
            return rejected(row, known, RowOutcome.Rejected.of(refused));
        }
    }

    private static RowOutcome rejected(ImportRow row, Known known, RowOutcome.Rejected outcome) {
        known.rejected.put(row.cell("code"), row.number());
        return outcome;
    }

    private NewOrganisation read(ImportRow row) {
        var read = new NewOrganisation(
                null,
                row.required("code"),
                row.required("name"),
                row.required("kind"),
                row.constant("hierarchy", Hierarchy.class),
                row.day("validFrom"),
                row.optionalDay("validTo"));
        var wrong = validator.validate(read).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .min(String::compareTo);
        if (wrong.isPresent()) {
            throw new CellNotUnderstood(wrong.get());
        }
        return read;
    }

    private RowOutcome same(ImportRow row, NewOrganisation organisation, Organisation kept, Known known) {
        if (!OrganisationService.readable(known.actor).covers(kept.path())) {
            throw new CodeTaken();
        }
        var different = new ArrayList<String>();
        note(different, "parentCode", Objects.equals(parentIdOf(row, known), kept.parentId()));
        note(different, "hierarchy", organisation.hierarchy() == kept.hierarchy());
        note(different, "kind", organisation.kind().equals(kept.kind()));
        note(different, "name", composed(organisation.name()).equals(composed(kept.name())));
        note(different, "validFrom", organisation.validFrom().equals(kept.validFrom()));
        note(different, "validTo", Objects.equals(organisation.validTo(), kept.validTo()));
        if (!different.isEmpty()) {
            throw new DiffersFromKept(String.join(", ", different));
        }
        return new RowOutcome.Unchanged(kept.id());
    }

    private static @Nullable Object parentIdOf(ImportRow row, Known known) {
        var code = row.cell("parentCode");
        var parent = known.kept.get(code);
        return parent == null ? code.isEmpty() ? null : code : parent.id();
    }

    private static void note(List<String> different, String column, boolean same) {
        if (!same) {
            different.add(column);
        }
    }

    /// However the accents of a name are encoded, it is the same name.
    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private Sound sound(ImportRow row, NewOrganisation organisation, Known known) {
        var parentCode = row.cell("parentCode");
        if (parentCode.isEmpty()) {
            throw new RootReserved();
        }
        var parent = place(parentCode, known);
        if (!OrganisationService.readable(known.actor).covers(parent.path())) {
            throw new UnknownParent(parentCode);
        }
        var post = known.actor.require(parent.path(), ADMINISTRATOR);
        OrganisationCreation.requireWithin(parent, organisation);
        return new Sound(
                organisation,
                parentCode,
                new Place(parent.id(), parent.path(), organisation.validFrom(), organisation.validTo()),
                post);
    }

    private static Place place(String code, Known known) {
        var kept = known.kept.get(code);
        if (kept != null) {
            return Place.of(kept);
        }
        var sound = known.sound.get(code);
        if (sound != null) {
            return sound.place;
        }
        var rejectedHere = known.rejected.get(code);
        if (rejectedHere != null) {
            throw new RestsOnRejectedRow(rejectedHere);
        }
        var earlier = known.earlier.get(code);
        if (earlier == null) {
            throw new UnknownParent(code);
        }
        if (earlier.getFirst().rejected()) {
            throw new RestsOnRejectedRow(earlier.getFirst().number());
        }
        return place(Objects.requireNonNull(earlier.getFirst().memo()));
    }

    /// Stores the sound rows in their order, parents before children.
    private Map<String, Organisation> store(Known known) {
        var made = new HashMap<String, Organisation>();
        var founded = new ArrayList<Founded>();
        var numbers = organisations.nextNumbers(known.sound.size()).iterator();
        known.sound.forEach((code, sound) -> {
            var parent = known.kept.getOrDefault(sound.parentCode, made.get(sound.parentCode));
            var organisation = OrganisationCreation.draft(
                    sound.organisation, Place.of(Objects.requireNonNull(parent)), numbers.next());
            made.put(code, organisation);
            founded.add(new Founded(organisation, sound.allowedBy));
        });
        creation.store(founded, known.actor);
        return made;
    }

    private static String memo(Place place) {
        return place.id() + " " + place.path() + " " + place.validFrom()
                + (place.validTo() == null ? "" : " " + place.validTo());
    }

    private static Place place(String memo) {
        var parts = memo.split(" ");
        return new Place(
                UUID.fromString(parts[0]),
                parts[1],
                LocalDate.parse(parts[2]),
                parts.length > 3 ? LocalDate.parse(parts[3]) : null);
    }
}
