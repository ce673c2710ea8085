package vn.tiendo.registrations.registration;

import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.kit.workingcalendar.WorkingCalendarRepository;
import vn.tiendo.registrations.campaign.CampaignService;
import vn.tiendo.registrations.campaign.CampaignStatus;
import vn.tiendo.registrations.registration.RegistrationApi.RegistrationLine;
import vn.tiendo.registrations.registration.RegistrationRepository.Filter;
import vn.tiendo.registrations.registration.RegistrationRepository.Found;
import vn.tiendo.registrations.summary.UnitDeltas;

/// The commands on registrations.
///
/// A transition writes its row, one event, one audit record and one delta, and reads only the row itself: half of all
/// registrations arrive within two days.
@ApplicationScoped
class RegistrationService {

    private static final int WORKING_DAYS_TO_MEND = 5;

    @Inject
    RegistrationRepository registrations;

    @Inject
    ReachRepository organisations;

    @Inject
    WorkingCalendarRepository calendar;

    @Inject
    UnitDeltas deltas;

    @Inject
    CurrentActor currentActor;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// Reading somebody else's text is recorded.
    @Transactional
    Registration read(UUID id) {
        var actor = currentActor.get();
        var found = find(id, actor);
        if (!found.own()) {
            var post = postOver(id, actor, true);
            audit.record(actor, post, "read-registration", "registration", id, null, null);
        }
        return found.registration();
    }

    @Transactional
    List<RegistrationLine> own(Filter filter, PageRequest page) {
        return registrations.pageOfOwn(currentActor.get(), filter, page);
    }

    @Transactional
    List<RegistrationLine> inReach(@Nullable UUID organisation, Filter filter, PageRequest page) {
        var reach = CampaignService.readable(currentActor.get());
        if (organisation != null) {
            reach = new Reach(List.of(organisations.get(organisation, reach).path()));
        }
        return registrations.page(reach, filter, page);
    }

    /// A draft is nobody else's business: no event.
    @Transactional
    Registration write(UUID id, @Nullable String ifMatch, Content content) {
        var actor = currentActor.get();
        var registration = ownOpen(id, actor);
        ETags.requireMatch(ifMatch, registration.version());
        registration.write(content);
        registrations.flush();
        audit.record(actor, null, "write-registration", "registration", id, null, null);
        return registration;
    }

    @Transactional
    Registration submit(UUID id, @Nullable String ifMatch, @Nullable Content content) {
        var actor = currentActor.get();
        var registration = ownOpen(id, actor);
        ETags.requireMatch(ifMatch, registration.version());
        var now = clock.instant();
        change(registration, actor, null, "submit-registration", "submitted", now, submitted -> {
            if (content != null) {
                submitted.write(content);
            }
            submitted.submit(now);
        });
        return registration;
    }

    @Transactional
    Registration accept(UUID id, @Nullable String ifMatch) {
        var actor = currentActor.get();
        var registration = find(id, actor);
        var post = requireReviewer(registration, actor);
        ETags.requireMatch(ifMatch, registration.registration().version());
        var now = clock.instant();
        change(
                registration.registration(),
                actor,
                post,
                "accept-registration",
                "accepted",
                now,
                accepted -> accepted.accept(now));
        return registration.registration();
    }

    @Transactional
    Registration giveBack(UUID id, @Nullable String ifMatch, String reason, @Nullable LocalDate until) {
        var actor = currentActor.get();
        var found = find(id, actor);
        var post = requireReviewer(found, actor);
        ETags.requireMatch(ifMatch, found.registration().version());
        requireOpen(found.campaign());
        var now = clock.instant();
        var lastDay = until != null ? until : calendar.workingDays().plus(Days.dayOf(now), WORKING_DAYS_TO_MEND);
        change(
                found.registration(),
                actor,
                post,
                "return-registration",
                "returned",
                now,
                returned -> returned.giveBack(reason, lastDay, now));
        return found.registration();
    }

    private void change(
            Registration registration,
            Actor actor,
            @Nullable HeldPost post,
            String action,
            String what,
            Instant now,
            Consumer<Registration> transition) {
        var before = Facts.of(registration);
        var tally = registration.tally();
        transition.accept(registration);
        outbox.add(Registration.STREAM, registration, what);
        audit.record(actor, post, action, "registration", registration.id(), before, Facts.of(registration));
        deltas.add(
                registration.campaignId(),
                registration.unitId(),
                registration.tally().minus(tally),
                registration.countedAtOfUnit(),
                now);
    }

    private Registration ownOpen(UUID id, Actor actor) {
        var found = find(id, actor);
        if (!found.own()) {
            throw new RegistrationProblem.NotOwnRegistration();
        }
        requireOpen(found.campaign());
        return found.registration();
    }

    private static void requireOpen(CampaignStatus campaign) {
        if (campaign != CampaignStatus.OPEN) {
            throw new RegistrationProblem.CampaignNotOpen(campaign);
        }
    }

    private Found find(UUID id, Actor actor) {
        return registrations
                .find(id, actor, CampaignService.readable(actor))
                .orElseThrow(RegistrationProblem.RegistrationNotFound::new);
    }

    private HeldPost requireReviewer(Found found, Actor actor) {
        if (found.own()) {
            throw new RegistrationProblem.OwnRegistration();
        }
        return postOver(found.registration().id(), actor, false);
    }

    /// The post that reaches one of the organisations that review it.
    private HeldPost postOver(UUID id, Actor actor, boolean toReadOnly) {
        var paths = registrations.reviewerPaths(id);
        return paths.stream()
                .flatMap(path -> (toReadOnly
                                ? actor.postFor(
                                        path, CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR)
                                : actor.postFor(path, CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER))
                        .stream())
                .findFirst()
                .orElseGet(() -> actor.require(paths.getFirst(), CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER));
    }

    /// What the audit record tells: no text.
    private record Facts(
            RegistrationStatus status,
            long version,
            @Nullable Instant receivedAt,
            @Nullable LocalDate returnedUntil) {
        static Facts of(Registration registration) {
            return new Facts(
                    registration.status(),
                    registration.version(),
                    registration.receivedAt(),
                    registration.returnedUntil());
        }
    }
}
