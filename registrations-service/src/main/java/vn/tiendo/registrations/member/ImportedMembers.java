package vn.tiendo.registrations.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.intake.ImportProblem.DiffersFromKept;
import vn.tiendo.kit.intake.RowImporter.EarlierRow;
import vn.tiendo.kit.intake.RowOutcome;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.registrations.member.KnownMembers.Known;
import vn.tiendo.registrations.member.MemberApi.MemberRequest;

/// Members as one batch of rows sees them: what is kept, what earlier batches of a dry run would have made,
/// and what the batch itself has decided so far.
final class ImportedMembers {

    private static final List<String> COMPARED =
            List.of("name", "birthDate", "category", "status", "language", "email", "phone", "identitySubject");
    private static final int DIGEST = 16;

    private final Known known;
    private final Actor actor;
    private final NaturalKeys keys;
    private final Map<String, Promised> promised = new HashMap<>();
    private final List<Taken> taken = new ArrayList<>();
    private final Set<Member> extended = new LinkedHashSet<>();
    private final ImportDiscretion discretion;

    /// What a row has made.
    record Taken(
            Member member,
            Membership membership,
            boolean isNew,
            @Nullable HeldPost post) {}

    /// Somebody whom a dry run would have made.
    private record Promised(List<String> digests, List<Membership> memberships) {}

    ImportedMembers(Known known, Map<String, List<EarlierRow>> earlier, Actor actor, NaturalKeys keys) {
        this.known = known;
        this.actor = actor;
        this.keys = keys;
        this.discretion = new ImportDiscretion(actor);
        earlier.forEach((person, rows) -> rows.stream()
                .map(EarlierRow::memo)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .forEach(memo -> promise(person, memo)));
    }

    List<Taken> taken() {
        return taken;
    }

    List<Member> added() {
        return taken.stream().filter(Taken::isNew).map(Taken::member).toList();
    }

    /// Those kept before who belong to more places now.
    List<Member> extended() {
        return List.copyOf(extended);
    }

    /// Those out of the sender's sight whom its rows were compared with.
    List<Member> met() {
        return discretion.met();
    }

    RowOutcome take(RowReading.Read row, boolean dryRun) {
        var request = row.sound();
        var period = request.memberships().getFirst();
        var place = known.place(row.organisationCode(), period.from())
                .filter(found -> Authority.readable(actor).covers(found.path()))
                .orElseThrow(MemberProblem.UnknownUnit::new);
        var authority = new Authority(actor);
        authority.require(place.path());
        var membership = new Membership(place.id(), place.path(), period.from(), period.to());
        var kept = row.isNumbered() ? numbered(row, request) : namesake(request, membership);
        if (kept.isPresent()) {
            return join(kept.get(), row, request, membership, authority, dryRun);
        }
        if (dryRun) {
            return new RowOutcome.Accepted(null, promise(row, request, membership));
        }
        var member = new Member(request.particulars(), request.standing(), row.hashes(), List.of(membership));
        known.learn(member);
        taken.add(new Taken(member, membership, true, authority.post()));
        return new RowOutcome.Accepted(member.id(), null);
    }

    /// All that the row says of who it is has to be said of one person.
    private Optional<Member> numbered(RowReading.Read row, MemberRequest request) {
        var found = new LinkedHashSet<Member>();
        found.addAll(known.by(KnownMembers.key(row.hashes().nationalId())));
        found.addAll(known.by(KnownMembers.key(row.hashes().card())));
        found.addAll(known.by(KnownMembers.account(request.identityIssuer(), request.identitySubject())));
        found.forEach(member -> discretion.meet(member, request));
        if (found.size() > 1 || found.stream().anyMatch(member -> !member.hasKeys(row.hashes()))) {
            throw new MemberProblem.NaturalKeysDiffer();
        }
        return found.stream().findFirst();
    }

    /// Without a number the same row again is the same person; anybody else of that name there is for a human to
    /// decide.
    private Optional<Member> namesake(MemberRequest request, Membership membership) {
        var name = new PersonName(request.name());
        var there = known.by(KnownMembers.namesake(name.searchKey(), request.birthDate())).stream()
                .filter(member -> member.memberships().stream()
                        .anyMatch(each -> each.organisationId().equals(membership.organisationId())))
                .toList();
        there.forEach(member -> discretion.meet(member, request));
        var same = there.stream()
                .filter(member -> member.memberships().stream().anyMatch(each -> says(each, membership)))
                .filter(member -> differences(member, request).isEmpty())
                .findFirst();
        if (same.isEmpty() && !there.isEmpty()) {
            throw new MemberProblem.PossibleDuplicate();
        }
        return same;
    }

