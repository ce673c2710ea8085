package vn.tiendo.registrations.personaldata;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.kit.workingcalendar.WorkingCalendarRepository;
import vn.tiendo.registrations.member.MemberReads;
import vn.tiendo.registrations.member.MemberSubjects;
import vn.tiendo.registrations.member.MemberSubjects.Subject;
import vn.tiendo.registrations.personaldata.RequestApi.CorrectionWish;
import vn.tiendo.registrations.personaldata.RequestApi.NewRequest;
import vn.tiendo.registrations.personaldata.RequestApi.RequestView;

/// Takes requests in, lets them be decided, and does what was granted.
@ApplicationScoped
class RequestService {

    @Inject
    RequestRepository requests;

    @Inject
    MemberSubjects members;

    @Inject
    MemberReads reads;

    @Inject
    RequestEffects effects;

    @Inject
    PersonalDataSettings settings;

    @Inject
    WorkingCalendarRepository calendar;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /// What audit records tell of a request.
    private record Facts(RequestKind kind, RequestState state, UUID memberId, boolean restricting) {}

    private interface Step {
        void take(DataSubjectRequest request, HeldPost post, Instant now);
    }

    /// Everybody asks for itself; on paper, who writes members where the person belongs enters it.
    @Transactional
    RequestView file(NewRequest wanted) {
        var actor = currentActor.get();
        var subject = wanted.memberId() == null ? members.self(actor) : members.inReach(wanted.memberId(), actor);
        var post = subject.self() ? null : subject.require(actor, CELL_SECRETARY, COMMITTEE_OFFICER, ADMINISTRATOR);
        if (wanted.kind() == RequestKind.CORRECTION
                && (wanted.correction() == null || wanted.correction().isNothing())) {
            throw new RequestProblem.CorrectionMissing();
        }
        members.hold(subject.id());
        var now = clock.instant();
        var correction = wanted.kind() == RequestKind.CORRECTION ? wanted.correction() : null;
        var request =
                new DataSubjectRequest(subject, wanted.kind(), wanted.wish(), write(correction), clockOf(now), now);
        requests.persist(request);
        requests.flush();
        record(actor, post, "file-request", request, null);
        return view(request);
    }

    @Transactional
    RequestView accept(UUID id, @Nullable String ifMatch, boolean withProcessor) {
        return decide(id, ifMatch, "accept-request", (request, post, now) -> {
            request.accept(withProcessor, clockOf(request.receivedAt()), now);
            effects.requirePossible(request);
        });
    }

    @Transactional
    RequestView refuse(UUID id, @Nullable String ifMatch, String reason) {
        return decide(id, ifMatch, "refuse-request", (request, post, now) -> request.refuse(reason, now));
    }

    @Transactional
    RequestView extend(UUID id, @Nullable String ifMatch, String reason) {
        return decide(
                id,
                ifMatch,
                "extend-request",
                (request, post, now) -> request.extend(reason, clockOf(request.receivedAt()), now));
    }

    /// Does what was granted, in the transaction that says that it is done.
    @Transactional
    RequestView execute(UUID id, @Nullable String ifMatch, @Nullable String outcome) {
        return decide(id, ifMatch, "execute-request", (request, post, now) -> {
            request.execute(outcome, now);
            requests.flush();
            effects.bring(request, read(request.correction()), post, currentActor.get());
        });
    }

    /// Lets the data be used again, unless another request still stops it; by the person whose wish it was, or by who
    /// decides about such requests.
    @Transactional
    RequestView lift(UUID id, @Nullable String ifMatch, String reason) {
        var actor = currentActor.get();
        var request = get(id, actor);
        var own = members.findSelf(actor).equals(Optional.of(request.memberId()));
        var post = own ? null : postOf(request, actor);
        ETags.requireMatch(ifMatch, request.version());
        var before = facts(request);
        request.lift(reason, clock.instant());
        requests.flush();
        effects.end(request);
        record(actor, post, "lift-restriction", request, before);
        return view(request);
    }

