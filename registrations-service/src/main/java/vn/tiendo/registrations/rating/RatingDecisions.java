package vn.tiendo.registrations.rating;

import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.audit.AuditTrail.Deed;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.registrations.rating.RatedRegistrations.Outcome;
import vn.tiendo.registrations.rating.Rating.Decision;
import vn.tiendo.registrations.rating.RatingProblem.RatingNotFound;

/// Decides ratings, one or a whole group at once, in the order and under the cap; all of an act or none of it. What is
/// decided may also be withdrawn.
@ApplicationScoped
class RatingDecisions {

    @Inject
    RatingRepository ratings;

    @Inject
    RatingGroupRepository groups;

    @Inject
    RatingRuleRepository rules;

    @Inject
    RatingOrder order;

    @Inject
    RatingAccess access;

    @Inject
    RatedRegistrations registrations;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    Rating decide(UUID id, @Nullable String ifMatch, Decision decision) {
        var actor = currentActor.get();
        var rating = access.find(id, actor);
        var post = requireDecider(rating, actor);
        ETags.requireMatch(ifMatch, rating.version());
        order.beginDeciding(rating.period());
        decideAll(groups.lock(rating.groupId()), List.of(rating), Map.of(id, decision), actor, post);
        return rating;
    }

    /// @throws RatingNotFound when one of them is not of the group
    @Transactional
    List<Rating> decideGroup(UUID id, @Nullable String ifMatch, Map<UUID, Decision> decisions) {
        var actor = currentActor.get();
        var group = access.findGroup(id, actor);
        var post = actor.require(group.organisationPath(), COMMITTEE_LEADER);
        ETags.requireMatch(ifMatch, group.version());
        var found = ratings.ofGroup(id, decisions.keySet());
        if (found.size() != decisions.size()) {
            throw new RatingNotFound();
        }
        found.forEach(rating -> requireDecider(rating, actor));
        order.beginDeciding(group.period());
        decideAll(groups.lock(id), found, decisions, actor, post);
        return found;
    }

    /// Withdraws a rating that is not final: nobody waits for it any more, and the numbers of its group are without it.
    @Transactional
    Rating cancel(UUID id, @Nullable String ifMatch, String reason) {
        var actor = currentActor.get();
        var rating = access.find(id, actor);
        var post = requireDecider(rating, actor);
        ETags.requireMatch(ifMatch, rating.version());
        order.beginChanging(rating.period());
        var group = groups.lock(rating.groupId());
        order.requireNothingRestsOn(rating);
        rating.cancel(reason, clock.instant());
        var before = rating.decidedGrade();
        if (before != null) {
            var rule = rules.findById(group.ruleId());
            var cap = rule.cap(group.isCapRaised());
            group.count(before, null, cap);
            group.requireWithin(cap);
            followOutstanding(rating, before, null, rule);
        }
        ratings.flush();
        audit.record(actor, post, "cancel-rating", "rating", id, before, rating.setAsideAt());
        return rating;
    }

    private void decideAll(
            RatingGroup group, List<Rating> deciding, Map<UUID, Decision> decisions, Actor actor, HeldPost post) {
        var rule = rules.findById(group.ruleId());
        order.requireTurn(deciding, rule);
        var members =
                deciding.stream().map(Rating::memberId).filter(Objects::nonNull).toList();
        var outcomes = registrations.of(members, group.period().year());
        var cap = rule.cap(group.isCapRaised());
        var now = clock.instant();
        var deeds = deciding.stream()
                .map(rating -> {
                    var before = rating.decidedGrade();
                    var outcome = outcomes.getOrDefault(rating.memberId(), Outcome.NONE);
                    var decision = Objects.requireNonNull(decisions.get(rating.id()));
                    rating.decide(decision, actor.id(), rule, outcome, group.registrationCounts(), now);
                    group.count(before, decision.grade(), cap);
                    followOutstanding(rating, before, decision.grade(), rule);
                    return new Deed(post, "decide-rating", "rating", rating.id(), before, decision.grade());
                })
                .toList();
        group.requireWithin(cap);
        ratings.flush();
        audit.recordAll(actor, deeds);
    }

    /// A collective that loses the capped grade takes the raised cap of its groups along.
    private void followOutstanding(Rating rating, @Nullable String before, @Nullable String after, RatingRule rule) {
        var plain = rule.cap(false);
        if (rating.subject() == RatingSubject.COLLECTIVE
                && plain.grade().equals(before)
                && !plain.grade().equals(after)) {
            groups.lockRaised(rating.organisationId(), rating.period()).forEach(group -> group.lowerCap(plain));
        }
    }

    /// Leaders rate; nobody oneself, and a collective is rated by who stands above it, where anybody does.
    private HeldPost requireDecider(Rating rating, Actor actor) {
        var post = access.requireAbove(rating, actor);
        access.requireNotOwn(rating, actor);
        return post;
    }
}
