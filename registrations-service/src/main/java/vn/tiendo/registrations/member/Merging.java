package vn.tiendo.registrations.member;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.registrations.member.MemberApi.HistoryView;
import vn.tiendo.registrations.member.MemberApi.MembershipView;
import vn.tiendo.registrations.member.MemberApi.MergeRequest;
import vn.tiendo.registrations.member.MemberApi.MergeView;
import vn.tiendo.registrations.member.MemberApi.StandingView;

/// Makes one record of two that are one person, and tells what each was before.
@ApplicationScoped
class Merging {

    @Inject
    MemberService members;

    @Inject
    MemberRepository all;

    @Inject
    MemberMergeRepository merges;

    @Inject
    StandingRepository standings;

    @Inject
    Duplicates duplicates;

    @Inject
    MemberReads reads;

    @Inject
    CurrentActor currentActor;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Event<MemberChange.All> changes;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    private record Trace(UUID mergedId, MemberFacts member) {}

    /// By who looks after each of the two; it may not become something else by it itself.
    @Transactional
    Member merge(UUID id, @Nullable String ifMatch, MergeRequest request) {
        var actor = currentActor.get();
        var survivor = members.get(id, actor);
        var merged = members.get(request.memberId(), actor);
        var authority = new Authority(actor);
        var now = clock.instant();
        authority.requireFor(survivor, Days.dayOf(now));
        if (merged.mergedIntoId() == null) {
            authority.requireFor(merged, Days.dayOf(now));
        }
        if (merged.is(actor.issuer(), actor.subject()) && !merged.standing().equals(survivor.standing())) {
            throw new MemberProblem.OwnStanding();
        }
        ETags.requireMatch(ifMatch, survivor.version());
        var before = MemberFacts.of(survivor);
        var left = merged.mergeInto(survivor, now);
        outbox.erase(Member.STREAM, merged); // flushed: what may stand once only is free
        all.passOnMerged(merged.id(), id);
        survivor.inherit(left);
        merges.persist(new MemberMerge(id, merged.id(), left, request.reason(), now, json));
        outbox.add(Member.STREAM, survivor, "merged");
        duplicates.merged(id, merged.id());
        audit.record(
                actor,
                authority.post(),
                "merge-member",
                "member",
                id,
                before,
                new Trace(merged.id(), MemberFacts.of(survivor)));
        audit.record(actor, authority.post(), "merge-member", "member", merged.id(), null, MemberFacts.of(merged));
        changes.fire(new MemberChange.All(List.of(new MemberChange.Merged(id, merged.id()))));
        return survivor;
    }

    /// Standings and memberships of the record and of those merged into it.
    @Transactional
    HistoryView history(UUID id) {
        var actor = currentActor.get();
        var member = members.get(id, actor);
        reads.saw(actor, "read-history", List.of(member));
        var names = all.mergedInto(id).stream().collect(Collectors.toMap(Member::id, Function.identity()));
        var traces = merges.into(
                Stream.concat(Stream.of(id), names.keySet().stream()).toList());
        return new HistoryView(
                id,
                standingsOf(id),
                member.memberships().stream().map(MembershipView::of).toList(),
                traces.stream()
                        .map(trace -> new MergeView(
                                trace.mergedId(),
                                Objects.requireNonNull(names.get(trace.mergedId()))
                                        .name(),
                                trace.mergedAt(),
                                trace.reason(),
                                trace.memberships(json),
                                standingsOf(trace.mergedId())))
                        .toList());
    }

    private List<StandingView> standingsOf(UUID id) {
        return standings.of(id).stream().map(StandingView::of).toList();
    }
}