    /// Only the person itself takes a request back.
    @Transactional
    RequestView withdraw(UUID id, @Nullable String ifMatch) {
        var actor = currentActor.get();
        var request = get(id, actor);
        if (!members.findSelf(actor).equals(Optional.of(request.memberId()))) {
            throw new RequestProblem.NotOwnRequest();
        }
        ETags.requireMatch(ifMatch, request.version());
        var before = facts(request);
        request.withdraw(clock.instant());
        requests.flush();
        record(actor, null, "withdraw-request", request, before);
        return view(request);
    }

    @Transactional
    RequestView read(UUID id) {
        var actor = currentActor.get();
        var request = get(id, actor);
        reads.saw(actor, "read-request", List.of(request.memberId()));
        return view(request);
    }

    @Transactional
    Page<RequestView> page(RequestRepository.Filter filter, PageRequest page) {
        var actor = currentActor.get();
        var self = members.findSelf(actor);
        var reach = readable(actor);
        if (filter.organisation() != null) {
            reach = new Reach(
                    List.of(organisations.get(filter.organisation(), reach).path()));
            self = Optional.empty();
        }
        var found = requests.page(self, reach, filter, clock.instant(), page);
        reads.listed(actor, "list-requests", found, page, DataSubjectRequest::memberId);
        return Page.of(found, page, request -> new Cursor("", request.id())).map(this::view);
    }

    /// The person whose data a granted ACCESS hands out, for one who may decide about it.
    @Transactional
    Subject granted(UUID id) {
        var actor = currentActor.get();
        var request = get(id, actor);
        var subject = members.inReach(request.memberId(), actor);
        if (!subject.self()) {
            var post = postOf(request, actor);
            if (request.kind() != RequestKind.ACCESS
                    || (request.state() != RequestState.ACCEPTED && request.state() != RequestState.EXECUTED)) {
                throw new RequestProblem.NoAccessGranted();
            }
            audit.record(actor, post, "export-personal-data", "member", subject.id(), null, null);
        }
        return subject;
    }

    private RequestView decide(UUID id, @Nullable String ifMatch, String action, Step step) {
        var actor = currentActor.get();
        var request = get(id, actor);
        if (members.findSelf(actor).equals(Optional.of(request.memberId()))) {
            throw new RequestProblem.OwnRequest();
        }
        var post = postOf(request, actor);
        ETags.requireMatch(ifMatch, request.version());
        var before = facts(request);
        step.take(request, post, clock.instant());
        requests.flush();
        record(actor, post, action, request, before);
        return view(request);
    }

    private DataSubjectRequest get(UUID id, Actor actor) {
        return requests.find(id, members.findSelf(actor), readable(actor))
                .orElseThrow(RequestProblem.RequestNotFound::new);
    }

    private static Reach readable(Actor actor) {
        return actor.reach(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, ADMINISTRATOR, AUDITOR);
    }

    private static HeldPost postOf(DataSubjectRequest request, Actor actor) {
        var roles = List.copyOf(request.kind().deciders());
        return actor.require(
                request.organisationPath(),
                roles.getFirst(),
                roles.subList(1, roles.size()).toArray(Role[]::new));
    }

    private RequestClock clockOf(Instant received) {
        return new RequestClock(RequestClock.inForceOn(Days.dayOf(received), settings.terms()), calendar.workingDays());
    }

    private void record(
            Actor actor, @Nullable HeldPost post, String action, DataSubjectRequest request, @Nullable Facts before) {
        audit.record(actor, post, action, "data-subject-request", request.id(), before, facts(request));
    }

    private static Facts facts(DataSubjectRequest request) {
        return new Facts(request.kind(), request.state(), request.memberId(), request.isRestricting());
    }

    private RequestView view(DataSubjectRequest request) {
        return RequestView.of(request, read(request.correction()), clock.instant());
    }

    private @Nullable String write(@Nullable CorrectionWish correction) {
        try {
            return correction == null ? null : json.writeValueAsString(correction);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("A correction cannot be written as JSON", defect);
        }
    }

    private @Nullable CorrectionWish read(@Nullable String correction) {
        try {
            return correction == null ? null : json.readValue(correction, CorrectionWish.class);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("A correction cannot be read as JSON", defect);
        }
    }
}
