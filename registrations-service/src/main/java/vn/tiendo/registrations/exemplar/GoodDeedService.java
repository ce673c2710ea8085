package vn.tiendo.registrations.exemplar;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.exemplar.GoodDeedApi.NewGoodDeed;
import vn.tiendo.registrations.exemplar.GoodDeedProblem.DoerNotInUnit;
import vn.tiendo.registrations.exemplar.GoodDeedProblem.GoodDeedNotFound;
import vn.tiendo.registrations.member.MemberReads;
import vn.tiendo.registrations.member.People;

/// The commands on good deeds.
@ApplicationScoped
class GoodDeedService {

    private static final Role[] CLERKS = {COMMITTEE_OFFICER, COMMITTEE_LEADER};

    @Inject
    GoodDeedRepository deeds;

    @Inject
    People people;

    @Inject
    Praised praised;

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
    GoodDeed propose(NewGoodDeed request) {
        var actor = currentActor.get();
        var unit = organisations.get(request.organisationId(), readable(actor));
        var post = actor.require(unit.path(), CELL_SECRETARY, CLERKS);
        var now = clock.instant();
        requireDoer(unit, request, now);
        var deed = new GoodDeed(
                unit,
                request.memberId(),
                request.doerOrganisationId(),
                request.deed(),
                request.doneOn(),
                actor.id(),
                now);
        deeds.persist(deed);
        audit.record(actor, post, "propose-good-deed", "good-deed", deed.id(), null, deed.status());
        return deed;
    }

    private void requireDoer(KnownOrganisation unit, NewGoodDeed request, Instant now) {
        if (request.memberId() != null
                && people.find(request.memberId(), Days.dayOf(now))
                        .filter(person -> person.belongsBelow(unit.path()))
                        .isEmpty()) {
            throw new DoerNotInUnit();
        }
        if (request.doerOrganisationId() != null
                && organisations
                        .find(request.doerOrganisationId())
                        .filter(doer -> doer.path().startsWith(unit.path()))
                        .isEmpty()) {
            throw new DoerNotInUnit();
        }
    }

    @Transactional
    GoodDeed examine(UUID id, @Nullable String ifMatch, String words) {
        var actor = currentActor.get();
        return change(
                id,
                ifMatch,
                actor,
                "examine-good-deed",
                deed -> deed.examine(actor.id(), words, clock.instant()),
                CELL_SECRETARY,
                CLERKS);
    }

    @Transactional
    GoodDeed recognise(UUID id, @Nullable String ifMatch) {
        var actor = currentActor.get();
        return change(
                id,
                ifMatch,
                actor,
                "recognise-good-deed",
                deed -> deed.recognise(actor.id(), clock.instant()),
                COMMITTEE_LEADER);
    }

    @Transactional
    GoodDeed record(UUID id, @Nullable String ifMatch) {
        return change(
                id,
                ifMatch,
                currentActor.get(),
                "record-good-deed",
                deed -> {
                    var now = clock.instant();
                    deed.record(
                            deeds.nextNumber(
                                    deed.organisationId(), Days.dayOf(now).getYear()),
                            now);
                },
                CELL_SECRETARY,
                CLERKS);
    }

    @Transactional
    GoodDeed reject(UUID id, @Nullable String ifMatch, String reason) {
        return change(
                id,
                ifMatch,
                currentActor.get(),
                "reject-good-deed",
                deed -> deed.reject(reason, clock.instant()),
                COMMITTEE_LEADER);
    }

    /// Reading about somebody else is recorded.
    @Transactional
    GoodDeed read(UUID id) {
        var actor = currentActor.get();
        var deed = find(id, actor);
        var doer = Optional.ofNullable(deed.doerMemberId());
        reads.saw(actor, "read-good-deed", doer.stream().toList());
        return deed;
    }

    /// The same.
    @Transactional
    List<GoodDeed> page(
            @Nullable UUID organisation,
            @Nullable GoodDeedStatus status,
            @Nullable Integer rollYear,
            PageRequest page) {
        var actor = currentActor.get();
        var found = deeds.page(organisations.narrowed(readable(actor), organisation), status, rollYear, page);
        reads.listed(actor, "list-good-deeds", found, page, GoodDeed::doerMemberId);
        return found;
    }

    private GoodDeed change(
            UUID id,
            @Nullable String ifMatch,
            Actor actor,
            String action,
            Consumer<GoodDeed> transition,
            Role role,
            Role... others) {
        var deed = find(id, actor);
        var post = actor.require(deed.organisationPath(), role, others);
        requireNotDoer(deed, actor);
        ETags.requireMatch(ifMatch, deed.version());
        var before = deed.status();
        transition.accept(deed);
        deeds.flush();
        audit.record(actor, post, action, "good-deed", id, before, deed.status());
        return deed;
    }

    private GoodDeed find(UUID id, Actor actor) {
        return deeds.find(id, readable(actor)).orElseThrow(GoodDeedNotFound::new);
    }

    /// Neither who did it nor who holds a post at the very collective.
    private void requireNotDoer(GoodDeed deed, Actor actor) {
        if (praised.isSelf(deed.doerMemberId(), deed.doerOrganisationId(), actor)) {
            throw new GoodDeedProblem.OwnGoodDeed();
        }
    }

    private static Reach readable(Actor actor) {
        return actor.reach(COMMITTEE_OFFICER, COMMITTEE_LEADER, CELL_SECRETARY, INSPECTOR, AUDITOR);
    }
}
