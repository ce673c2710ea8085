package vn.tiendo.registrations.member;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;

/// What one command on members needs, and the post under which it is recorded: the first that allowed a part of it.
final class Authority {

    private final Actor actor;
    private @Nullable HeldPost held;

    Authority(Actor actor) {
        this.actor = actor;
    }

    /// Members belong in sight of those who work with them; a membership alone shows nobody else's record.
    static Reach readable(Actor actor) {
        return actor.reach(ADMINISTRATOR, COMMITTEE_OFFICER, COMMITTEE_LEADER, CELL_SECRETARY, INSPECTOR, AUDITOR);
    }

    /// The post that shows a member to the reader.
    static @Nullable HeldPost ofReading(Actor actor, List<Membership> memberships) {
        return memberships.stream()
                .flatMap(membership -> actor
                        .postFor(
                                membership.organisationPath(),
                                ADMINISTRATOR,
                                COMMITTEE_OFFICER,
                                COMMITTEE_LEADER,
                                CELL_SECRETARY,
                                INSPECTOR,
                                AUDITOR)
                        .stream())
                .findFirst()
                .orElse(null);
    }

    /// Writing at this place.
    void require(String path) {
        var found = actor.require(path, ADMINISTRATOR, COMMITTEE_OFFICER, CELL_SECRETARY);
        if (held == null) {
            held = found;
        }
    }

    /// Writing about a person, by one of the places that look after it on a day.
    void requireFor(Member member, LocalDate today) {
        var memberships = Memberships.inCharge(member.memberships(), today);
        var found = memberships.stream()
                .flatMap(
                        membership -> actor
                                .postFor(
                                        membership.organisationPath(), ADMINISTRATOR, COMMITTEE_OFFICER, CELL_SECRETARY)
                                .stream())
                .findFirst();
        if (found.isEmpty()) {
            require(memberships.isEmpty() ? "" : memberships.getFirst().organisationPath());
        } else if (held == null) {
            held = found.get();
        }
    }

    @Nullable
    HeldPost post() {
        return held;
    }
}
