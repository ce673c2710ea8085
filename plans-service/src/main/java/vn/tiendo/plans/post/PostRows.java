package vn.tiendo.plans.post;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.plans.intake.ImportProblem.CellNotUnderstood;
import vn.tiendo.plans.intake.ImportProblem.DiffersFromKept;
import vn.tiendo.plans.intake.ImportProblem.RestsOnRejectedRow;
import vn.tiendo.plans.intake.ImportRow;
import vn.tiendo.plans.intake.RowImporter;
import vn.tiendo.plans.intake.RowOutcome;
import vn.tiendo.plans.organisation.OrganisationService;
import vn.tiendo.plans.post.PostGiving.Given;
import vn.tiendo.plans.post.PostProblem.NobodyToStandInFor;
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

    /// What one batch has to know: everything its rows name, and what they have decided so far.
    ///
    /// @param given posts by the name of their row, kept before, accepted earlier or just now
    private record Known(
            Map<String, KnownOrganisation> places,
            Map<String, List<Post>> given,
            Map<String, List<EarlierRow>> earlier,
            Map<String, Integer> rejected,
            Set<UUID> kept,
            List<Given> sound,
            Actor actor) {

        List<Post> alike(String name) {
            return given.getOrDefault(name, List.of());
        }
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
        var name = name(row, row.cell("subject"));
        return new Identity(name + "|" + row.cell("validFrom"), name, deputised(row));
    }

    private static String name(ImportRow row, String subject) {
        return String.join("|", row.cell("organisationCode"), row.cell("role"), row.cell("issuer"), subject);
    }

    private static @Nullable String deputised(ImportRow row) {
        var subject = row.cell("deputyOfSubject");
        return subject.isEmpty() ? null : name(row, subject);
    }

    @Override
    public List<RowOutcome> take(Batch batch) {
        var known = lookUp(batch);
        var outcomes = batch.rows().stream()
                .map(row -> decide(row, known, batch.dryRun()))
                .toList();
        if (!batch.dryRun()) {
            giving.store(known.sound, batch.actor());
        }
        return outcomes;
    }

    private Known lookUp(Batch batch) {
        var codes = new HashSet<String>();
        var subjects = new HashSet<String>();
        var names = new HashSet<String>();
        for (var row : batch.rows()) {
            codes.add(row.cell("organisationCode"));
            Stream.of(row.cell("subject"), row.cell("deputyOfSubject"))
                    .filter(subject -> !subject.isEmpty())
                    .forEach(subject -> {
                        subjects.add(subject);
                        names.add(name(row, subject));
                    });
        }
        var places = organisations.withCodes(codes);
        var kept = posts.of(
                subjects, places.values().stream().map(KnownOrganisation::id).toList());
        var known = new Known(
                places,
                new HashMap<>(),
                batch.earlier().named(names),
                new HashMap<>(),
                kept.stream().map(Post::id).collect(Collectors.toSet()),
                new ArrayList<>(),
                batch.actor());
        for (var row : batch.rows()) {
            Stream.of(row.cell("subject"), row.cell("deputyOfSubject"))
                    .filter(subject -> !subject.isEmpty())
                    .forEach(subject ->
                            known.given.computeIfAbsent(name(row, subject), name -> alike(row, subject, known, kept)));
        }
        return known;
    }

    /// The posts of a name that are kept, and in a dry run those that would be.
    private static List<Post> alike(ImportRow row, String subject, Known known, List<Post> kept) {
        var place = known.places.get(row.cell("organisationCode"));
        var alike = new ArrayList<Post>();
        if (place != null) {
            kept.stream()
                    .filter(post -> post.organisationId().equals(place.id())
                            && post.role().name().equals(row.cell("role"))
                            && post.isHeldBy(issuer(row, known.actor), subject))
                    .forEach(alike::add);
            known.earlier.getOrDefault(name(row, subject), List.of()).stream()
                    .map(EarlierRow::memo)
                    .filter(Objects::nonNull)
                    .map(memo -> post(memo, place.id(), row, issuer(row, known.actor), subject))
                    .forEach(alike::add);
        }
        return alike;
    }

    private static String issuer(ImportRow row, Actor actor) {
        return row.cell("issuer").isEmpty() ? actor.issuer() : row.cell("issuer");
    }

    private RowOutcome decide(ImportRow row, Known known, boolean dryRun) {
        try {
            if (row.fault() != null) {
                return rejected(row, known, new RowOutcome.Rejected(row.fault(), Map.of()));
            }
            return take(row, known, dryRun);
        } catch (DomainProblem refused) {
            return rejected(row, known, RowOutcome.Rejected.of(refused));
        }
    }

    private static RowOutcome rejected(ImportRow row, Known known, RowOutcome.Rejected outcome) {
        known.rejected.put(name(row, row.cell("subject")), row.number());
        return outcome;
    }

    private static RowOutcome take(ImportRow row, Known known, boolean dryRun) {
        var role = row.constant("role", Role.class);
        var subject = shortEnough(row, "subject", row.required("subject"));
        var issuer = shortEnough(row, "issuer", issuer(row, known.actor));
        var from = row.day("validFrom");
        var to = row.optionalDay("validTo");
        var place = Optional.ofNullable(known.places.get(row.required("organisationCode")))
                .filter(found -> PostService.readable(known.actor).covers(found.path()))
                .orElseThrow(() -> new UnknownPlace(row.cell("organisationCode")));
        var allowedBy = known.actor.require(place.path(), ADMINISTRATOR);
        PostGiving.requirePeriodInOrder(from, to);
        var deputyOf = deputised(row, from, to, known);
        var alike = known.alike(name(row, subject));
        var same = alike.stream()
                .filter(post ->
                        known.kept.contains(post.id()) && post.validFrom().equals(from))
                .findFirst();
        if (same.isPresent()) {
            return kept(same.get(), to, deputyOf);
        }
        PostGiving.requireSomebodyElse(issuer, subject, known.actor);
        PostGiving.requireNoOverlap(from, to, alike);
        var post = new Post(place.id(), role, issuer, subject, from, to, deputyOf);
        known.sound.add(new Given(post, allowedBy));
        known.given
                .computeIfAbsent(name(row, subject), name -> new ArrayList<>())
                .add(post);
        return dryRun ? new RowOutcome.Accepted(null, memo(post)) : new RowOutcome.Accepted(post.id(), null);
    }

    private static String shortEnough(ImportRow row, String column, String text) {
        if (text.length() > LONGEST_NAME) {
            throw new CellNotUnderstood(column);
        }
        return text;
    }

    private static RowOutcome kept(Post post, @Nullable LocalDate to, @Nullable UUID deputyOf) {
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

    /// Of several posts of the same holder, the latest that is held at a time with the deputy's.
    private static @Nullable UUID deputised(ImportRow row, LocalDate from, @Nullable LocalDate to, Known known) {
        var name = deputised(row);
        if (name == null) {
            return null;
        }
        return known.alike(name).stream()
                .filter(post -> post.isHeldWithin(from, to))
                .max(Comparator.comparing(Post::validFrom))
                .map(Post::id)
                .orElseThrow(() -> nobody(name, row, known));
    }

    /// There is none of that name, or none at that time; or there would be, had its row been accepted.
    private static DomainProblem nobody(String name, ImportRow row, Known known) {
        var rejected = Stream.concat(
                        Stream.ofNullable(known.rejected.get(name)),
                        known.earlier.getOrDefault(name, List.of()).stream()
                                .filter(EarlierRow::rejected)
                                .map(EarlierRow::number))
                .findFirst();
        return known.alike(name).isEmpty() && rejected.isPresent()
                ? new RestsOnRejectedRow(rejected.get())
                : new NobodyToStandInFor(row.cell("deputyOfSubject"));
    }

    private static String memo(Post post) {
        return post.validFrom() + (post.validTo() == null ? "" : " " + post.validTo());
    }

    /// A post that an earlier batch of a dry run would have made.
    private static Post post(String memo, UUID place, ImportRow row, String issuer, String subject) {
        var days = memo.split(" ");
        return new Post(
                place,
                Role.valueOf(row.cell("role")),
                issuer,
                subject,
                LocalDate.parse(days[0]),
                days.length > 1 ? LocalDate.parse(days[1]) : null,
                null);
    }
}
