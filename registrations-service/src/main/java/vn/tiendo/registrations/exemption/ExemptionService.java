package vn.tiendo.registrations.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.campaign.CampaignService;
import vn.tiendo.registrations.exemption.Exemption.End;
import vn.tiendo.registrations.exemption.ExemptionApi.ExemptionView;
import vn.tiendo.registrations.exemption.ExemptionApi.NewExemption;
import vn.tiendo.registrations.exemption.ExemptionApi.ReviewRequest;
import vn.tiendo.registrations.exemption.ExemptionRepository.Filter;
import vn.tiendo.registrations.member.MemberReads;
import vn.tiendo.registrations.registration.ExemptBy;
import vn.tiendo.registrations.registration.ExemptionDeeds;
import vn.tiendo.registrations.registration.RosterExemptions;

/// The commands on exemptions, and what rosters ask of them.
@ApplicationScoped
public class ExemptionService implements RosterExemptions {

    @Inject
    ExemptionRepository exemptions;

    @Inject
    ExemptionDeeds deeds;

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

    @Transactional
    Exemption decide(NewExemption request) {
        var now = clock.instant();
        requireNotInTheFuture(request.decidedOn(), now);
        Exemption.requireReviewAfterDecision(request.decidedOn(), request.reviewOn());
        var by = ExemptBy.decision(
                request.ground().name(), request.decisionNumber().strip(), request.decidedOn(), request.reviewOn());
        var subject = deeds.exempt(request.registrationId(), by, now);
        var exemption = new Exemption(subject.registrationId(), subject.campaignId(), subject.memberId(), by, now);
        exemptions.persistAndFlush(exemption);
        return exemption;
    }

    @Transactional
    Exemption review(UUID id, @Nullable String ifMatch, ReviewRequest request) {
        var now = clock.instant();
        var exemption = find(id);
        deeds.requireReviewer(exemption.registrationId());
        ETags.requireMatch(ifMatch, exemption.version());
        if (request.decidedOn() != null) {
            requireNotInTheFuture(request.decidedOn(), now);
        }
        exemption.review(request.decisionNumber(), request.decidedOn(), request.reviewOn());
        deeds.review(exemption.registrationId(), exemption.by(), now);
        exemptions.flush();
        return exemption;
    }

    @Transactional
    Exemption revoke(UUID id, @Nullable String ifMatch, String reason) {
        var now = clock.instant();
        var exemption = find(id);
        deeds.requireReviewer(exemption.registrationId());
        ETags.requireMatch(ifMatch, exemption.version());
        exemption.revoke(reason, now);
        deeds.revoke(exemption.registrationId(), now);
        exemptions.flush();
        return exemption;
    }

    @Transactional
    Exemption optIn(UUID id, @Nullable String ifMatch) {
        var now = clock.instant();
        var exemption = find(id);
        deeds.requireOwn(exemption.registrationId());
        ETags.requireMatch(ifMatch, exemption.version());
        exemption.end(End.OPTED_IN, null, now);
        deeds.optIn(exemption.registrationId(), now);
        exemptions.flush();
        return exemption;
    }

    /// Reading somebody else's is recorded.
    @Transactional
    Exemption read(UUID id) {
        var exemption = exemptions.findByIdOptional(id).orElseThrow(ExemptionProblem.ExemptionNotFound::new);
        if (!isOwn(exemption)) {
            audit.record(currentActor.get(), null, "read-exemption", "exemption", id, null, null);
        }
        return exemption;
    }

    /// The same, person by person.
    @Transactional
    List<ExemptionView> inReach(@Nullable UUID organisation, Filter filter, PageRequest page) {
        var actor = currentActor.get();
        var found =
                exemptions.page(organisations.narrowed(CampaignService.readable(actor), organisation), filter, page);
        reads.listed(actor, "list-exemptions", found, page, ExemptionView::memberId);
        return found;
    }

    @Transactional
    List<ExemptionView> own(Filter filter, PageRequest page) {
        return exemptions.pageOfOwn(currentActor.get(), filter, page);
    }

    private Exemption find(UUID id) {
        var exemption = exemptions.findByIdOptional(id).orElseThrow(ExemptionProblem.ExemptionNotFound::new);
        isOwn(exemption);
        return exemption;
    }

    /// What lies outside of reach is not there.
    private boolean isOwn(Exemption exemption) {
        try {
            return deeds.seen(exemption.registrationId());
        } catch (DomainProblem problem) {
            throw problem.kind() == Kind.NOT_FOUND ? new ExemptionProblem.ExemptionNotFound() : problem;
        }
    }

    private static void requireNotInTheFuture(LocalDate decided, Instant now) {
        if (decided.isAfter(Days.dayOf(now))) {
            throw new ExemptionProblem.DecisionInTheFuture(decided);
        }
    }

    @Override
    public Map<UUID, ExemptBy> decidedFor(Collection<UUID> members, LocalDate day) {
        return members.isEmpty() ? Map.of() : exemptions.decidedFor(members, day);
    }

    @Override
    public Set<UUID> givenUp(Collection<UUID> registrations) {
        return exemptions.givenUp(registrations);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void enter(List<Entered> entered, Instant now) {
        exemptions.persist(entered.stream()
                .map(each -> new Exemption(each.registrationId(), each.campaignId(), each.memberId(), each.by(), now)));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void optedIn(UUID registration, Instant now) {
        exemptions.holdingOf(registration).ifPresent(exemption -> exemption.end(End.OPTED_IN, null, now));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void ruleEnded(UUID registration, Instant now) {
        exemptions.holdingOf(registration).ifPresent(exemption -> exemption.end(End.RULE_ENDED, null, now));
    }
}
