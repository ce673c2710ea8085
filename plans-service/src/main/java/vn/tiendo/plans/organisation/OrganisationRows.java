package vn.tiendo.plans.organisation;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.body.BodyLimit;
import vn.tiendo.kit.intake.ImportProblem.CellNotUnderstood;
import vn.tiendo.kit.intake.ImportProblem.DiffersFromKept;
import vn.tiendo.kit.intake.ImportRow;
import vn.tiendo.kit.intake.ImportService;
import vn.tiendo.kit.intake.RowImporter;
import vn.tiendo.kit.intake.RowOutcome;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.plans.organisation.ImportedTree.Sound;
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
    TreeRepository trees;

    @Inject
    Validator validator;

    @Produces
    @Singleton
    BodyLimit ofImports() {
        return new BodyLimit(Pattern.compile("/api/v1/organisations/imports"), ImportService.LARGEST_FILE);
    }

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
        trees.lock();
        var tree = lookUp(batch);
        var kinds = organisations.kinds();
        var outcomes = new LinkedHashMap<ImportRow, RowOutcome>();
        for (var row : batch.rows()) {
            outcomes.put(row, decide(row, tree, kinds, batch.actor()));
        }
        if (!batch.dryRun()) {
            var made = store(tree, batch.actor());
            outcomes.replaceAll((row, outcome) -> outcome instanceof RowOutcome.Accepted
                    ? new RowOutcome.Accepted(
                            Objects.requireNonNull(made.get(row.cell("code"))).id(), null)
                    : outcome);
        }
        return List.copyOf(outcomes.values());
    }

    private ImportedTree lookUp(Batch batch) {
        var named = new HashSet<String>();
        var parents = new HashSet<String>();
        for (var row : batch.rows()) {
            named.add(row.cell("code"));
            parents.add(row.cell("parentCode"));
        }
        named.addAll(parents);
        var kept = organisations.withCodes(named).stream()
                .collect(Collectors.toMap(Organisation::code, Function.identity()));
        return new ImportedTree(kept, batch.earlier().named(parents));
    }

    private RowOutcome decide(ImportRow row, ImportedTree tree, Set<String> kinds, Actor actor) {
        try {
            if (row.fault() != null) {
                tree.reject(row.cell("code"), row.number());
                return new RowOutcome.Rejected(row.fault(), Map.of());
            }
            var organisation = read(row);
            if (!kinds.contains(organisation.kind())) {
                throw new UnknownOrganisationKind(organisation.kind());
            }
            OrganisationCreation.requireValidityInOrder(organisation);
            var kept = tree.kept(organisation.code());
            return kept == null
                    ? new RowOutcome.Accepted(null, tree.accept(sound(row, organisation, tree, actor)))
                    : same(row, organisation, kept, tree, actor);
        } catch (DomainProblem refused) {
            tree.reject(row.cell("code"), row.number());
            return RowOutcome.Rejected.of(refused);
        }
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

    private static RowOutcome same(
            ImportRow row, NewOrganisation organisation, Organisation kept, ImportedTree tree, Actor actor) {
        if (!OrganisationService.readable(actor).covers(kept.path())) {
            throw new CodeTaken();
        }
        var different = new ArrayList<String>();
        note(different, "parentCode", Objects.equals(parentIdOf(row, tree), kept.parentId()));
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

    private static @Nullable Object parentIdOf(ImportRow row, ImportedTree tree) {
        var code = row.cell("parentCode");
        var parent = tree.kept(code);
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

    private static Sound sound(ImportRow row, NewOrganisation organisation, ImportedTree tree, Actor actor) {
        var parentCode = row.cell("parentCode");
        if (parentCode.isEmpty()) {
            throw new RootReserved();
        }
        var parent = tree.place(parentCode);
        if (!OrganisationService.readable(actor).covers(parent.path())) {
            throw new UnknownParent(parentCode);
        }
        var post = actor.require(parent.path(), ADMINISTRATOR);
        OrganisationCreation.requireWithin(parent, organisation);
        return new Sound(
                organisation,
                parentCode,
                new Place(parent.id(), parent.path(), organisation.validFrom(), organisation.validTo()),
                post);
    }

    private Map<String, Organisation> store(ImportedTree tree, Actor actor) {
        var made = new HashMap<String, Organisation>();
        var founded = new ArrayList<Founded>();
        var numbers = organisations.nextNumbers(tree.sound().size()).iterator();
        tree.sound().forEach((code, sound) -> {
            var kept = tree.kept(sound.parentCode());
            var parent = kept == null ? made.get(sound.parentCode()) : kept;
            var organisation = OrganisationCreation.draft(
                    sound.organisation(), Place.of(Objects.requireNonNull(parent)), numbers.next());
            made.put(code, organisation);
            founded.add(new Founded(organisation, sound.allowedBy()));
        });
        creation.store(founded, actor);
        return made;
    }
}
