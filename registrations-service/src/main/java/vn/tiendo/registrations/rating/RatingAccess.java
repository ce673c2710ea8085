package vn.tiendo.registrations.rating;

import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;
import vn.tiendo.registrations.member.People;
import vn.tiendo.registrations.rating.RatingProblem.OwnRating;
import vn.tiendo.registrations.rating.RatingProblem.RatingGroupNotFound;
import vn.tiendo.registrations.rating.RatingProblem.RatingNotFound;

/// Who sees a rating, and who may act on it.
@ApplicationScoped
class RatingAccess {

    @Inject
    RatingRepository ratings;

    @Inject
    RatingGroupRepository groups;

    @Inject
    People people;

    /// @throws RatingNotFound when it is neither the caller's own nor in reach (404)
    Rating find(UUID id, Actor actor) {
        return ratings.find(id, people.idOf(actor).orElse(null), readable(actor))
                .orElseThrow(RatingNotFound::new);
    }

    RatingGroup findGroup(UUID id, Actor actor) {
        return groups.find(id, readable(actor)).orElseThrow(RatingGroupNotFound::new);
    }

    boolean isOwn(Rating rating, Actor actor) {
        return rating.memberId() != null
                && people.idOf(actor).filter(rating.memberId()::equals).isPresent();
    }

    /// @throws OwnRating for the person who is rated (403)
    void requireNotOwn(Rating rating, Actor actor) {
        if (isOwn(rating, actor)) {
            throw new OwnRating();
        }
    }

    /// A leader over the person's organisation, or above the collective; the topmost one is rated from outside, which
    /// its own leader records.
    HeldPost requireAbove(Rating rating, Actor actor, Role... others) {
        var path = rating.organisationPath();
        if (rating.subject() == RatingSubject.INDIVIDUAL) {
            return actor.require(path, COMMITTEE_LEADER, others);
        }
        var slash = path.lastIndexOf('/', path.length() - 2);
        return actor.require(slash < 0 ? path : path.substring(0, slash + 1), COMMITTEE_LEADER, others);
    }

    static Reach readable(Actor actor) {
        return actor.reach(COMMITTEE_OFFICER, COMMITTEE_LEADER, CELL_SECRETARY, INSPECTOR, AUDITOR);
    }
}
