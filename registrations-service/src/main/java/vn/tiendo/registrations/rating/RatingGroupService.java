package vn.tiendo.registrations.rating;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
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
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.rating.RatingGroupApi.NewRatingGroup;
import vn.tiendo.registrations.rating.RatingGroupApi.NewRatingRule;
import vn.tiendo.registrations.rating.RatingGroupApi.RatingGroupView;
import vn.tiendo.registrations.rating.RatingProblem.CapCannotBeRaised;
import vn.tiendo.registrations.rating.RatingProblem.NoQuarterlyRating;
import vn.tiendo.registrations.rating.RatingProblem.NoRatingRule;
import vn.tiendo.registrations.rating.RatingProblem.OrganisationNotOutstanding;
import vn.tiendo.registrations.rating.RatingProblem.RatingRuleTooEarly;

/// Peer groups, and the regulations under which their ratings are decided.
@ApplicationScoped
class RatingGroupService {

    @Inject
    RatingRuleRepository rules;

    @Inject
    RatingGroupRepository groups;

    @Inject
    RatingRepository ratings;

    @Inject
    RatingOrder order;

    @Inject
    RatingAccess access;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    List<RatingRule> rules() {
        currentActor.get();
        return rules.all();
    }

    /// A regulation is the same for the whole deployment, so that only who administers its top adds one; what came into
    /// force before stays as it was.
    @Transactional
    RatingRule addRule(NewRatingRule request) {
        var actor = currentActor.get();
        var post = actor.requireAtTop(ADMINISTRATOR);
        var last = rules.all().getLast();
        if (!request.inForceFrom().isAfter(last.inForceFrom())) {
            throw new RatingRuleTooEarly(last.document(), last.inForceFrom());
        }
        var rule = new RatingRule(
                request.document(),
                request.documentDate(),
                request.inForceFrom(),
                new Cap(request.capGrade(), request.capBase(), request.capPercent(), request.rounding()),
                request.raisedCapPercent(),
                new RatingRule.Customs(
                        request.quarterly() == null ? last.customs().quarterly() : request.quarterly(),
                        request.agencyFirst() == null ? last.customs().agencyFirst() : request.agencyFirst()),
                request.grades().stream()
                        .map(grade -> new Grade(grade.code(), grade.minPoints(), grade.nameVi(), grade.nameEn()))
                        .toList());
        rules.persist(rule);
        audit.record(
                actor, post, "add-rating-rule", "rating-rule", rule.id(), null, RatingGroupApi.RatingRuleView.of(rule));
        return rule;
    }

    /// At a year's end the registrations count, unless a leader has it otherwise.
    @Transactional
    RatingGroupView form(NewRatingGroup request) {
        var actor = currentActor.get();
        var organisation = organisations.get(request.organisationId(), RatingAccess.readable(actor));
        var period = RatingPeriod.of(request.year(), request.quarter());
        var post = period.isYear() && Boolean.FALSE.equals(request.registrationCounts())
                ? actor.require(organisation.path(), COMMITTEE_LEADER)
                : actor.require(organisation.path(), CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER);
        var rule = rules.of(period).orElseThrow(() -> new NoRatingRule(period));
        if (!period.isYear() && !rule.customs().quarterly()) {
            throw new NoQuarterlyRating(rule.document());
        }
        var group = new RatingGroup(
                organisation,
                period,
                rule,
                request.subject(),
                request.side() == null ? RatingSide.PARTY : request.side(),
                request.name(),
                request.registrationCounts() == null ? period.isYear() : request.registrationCounts(),
                clock.instant());
        groups.persist(group);
        groups.flush();
        var view = RatingGroupView.of(group, rule);
        audit.record(actor, post, "form-rating-group", "rating-group", group.id(), null, view);
        return view;
    }

    @Transactional
    RatingGroupView read(UUID id) {
        var group = access.findGroup(id, currentActor.get());
        return RatingGroupView.of(group, rules.findById(group.ruleId()));
    }

    @Transactional
    List<RatingGroupView> page(
            @Nullable UUID organisation, @Nullable Integer year, @Nullable Integer quarter, PageRequest page) {
        var reach = organisations.narrowed(RatingAccess.readable(currentActor.get()), organisation);
        Map<UUID, RatingRule> known =
                rules.all().stream().collect(Collectors.toMap(RatingRule::id, Function.identity()));
        return groups.page(reach, year, quarter, page).stream()
                .map(group -> RatingGroupView.of(group, Objects.requireNonNull(known.get(group.ruleId()))))
                .toList();
    }

    /// By a leader above the organisation, once that is itself rated with the capped grade.
    @Transactional
    RatingGroupView raiseCap(UUID id, @Nullable String ifMatch, String decision) {
        var actor = currentActor.get();
        var group = access.findGroup(id, actor);
        var path = group.organisationPath();
        var post = actor.require(path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1), COMMITTEE_LEADER);
        ETags.requireMatch(ifMatch, group.version());
        var rule = rules.findById(group.ruleId());
        if (rule.raisedCapPercent() == null) {
            throw new CapCannotBeRaised(rule.document());
        }
        order.beginChanging(group.period());
        var grade = rule.cap(false).grade();
        var outstanding = ratings.ofCollective(group.organisationId(), group.period())
                .filter(rating -> grade.equals(rating.decidedGrade()));
        if (outstanding.isEmpty()) {
            throw new OrganisationNotOutstanding(grade);
        }
        var before = RatingGroupView.of(group, rule);
        group.raiseCap(actor.id(), decision, clock.instant());
        groups.flush();
        var view = RatingGroupView.of(group, rule);
        audit.record(actor, post, "raise-rating-cap", "rating-group", id, before, view);
        return view;
    }
}
