package vn.tiendo.registrations.rating;

import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.audit.AuditTrail.Deed;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.member.People;
import vn.tiendo.registrations.rating.RatedRegistrations.Outcome;
import vn.tiendo.registrations.rating.RatingProblem.NotOwnRating;
import vn.tiendo.registrations.rating.RatingRepository.Filter;

/// The steps of a rating before it is decided, and what follows on a complaint.
@ApplicationScoped
class RatingService {

    private static final Set<Role> SPEAKERS = EnumSet.of(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER);

    @Inject
    RatingRepository ratings;

    @Inject
    RatingRuleRepository rules;

    @Inject
    RatingGroupRepository groups;

    @Inject
    RatingAccess access;

    @Inject
    RatedRegistrations registrations;

    @Inject
    People people;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// A person scores itself; the secretary enters it for one who has no way to sign in. A collective is scored by who
    /// holds a post at it.
    @Transactional
    Rating scoreSelf(UUID id, @Nullable String ifMatch, @Nullable BigDecimal points, @Nullable String note) {
        var actor = currentActor.get();
        var rating = access.find(id, actor);
        var post = requireSelf(rating, actor);
        ETags.requireMatch(ifMatch, rating.version());
        var before = rating.status();
        rating.scoreSelf(points, note, ruleOf(rating), clock.instant());
        return recorded(rating, actor, post, "score-rating-self", before);
    }

    private @Nullable HeldPost requireSelf(Rating rating, Actor actor) {
        var member = rating.memberId();
        if (member == null) {
            return postAt(rating, actor);
        }
        if (access.isOwn(rating, actor)) {
            return null;
        }
        var signsIn = people.find(member, Days.dayOf(clock.instant()))
                .filter(person -> person.subject() != null)
                .isPresent();
        if (signsIn) {
            throw new NotOwnRating();
        }
        return actor.require(rating.organisationPath(), CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER);
    }

    private static HeldPost postAt(Rating rating, Actor actor) {
        return actor.posts().stream()
                .filter(post -> post.organisationId().equals(rating.organisationId()) && SPEAKERS.contains(post.role()))
                .findFirst()
                .orElseThrow(NotOwnRating::new);
    }

    @Transactional
    Rating appraise(UUID id, @Nullable String ifMatch, Appraised.Findings findings) {
        var actor = currentActor.get();
        var rating = access.find(id, actor);
        var post = requireReviewer(rating, actor);
        ETags.requireMatch(ifMatch, rating.version());
        var before = rating.status();
        rating.appraise(findings, registrationsOf(rating), ruleOf(rating), clock.instant());
        return recorded(rating, actor, post, "appraise-rating", before);
    }

    private Outcome registrationsOf(Rating rating) {
        var member = rating.memberId();
        return member == null
                ? Outcome.NONE
                : registrations.of(List.of(member), rating.period().year()).getOrDefault(member, Outcome.NONE);
    }

    @Transactional
    Rating propose(UUID id, @Nullable String ifMatch, String grade) {
        var actor = currentActor.get();
        var rating = access.find(id, actor);
        var post = requireReviewer(rating, actor);
        ETags.requireMatch(ifMatch, rating.version());
        var before = rating.status();
        rating.propose(grade, actor.id(), ruleOf(rating), clock.instant());
        return recorded(rating, actor, post, "propose-rating", before);
    }

    /// The collective's superior, or those over the person's organisation who are not that person.
    private HeldPost requireReviewer(Rating rating, Actor actor) {
        var post = rating.memberId() == null
                ? access.requireAbove(rating, actor, COMMITTEE_OFFICER)
                : actor.require(rating.organisationPath(), CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER);
        access.requireNotOwn(rating, actor);
        return post;
    }

    /// By the one who is rated, or entered by an officer or leader who received it.
    @Transactional
    Rating complain(UUID id, @Nullable String ifMatch, String text) {
        var actor = currentActor.get();
        var rating = access.find(id, actor);
        var post = access.isOwn(rating, actor)
                ? null
                : rating.memberId() == null && actor.may(rating.organisationPath(), CELL_SECRETARY)
                        ? postAt(rating, actor)
                        : actor.require(rating.organisationPath(), COMMITTEE_OFFICER, COMMITTEE_LEADER);
        ETags.requireMatch(ifMatch, rating.version());
        var before = rating.status();
        rating.complain(text, clock.instant());
        return recorded(rating, actor, post, "complain-about-rating", before);
    }

    @Transactional
    Rating verify(UUID id, @Nullable String ifMatch, boolean upheld, String words) {
        var actor = currentActor.get();
        var rating = access.find(id, actor);
        var post = access.requireAbove(rating, actor);
        access.requireNotOwn(rating, actor);
        ETags.requireMatch(ifMatch, rating.version());
        var before = rating.status();
        rating.verify(upheld, words, clock.instant());
        return recorded(rating, actor, post, "verify-rating", before);
    }

    @Transactional
    Rating finish(UUID id, @Nullable String ifMatch) {
        var actor = currentActor.get();
        var rating = access.find(id, actor);
        var post = access.requireAbove(rating, actor);
        access.requireNotOwn(rating, actor);
        ETags.requireMatch(ifMatch, rating.version());
        var before = rating.status();
        var now = clock.instant();
        rating.finish(now);
        var member = rating.memberId();
        if (member != null && rating.period().isYear()) {
            registrations.markUsed(member, rating.period().year(), actor, post, now);
        }
        return recorded(rating, actor, post, "finish-rating", before);
    }

    /// Reading somebody else's rating is recorded.
    @Transactional
    Rating read(UUID id) {
        var actor = currentActor.get();
        var rating = access.find(id, actor);
        recordReading(actor, List.of(rating));
        return rating;
    }

    /// Those that feed the rating of a year; none of a quarter.
    @Transactional
    List<Rating> quartersOf(Rating rating) {
        return rating.period().isYear() ? ratings.quartersOf(rating) : List.of();
    }

    @Transactional
    List<Rating> own(Filter filter, PageRequest page) {
        return people.idOf(currentActor.get())
                .map(self -> ratings.pageOfOwn(self, filter, page))
                .orElse(List.of());
    }

    @Transactional
    List<Rating> page(@Nullable UUID organisation, Filter filter, PageRequest page) {
        var actor = currentActor.get();
        var reach = organisations.narrowed(RatingAccess.readable(actor), organisation);
        var found = ratings.page(reach, filter, page);
        recordReading(actor, found);
        return found;
    }

    private void recordReading(Actor actor, List<Rating> read) {
        var self = people.idOf(actor).orElse(null);
        audit.recordAll(
                actor,
                read.stream()
                        .filter(rating ->
                                rating.memberId() != null && !rating.memberId().equals(self))
                        .map(rating -> new Deed(null, "read-rating", "rating", rating.id(), null, null))
                        .toList());
    }

    private RatingRule ruleOf(Rating rating) {
        return rules.findById(groups.findById(rating.groupId()).ruleId());
    }

    private Rating recorded(Rating rating, Actor actor, @Nullable HeldPost post, String action, RatingStatus before) {
        ratings.flush();
        audit.record(actor, post, action, "rating", rating.id(), before, rating.status());
        return rating;
    }
}
