package vn.tiendo.plans.post;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.body.BodyLimit;
import vn.tiendo.kit.intake.ImportProblem.CellNotUnderstood;
import vn.tiendo.kit.intake.ImportProblem.DiffersFromKept;
import vn.tiendo.kit.intake.ImportRow;
import vn.tiendo.kit.intake.ImportService;
import vn.tiendo.kit.intake.RowImporter;
import vn.tiendo.kit.intake.RowOutcome;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.plans.organisation.OrganisationService;
import vn.tiendo.plans.post.PostGiving.Given;
import vn.tiendo.plans.post.PostProblem.UnknownPlace;

/// Takes posts in from rows, by the rules of [PostGiving].
///
/// A deputy names the subject of the one it stands in for, at the same organisation and in the same role; that post may
/// be in the same file, before or after, or be given already.
@ApplicationScoped
class PostRows implements RowImporter {

    private static final List<String> REQUIRED = List.of("organisationCode", "role", "subject", "validFrom");
    private static final List<String> OPTIONAL = List.of("validTo", "deputyOfSubject", "issuer");
    private static final int LONGEST_NAME = 200;

    @Inject
    PostRepository posts;

    @Inject
    PostGiving giving;

    @Inject
    OrganisationService organisations;

    @Produces
    @Singleton
    BodyLimit ofImports() {
        return new BodyLimit(Pattern.compile("/api/v1/posts/imports"), ImportService.LARGEST_FILE);
    }

    @Override
    public String subject() {
        return "posts";
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
        var name = ImportedPosts.name(row, row.cell("subject"));
        return new Identity(name + "|" + row.cell("validFrom"), name, deputised(row));
    }

    private static @Nullable String deputised(ImportRow row) {
        var subject = row.cell("deputyOfSubject");
        return subject.isEmpty() ? null : ImportedPosts.name(row, subject);
    }

    @Override
    public List<RowOutcome> take(Batch batch) {
        var imported = lookUp(batch);
        var outcomes = batch.rows().stream()
                .map(row -> decide(row, imported, batch.dryRun(), batch.actor()))
                .toList();
        if (!batch.dryRun()) {
            giving.store(imported.sound(), batch.actor());
        }
        return outcomes;
    }

    private ImportedPosts lookUp(Batch batch) {
        var codes = new HashSet<String>();
        var subjects = new HashSet<String>();
        var names = new HashSet<String>();
        for (var row : batch.rows()) {
            codes.add(row.cell("organisationCode"));
            ImportedPosts.subjects(row).forEach(subject -> {
                subjects.add(subject);
                names.add(ImportedPosts.name(row, subject));
            });
        }
        var places = organisations.withCodes(codes);
        var kept = posts.of(
                subjects, places.values().stream().map(KnownOrganisation::id).toList());
        return new ImportedPosts(places, kept, batch.earlier().named(names), batch.rows(), batch.actor());
    }

    private static RowOutcome decide(ImportRow row, ImportedPosts imported, boolean dryRun, Actor actor) {
        var name = ImportedPosts.name(row, row.cell("subject"));
        try {
            if (row.fault() != null) {
                imported.reject(name, row.number());
                return new RowOutcome.Rejected(row.fault(), Map.of());
            }
            return take(row, name, imported, dryRun, actor);
        } catch (DomainProblem refused) {
            imported.reject(name, row.number());
            return RowOutcome.Rejected.of(refused);
        }
    }

    private static RowOutcome take(ImportRow row, String name, ImportedPosts imported, boolean dryRun, Actor actor) {
        var role = row.constant("role", Role.class);
        var subject = shortEnough(row, "subject", row.required("subject"));
        var issuer = shortEnough(row, "issuer", ImportedPosts.issuer(row, actor));
        var from = row.day("validFrom");
        var to = row.optionalDay("validTo");
        var place = Optional.ofNullable(imported.place(row.required("organisationCode")))
                .filter(found -> PostService.readable(actor).covers(found.path()))
                .orElseThrow(() -> new UnknownPlace(row.cell("organisationCode")));
        var allowedBy = actor.require(place.path(), ADMINISTRATOR);
        PostGiving.requirePeriodInOrder(from, to);
        var deputised = deputised(row);
        var deputyOf = deputised == null ? null : imported.deputised(deputised, row.cell("deputyOfSubject"), from, to);
        var same = imported.kept(name).stream()
                .filter(post -> post.validFrom().equals(from))
                .findFirst();
        if (same.isPresent()) {
            return unchanged(same.get(), to, deputyOf);
        }
        PostGiving.requireSomebodyElse(issuer, subject, actor);
        PostGiving.requireNoOverlap(from, to, imported.alike(name));
        var post = new Post(place.id(), role, issuer, subject, from, to, deputyOf);
        var memo = imported.accept(name, new Given(post, allowedBy));
        return dryRun ? new RowOutcome.Accepted(null, memo) : new RowOutcome.Accepted(post.id(), null);
    }

    private static String shortEnough(ImportRow row, String column, String text) {
        if (text.length() > LONGEST_NAME) {
            throw new CellNotUnderstood(column);
        }
        return text;
    }

    private static RowOutcome unchanged(Post post, @Nullable LocalDate to, @Nullable UUID deputyOf) {
        var different = new ArrayList<String>();
        if (!Objects.equals(post.validTo(), to)) {
            different.add("validTo");
        }
        if (!Objects.equals(post.deputyOf(), deputyOf)) {
            different.add("deputyOfSubject");
        }
        if (!different.isEmpty()) {
            throw new DiffersFromKept(String.join(", ", different));
        }
        return new RowOutcome.Unchanged(post.id());
    }
}
