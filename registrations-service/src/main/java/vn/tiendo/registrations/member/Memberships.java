package vn.tiendo.registrations.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What becomes of the memberships of a person; their order says which unit keeps its registrations.
final class Memberships {

    private Memberships() {}

    /// Where a person is looked after on a day: where it belongs then, or else where it belonged last. Places that it
    /// left before still see what was, and change nothing any more.
    static List<Membership> inCharge(List<Membership> held, LocalDate day) {
        var begun = held.stream().filter(each -> !each.validFrom().isAfter(day)).toList();
        var holding = begun.stream().filter(each -> each.holdsOn(day)).toList();
        if (!holding.isEmpty()) {
            return holding;
        }
        var last = begun.stream()
                .flatMap(each -> Stream.ofNullable(each.validTo()))
                .max(LocalDate::compareTo);
        return last.map(end -> begun.stream()
                        .filter(each -> end.equals(each.validTo()))
                        .toList())
                .orElse(held);
    }

    /// An organisation has ended: from the next day on its successor stands in its place of the order, and what was
    /// stays readable.
    static List<Membership> passedOn(
            List<Membership> held, UUID ended, LocalDate endedOn, UUID successor, String successorPath) {
        var memberships = new ArrayList<>(held);
        var former = new ArrayList<Membership>();
        for (var each : held) {
            if (!each.organisationId().equals(ended) || !each.lastsBeyond(endedOn)) {
                continue;
            }
            var place = memberships.indexOf(each);
            var begins = each.validFrom().isAfter(endedOn) ? each.validFrom() : endedOn.plusDays(1);
            var next = new Membership(successor, successorPath, begins, each.validTo());
            if (memberships.stream().anyMatch(next::overlaps)) {
                memberships.remove(place);
            } else {
                memberships.set(place, next);
            }
            if (!each.validFrom().isAfter(endedOn)) {
                former.add(each.until(endedOn));
            }
        }
        memberships.addAll(former);
        return memberships;
    }

    /// The membership at one organisation goes on at another from a day on, in the same place of the order.
    static List<Membership> transferred(List<Membership> held, UUID from, UUID to, String toPath, LocalDate on) {
        var memberships = new ArrayList<>(held);
        var left = held.stream()
                .filter(each -> each.organisationId().equals(from) && each.holdsOn(on))
                .findFirst()
                .orElseThrow(MemberProblem.NotAMemberThere::new);
        var next = new Membership(to, toPath, on, left.validTo());
        if (memberships.stream().anyMatch(next::overlaps)) {
            throw new MemberProblem.MembershipsOverlap();
        }
        memberships.set(memberships.indexOf(left), next);
        if (left.validFrom().isBefore(on)) {
            memberships.add(left.until(on.minusDays(1)));
        }
        return memberships;
    }

    /// Those of two records of one person: periods at one organisation that overlap become one.
    static List<Membership> united(List<Membership> first, List<Membership> second) {
        var memberships = new ArrayList<>(first);
        for (var each : second) {
            var joined = each;
            var place = memberships.size();
            for (int i = memberships.size() - 1; i >= 0; i--) {
                if (memberships.get(i).overlaps(joined)) {
                    joined = memberships.remove(i).joinedWith(joined);
                    place = i;
                }
            }
            memberships.add(place, joined);
        }
        return memberships;
    }
}
