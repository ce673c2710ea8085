package vn.tiendo.registrations.member;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.member.MemberApi.DuplicateDecision;
import vn.tiendo.registrations.member.MemberApi.DuplicateView;
import vn.tiendo.registrations.member.MemberApi.MemberView;

/// Finds members that may be one person, and keeps what somebody decided about them.
@ApplicationScoped
class Duplicates {

    @Inject
    DuplicateRepository duplicates;

    @Inject
    MemberRepository members;

    @Inject
    ReachRepository organisations;

    @Inject
    MemberReads reads;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// Looks for others like these, which are stored already.
    void note(List<UUID> changed) {
        members.flush();
        duplicates.note(changed.toArray(UUID[]::new), clock.instant());
    }

    /// Those who write members decide; nobody else sees the pairs.
    @Transactional
    Page<DuplicateView> page(@Nullable UUID organisation, PageRequest page) {
        var actor = currentActor.get();
        var reach = organisations.narrowed(deciding(actor), organisation);
        var found = Page.of(
                duplicates.open(reach, page),
                page,
                each -> new Cursor(each.foundAt().toString(), each.id()));
        var known = shown(actor, found.items());
        return found.map(each -> view(each, known));
    }

    /// They are two persons, and are asked about no more; said by who looks after each of them.
    @Transactional
    DuplicateView dismiss(UUID id, @Nullable String ifMatch) {
        var actor = currentActor.get();
        var duplicate = duplicates.find(id, deciding(actor)).orElseThrow(MemberProblem.DuplicateNotFound::new);
        var known = shown(actor, List.of(duplicate));
        var authority = new Authority(actor);
        var today = Days.dayOf(clock.instant());
        known.values().forEach(each -> authority.requireFor(each, today));
        ETags.requireMatch(ifMatch, duplicate.version());
        duplicate.decide(DuplicateDecision.DIFFERENT, clock.instant());
        duplicates.flush();
        audit.record(
                actor,
                authority.post(),
                "dismiss-duplicate",
                "possible-duplicate",
                id,
                null,
                List.of(duplicate.firstId(), duplicate.secondId()));
        return view(duplicate, known);
    }

    /// The pair, if it was noted, is decided; other questions about the merged record go to the survivor.
    void merged(UUID survivor, UUID merged) {
        duplicates
                .ofPair(survivor, merged)
                .filter(pair -> pair.decision() == null)
                .ifPresent(pair -> pair.decide(DuplicateDecision.MERGED, clock.instant()));
        duplicates.flush();
        duplicates.forgetOpenOf(merged);
        note(List.of(survivor));
    }

    private static Reach deciding(Actor actor) {
        return actor.reach(ADMINISTRATOR, COMMITTEE_OFFICER, CELL_SECRETARY);
    }

    private Map<UUID, Member> shown(Actor actor, List<PossibleDuplicate> pairs) {
        var ids = pairs.stream()
                .flatMap(pair -> Stream.of(pair.firstId(), pair.secondId()))
                .distinct()
                .toList();
        var found = members.list("id in ?1 order by id", ids);
        reads.saw(actor, "list-duplicates", found);
        return found.stream().collect(Collectors.toMap(Member::id, Function.identity()));
    }

    private static DuplicateView view(PossibleDuplicate pair, Map<UUID, Member> known) {
        return new DuplicateView(
                pair.id(),
                MemberView.of(Objects.requireNonNull(known.get(pair.firstId())), false),
                MemberView.of(Objects.requireNonNull(known.get(pair.secondId())), false),
                pair.foundAt(),
                pair.decision(),
                pair.decidedAt(),
                pair.version());
    }
}
