package vn.tiendo.registrations.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.time.Days;

/// Keeps what members are over time, and lets what was decided beforehand take effect when its day has come.
@ApplicationScoped
public class Standings implements LeaderTask {

    private static final int BATCH = 300;

    @Inject
    StandingRepository standings;

    @Inject
    MemberRepository members;

    @Inject
    Event<MemberChange.All> changes;

    @Inject
    Clock clock;

    /// The first standing of somebody who is new holds from its first membership on.
    void begin(List<Member> added) {
        var now = clock.instant();
        standings.persist(added.stream()
                .map(member -> new Standing(member.id(), firstDayOf(member), member.standing(), null, now)));
    }

    private static LocalDate firstDayOf(Member member) {
        return member.memberships().stream()
                .map(Membership::validFrom)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /// Records what a member is from a day on; what was recorded for that very day before was wrong. What is null stays
    /// as it stands on that day.
    void record(
            Member member,
            @Nullable MemberCategory category,
            @Nullable MemberStatus status,
            LocalDate from,
            @Nullable String decision) {
        var now = clock.instant();
        var known = new ArrayList<>(standings.of(member.id()));
        if (from.isBefore(known.getFirst().validFrom())) {
            throw new MemberProblem.StandingBeforeTheFirst(known.getFirst().validFrom());
        }
        var stands = Standing.on(from, known).kind();
        var kind = new Standing.Kind(
                Objects.requireNonNullElse(category, stands.category()),
                Objects.requireNonNullElse(status, stands.status()));
        var sameDay =
                known.stream().filter(each -> each.validFrom().equals(from)).findFirst();
        if (sameDay.isPresent()) {
            sameDay.get().become(kind, decision, now);
        } else {
            var next = new Standing(member.id(), from, kind, decision, now);
            standings.persist(next);
            var place = (int) known.stream()
                    .filter(each -> each.validFrom().isBefore(from))
                    .count();
            known.add(place, next);
        }
        var change = takeEffect(member, known);
        change.ifPresent(each -> changes.fire(new MemberChange.All(List.of(each))));
    }

    private Optional<MemberChange> takeEffect(Member member, List<Standing> known) {
        var today = Days.dayOf(clock.instant());
        var before = member.standing();
        var holds = Standing.on(today, known).kind();
        member.stand(holds, Standing.nextAfter(today, known).orElse(null));
        return holds.equals(before)
                ? Optional.empty()
                : Optional.of(new MemberChange.StandingChanged(member.id(), holds.category(), holds.status()));
    }

    /// For each of some members the status that holds on a day, in one statement.
    @Transactional
    public Map<UUID, MemberStatus> statusesOn(LocalDate day, List<UUID> some) {
        return standings.of(some).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> Standing.on(day, each.getValue()).kind().status()));
    }

    @Override
    public String name() {
        return "standings-taking-effect";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean pass() {
        var due = members.withStandingDue(Days.dayOf(clock.instant()), BATCH);
        var known = standings.of(due.stream().map(Member::id).toList());
        var effects = due.stream()
                .flatMap(member -> takeEffect(member, Objects.requireNonNull(known.get(member.id()))).stream())
                .toList();
        if (!effects.isEmpty()) {
            changes.fire(new MemberChange.All(effects));
        }
        return due.size() == BATCH;
    }
}