    private RowOutcome join(
            Member member,
            RowReading.Read row,
            MemberRequest request,
            Membership membership,
            Authority authority,
            boolean dryRun) {
        var differences = differences(member, request);
        if (!differences.isEmpty()) {
            throw new DiffersFromKept(String.join(", ", differences));
        }
        if (member.memberships().stream().anyMatch(each -> says(each, membership))) {
            return new RowOutcome.Unchanged(member.id());
        }
        requireApart(member.memberships(), membership);
        if (dryRun) {
            return new RowOutcome.Accepted(null, promise(row, request, membership));
        }
        var all = new ArrayList<>(member.memberships());
        all.add(membership);
        member.belong(all);
        if (taken.stream().noneMatch(each -> each.isNew() && each.member().equals(member))) {
            extended.add(member);
        }
        taken.add(new Taken(member, membership, false, authority.post()));
        return new RowOutcome.Accepted(member.id(), null);
    }

    private static boolean says(Membership held, Membership wanted) {
        return held.says(wanted.organisationId(), wanted.validFrom(), wanted.validTo());
    }

    private static void requireApart(List<Membership> held, Membership wanted) {
        if (held.stream()
                .anyMatch(each -> each.organisationId().equals(wanted.organisationId())
                        && each.validFrom().equals(wanted.validFrom()))) {
            throw new DiffersFromKept("to");
        }
        if (held.stream().anyMatch(wanted::overlaps)) {
            throw new MemberProblem.MembershipsOverlap();
        }
    }

    /// Of what the row says; what it leaves open differs from nothing.
    private List<String> differences(Member member, MemberRequest request) {
        var kept = Arrays.<@Nullable Object>asList(
                member.name(),
                member.birthDate(),
                member.category(),
                member.status(),
                member.language(),
                member.email(),
                member.phone(),
                member.identitySubject());
        var said = said(request);
        return different(column -> said.get(column) == null
                || discretion.hides(member, COMPARED.get(column))
                || Objects.equals(said.get(column), kept.get(column)));
    }

    private static List<String> different(IntPredicate alike) {
        return IntStream.range(0, COMPARED.size())
                .filter(column -> !alike.test(column))
                .mapToObj(COMPARED::get)
                .toList();
    }

    /// In the order of the columns that are compared.
    private static List<@Nullable Object> said(MemberRequest request) {
        return Arrays.asList(
                new PersonName(request.name()).text(),
                request.birthDate(),
                request.category(),
                request.status(),
                request.language(),
                request.email(),
                request.phone(),
                request.identitySubject());
    }

    /// In a dry run nothing is kept, so that later rows of the same person are measured by what earlier ones promised.
    private String promise(RowReading.Read row, MemberRequest request, Membership membership) {
        var digests = digests(request);
        var before = promised.get(row.person());
        if (before != null) {
            if (!row.isNumbered()) {
                throw new MemberProblem.PossibleDuplicate();
            }
            var differences = different(column ->
                    said(request).get(column) == null || digests.get(column).equals(before.digests.get(column)));
            if (!differences.isEmpty()) {
                throw new DiffersFromKept(String.join(", ", differences));
            }
            requireApart(before.memberships, membership);
        }
        var memo = String.join(
                " ",
                String.join(",", digests),
                membership.organisationId().toString(),
                membership.validFrom().toString(),
                membership.validTo() == null ? "" : membership.validTo().toString());
        promise(row.person(), memo);
        return memo;
    }

    private void promise(String person, String memo) {
        var words = memo.split(" ");
        var membership = new Membership(
                UUID.fromString(words[1]),
                "",
                LocalDate.parse(words[2]),
                words.length > 3 ? LocalDate.parse(words[3]) : null);
        var first = promised.get(person);
        var all = new ArrayList<>(first == null ? List.<Membership>of() : first.memberships);
        all.add(membership);
        promised.put(person, new Promised(first == null ? List.of(words[0].split(",")) : first.digests, all));
    }

    /// Tells equal from different, and nothing else: a memo outlives the cells.
    private List<String> digests(MemberRequest request) {
        var made = request.particulars();
        return IntStream.range(0, COMPARED.size())
                .mapToObj(column -> COMPARED.get(column).equals("language")
                        ? made.language()
                        : String.valueOf(said(request).get(column)))
                .map(value -> Objects.requireNonNull(KnownMembers.key(keys.anything(value)))
                        .substring(0, DIGEST))
                .toList();
    }
}
