package vn.tiendo.plans.post;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.intake.ImportProblem.RestsOnRejectedRow;
import vn.tiendo.kit.intake.ImportRow;
import vn.tiendo.kit.intake.RowImporter.EarlierRow;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.plans.post.PostGiving.Given;
import vn.tiendo.plans.post.PostProblem.NobodyToStandInFor;

/// Posts as one batch of rows sees them: what is kept, what became of earlier rows of the file, and what the batch
/// itself has decided so far. Posts of one organisation, role and holder share a name.
final class ImportedPosts {

    private final Map<String, KnownOrganisation> places;
    private final Map<String, List<EarlierRow>> earlier;
    private final Map<String, List<Post>> kept = new HashMap<>();
    private final Map<String, List<Post>> given = new HashMap<>();
    private final Map<String, Integer> rejected = new HashMap<>();
    private final List<Given> sound = new ArrayList<>();

    /// @param places by code, all that the rows name
    /// @param kept posts of holders that the rows name at these places, and perhaps others
    /// @param earlier rows by name
    ImportedPosts(
            Map<String, KnownOrganisation> places,
            List<Post> kept,
            Map<String, List<EarlierRow>> earlier,
            List<ImportRow> rows,
            Actor actor) {
        this.places = places;
        this.earlier = earlier;
        for (var row : rows) {
            subjects(row)
                    .forEach(subject -> this.kept.computeIfAbsent(
                            name(row, subject),
                            name -> kept.stream()
                                    .filter(post -> isAlike(post, row, subject, actor))
                                    .toList()));
            subjects(row)
                    .forEach(subject -> given.computeIfAbsent(
                            name(row, subject),
                            name -> earlier.getOrDefault(name, List.of()).stream()
                                    .map(EarlierRow::memo)
                                    .filter(Objects::nonNull)
                                    .map(memo -> remembered(memo, row, subject, actor))
                                    .toList()));
        }
    }

    /// Everybody whom a row names.
    static Stream<String> subjects(ImportRow row) {
        return Stream.of(row.cell("subject"), row.cell("deputyOfSubject")).filter(subject -> !subject.isEmpty());
    }

    static String name(ImportRow row, String subject) {
        return String.join("|", row.cell("organisationCode"), row.cell("role"), row.cell("issuer"), subject);
    }

    static String issuer(ImportRow row, Actor actor) {
        return row.cell("issuer").isEmpty() ? actor.issuer() : row.cell("issuer");
    }

    private boolean isAlike(Post post, ImportRow row, String subject, Actor actor) {
        var place = places.get(row.cell("organisationCode"));
        return place != null
                && post.organisationId().equals(place.id())
                && post.role().name().equals(row.cell("role"))
                && post.isHeldBy(issuer(row, actor), subject);
    }

    @Nullable
    KnownOrganisation place(String code) {
        return places.get(code);
    }

    List<Post> kept(String name) {
        return kept.getOrDefault(name, List.of());
    }

    /// Kept, or given by this import.
    List<Post> alike(String name) {
        return Stream.concat(kept(name).stream(), given.getOrDefault(name, List.of()).stream())
                .toList();
    }

    /// What is to be stored, those stood in for before their deputies.
    List<Given> sound() {
        return sound;
    }

    /// @return what later batches of a dry run have to know of it
    String accept(String name, Given row) {
        sound.add(row);
        given.merge(
                name,
                List.of(row.post()),
                (before, more) -> Stream.concat(before.stream(), more.stream()).toList());
        var post = row.post();
        return post.validFrom() + (post.validTo() == null ? "" : " " + post.validTo());
    }

    void reject(String name, int row) {
        rejected.put(name, row);
    }

    /// Of several posts of the one stood in for, the latest that is held at a time with the deputy's.
    ///
    /// @throws NobodyToStandInFor when there is none at that time
    /// @throws RestsOnRejectedRow when there would be one, had its row been accepted
    UUID deputised(String name, String subject, LocalDate from, @Nullable LocalDate to) {
        return alike(name).stream()
                .filter(post -> post.isHeldWithin(from, to))
                .max(Comparator.comparing(Post::validFrom))
                .map(Post::id)
                .orElseThrow(() -> nobody(name, subject));
    }

    private DomainProblem nobody(String name, String subject) {
        var refused = Stream.concat(
                        Stream.ofNullable(rejected.get(name)),
                        earlier.getOrDefault(name, List.of()).stream()
                                .filter(EarlierRow::rejected)
                                .map(EarlierRow::number))
                .findFirst();
        return alike(name).isEmpty() && refused.isPresent()
                ? new RestsOnRejectedRow(refused.get())
                : new NobodyToStandInFor(subject);
    }

    /// A post that an earlier batch of a dry run would have given.
    private Post remembered(String memo, ImportRow row, String subject, Actor actor) {
        var days = memo.split(" ");
        return new Post(
                Objects.requireNonNull(places.get(row.cell("organisationCode"))).id(),
                Role.valueOf(row.cell("role")),
                issuer(row, actor),
                subject,
                LocalDate.parse(days[0]),
                days.length > 1 ? LocalDate.parse(days[1]) : null,
                null);
    }
}
