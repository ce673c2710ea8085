package vn.tiendo.registrations.review;

import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.audit.AuditTrail.Deed;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.member.MemberReads;
import vn.tiendo.registrations.member.People;
import vn.tiendo.registrations.review.MemberReviewApi.CoverageView;
import vn.tiendo.registrations.review.MemberReviewApi.MissingMember;
import vn.tiendo.registrations.review.MemberReviewApi.ReviewOutcome;
import vn.tiendo.registrations.review.MemberReviewApi.ReviewResult;
import vn.tiendo.registrations.review.MemberReviewApi.ReviewsRequest;

/// Records the reviews of a cell and tells who is missing.
@ApplicationScoped
class MemberReviewService {

    @Inject
    MemberReviewRepository reviews;

    @Inject
    People people;

    @Inject
    MemberReads reads;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// Each member is judged on its own; a repeated request records nothing twice.
    @Transactional
    List<ReviewOutcome> record(ReviewsRequest request) {
        var actor = currentActor.get();
        var cell = organisations.get(request.organisationId(), readable(actor));
        var post = actor.require(cell.path(), CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER);
        var now = clock.instant();
        var sitting = Sitting.of(request.year(), request.heldOn(), Days.dayOf(now));
        var wanted = new LinkedHashSet<>(request.memberIds());
        var known = people.findAll(wanted, sitting.heldOn());
        var recorded = reviews.recorded(cell.id(), sitting.heldOn(), wanted);
        var outcomes = new ArrayList<ReviewOutcome>();
        var deeds = new ArrayList<Deed>();
        for (var id : wanted) {
            var person = known.get(id);
            if (person == null || !person.paths().contains(cell.path())) {
                outcomes.add(new ReviewOutcome(id, ReviewResult.NOT_IN_UNIT, null));
            } else if (person.is(actor)) {
                outcomes.add(new ReviewOutcome(id, ReviewResult.OWN_REVIEW, null));
            } else if (recorded.contains(id)) {
                outcomes.add(new ReviewOutcome(id, ReviewResult.ALREADY_RECORDED, null));
            } else {
                var review = new MemberReview(id, cell, sitting, actor.id(), now);
                reviews.persist(review);
                deeds.add(new Deed(post, "record-member-review", "member-review", review.id(), null, sitting));
                outcomes.add(new ReviewOutcome(id, ReviewResult.RECORDED, review.id()));
            }
        }
        audit.recordAll(actor, deeds);
        return outcomes;
    }

    @Transactional
    MemberReview cancel(UUID id, @Nullable String ifMatch, String reason) {
        var actor = currentActor.get();
        var review = reviews.find(id, readable(actor)).orElseThrow(MemberReviewProblem.MemberReviewNotFound::new);
        var post = actor.require(review.organisationPath(), CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER);
        if (people.find(review.memberId(), review.heldOn())
                .filter(person -> person.is(actor))
                .isPresent()) {
            throw new MemberReviewProblem.OwnReview();
        }
        ETags.requireMatch(ifMatch, review.version());
        review.cancel(reason, clock.instant());
        reviews.flush();
        audit.record(actor, post, "cancel-member-review", "member-review", id, null, review.cancelledAt());
        return review;
    }

    @Transactional
    List<MemberReview> own(@Nullable Integer year, PageRequest page) {
        return people.idOf(currentActor.get())
                .map(member -> reviews.pageOfMember(member, year, page))
                .orElse(List.of());
    }

    /// Listing other persons is recorded.
    @Transactional
    List<MemberReview> page(
            @Nullable UUID organisation, @Nullable Integer year, @Nullable UUID member, PageRequest page) {
        var actor = currentActor.get();
        var found = reviews.page(within(organisation, actor), year, member, page);
        reads.listed(actor, "list-member-reviews", found, page, MemberReview::memberId);
        return found;
    }

    /// The same.
    @Transactional
    List<MissingMember> missing(@Nullable UUID organisation, int year, PageRequest page) {
        var actor = currentActor.get();
        var day = Sitting.countingDay(year, Days.dayOf(clock.instant()));
        var found = reviews.missing(within(organisation, actor), year, day, page);
        reads.listed(actor, "list-missing-reviews", found, page, MissingMember::id);
        return found;
    }

    @Transactional
    CoverageView coverage(UUID cell, int year) {
        var organisation = organisations.get(cell, readable(currentActor.get()));
        var day = Sitting.countingDay(year, Days.dayOf(clock.instant()));
        var found = reviews.coverage(organisation.id(), year, day);
        return new CoverageView(cell, year, day, found.members(), found.reviewed(), found.members() - found.reviewed());
    }

    private Reach within(@Nullable UUID organisation, Actor actor) {
        return organisations.narrowed(readable(actor), organisation);
    }

    private static Reach readable(Actor actor) {
        return actor.reach(COMMITTEE_OFFICER, COMMITTEE_LEADER, CELL_SECRETARY, INSPECTOR, AUDITOR);
    }
}
