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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.exemplar.NominationApi.QuotaLine;
import vn.tiendo.registrations.exemplar.NominationProblem.NominationNotFound;
import vn.tiendo.registrations.exemplar.NominationProblem.NominationNotOwed;
import vn.tiendo.registrations.exemplar.NominationProblem.NominationQuotaFull;
import vn.tiendo.registrations.exemplar.NominationProblem.NomineeNotInUnit;
import vn.tiendo.registrations.exemplar.NominationProblem.NomineeUnclear;
import vn.tiendo.registrations.exemplar.NominationRepository.Filter;
import vn.tiendo.registrations.member.MemberReads;
import vn.tiendo.registrations.member.People;

/// The commands on nominations.
@ApplicationScoped
class NominationService {

    @Inject
    NominationRepository nominations;

    @Inject
    QuotaRepository quotas;

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
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    Nomination propose(UUID organisation, Nomination.Case proposed) {
        var actor = currentActor.get();
        var unit = organisations.get(organisation, readable(actor));
        var post = actor.require(unit.path(), CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER);
        var now = clock.instant();
        requireNominee(unit, proposed, Days.dayOf(now));
        if (proposed.obligationId() != null) {
            var quota = quotas.owedBy(unit.id(), proposed.obligationId(), proposed.year(), false)
                    .orElseThrow(NominationNotOwed::new)
                    .quota();
            if (!quota.admits(proposed.form())) {
                throw new NominationProblem.WrongNominationForm(
                        proposed.form(), Objects.requireNonNullElse(quota.form(), ""));
            }
        }
        var prior = priorAward(proposed.form(), proposed.year(), proposed.memberId(), proposed.organisationId());
        var nomination = new Nomination(unit, proposed, prior, actor.id(), now);
        nominations.persist(nomination);
        outbox.add(Nomination.STREAM, nomination, "proposed");
        audit.record(actor, post, "propose-nomination", "nomination", nomination.id(), null, Facts.of(nomination));
        return nomination;
    }

    /// A model may be followed year after year.
    private @Nullable Integer priorAward(
            NominationForm form, int year, @Nullable UUID member, @Nullable UUID organisation) {
        return form == NominationForm.MODEL ? null : nominations.commendedIn(year - 1, member, organisation);
    }

    private void requireNominee(KnownOrganisation unit, Nomination.Case proposed, LocalDate today) {
        var clear = switch (proposed.form()) {
            case INDIVIDUAL -> proposed.memberId() != null && proposed.organisationId() == null;
            case COLLECTIVE -> proposed.memberId() == null && proposed.organisationId() != null;
            case MODEL -> proposed.memberId() == null && proposed.title() != null;
        };
        if (!clear) {
            throw new NomineeUnclear(proposed.form());
        }
        if (proposed.memberId() != null
                && people.find(proposed.memberId(), today)
                        .filter(person -> person.belongsBelow(unit.path()))
                        .isEmpty()) {
            throw new NomineeNotInUnit();
        }
        if (proposed.organisationId() != null
                && organisations
                        .find(proposed.organisationId())
                        .filter(nominee -> nominee.path().startsWith(unit.path()))
                        .isEmpty()) {
            throw new NomineeNotInUnit();
        }
    }

    @Transactional
    Nomination approve(UUID id, @Nullable String ifMatch, boolean despitePriorAward) {
        var actor = currentActor.get();
        var nomination = find(id, actor);
        var post = actor.require(nomination.organisationPath(), COMMITTEE_LEADER);
        requireNotNominee(nomination, actor);
        ETags.requireMatch(ifMatch, nomination.version());
        requirePlaceLeft(nomination);
        nomination.learn(priorAward(
                nomination.form(),
                nomination.year(),
                nomination.nomineeMemberId(),
                nomination.nomineeOrganisationId()));
        return change(
                nomination,
                actor,
                post,
                "approve-nomination",
                "approved",
                now -> nomination.approve(actor.id(), despitePriorAward, now));
    }

    /// The debt is locked: of two approvals at once, the second counts the first.
    private void requirePlaceLeft(Nomination nomination) {
        var obligation = nomination.obligationId();
        if (obligation == null) {
            return;
        }
        var owed = quotas.owedBy(nomination.organisationId(), obligation, nomination.year(), true)
                .orElseThrow(NominationNotOwed::new);
        var most = owed.quota().maxCount();
        var approved = nominations.approvedOf(nomination.organisationId(), obligation, owed.year());
        if (most != null && approved >= most) {
            throw new NominationQuotaFull(approved, most);
        }
    }

    @Transactional
    Nomination report(UUID id, @Nullable String ifMatch) {
        var actor = currentActor.get();
        var nomination = find(id, actor);
        var post = actor.require(nomination.organisationPath(), CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER);
        ETags.requireMatch(ifMatch, nomination.version());
        var superior =
                organisations.get(nomination.organisationId()).parent().orElseThrow(NominationProblem.NoSuperior::new);
        return change(
                nomination, actor, post, "report-nomination", "reported", now -> nomination.report(superior, now));
    }

    @Transactional
    Nomination commend(UUID id, @Nullable String ifMatch) {
        var actor = currentActor.get();
        var nomination = find(id, actor);
        var post = actor.require(above(nomination.organisationPath()), COMMITTEE_LEADER);
        requireNotNominee(nomination, actor);
        ETags.requireMatch(ifMatch, nomination.version());
        return change(
                nomination, actor, post, "commend-nomination", "commended", now -> nomination.commend(actor.id(), now));
    }

    /// What has been reported is the superior's to reject, what has not the committee's.
    @Transactional
    Nomination reject(UUID id, @Nullable String ifMatch, String reason) {
        var actor = currentActor.get();
        var nomination = find(id, actor);
        var path = nomination.organisationPath();
        var post = actor.require(nomination.isWithSuperior() ? above(path) : path, COMMITTEE_LEADER);
        requireNotNominee(nomination, actor);
        ETags.requireMatch(ifMatch, nomination.version());
        return change(nomination, actor, post, "reject-nomination", "rejected", now -> nomination.reject(reason, now));
    }

    @Transactional
    Nomination followUp(UUID id, @Nullable String ifMatch, String words) {
        var actor = currentActor.get();
        var nomination = find(id, actor);
        var post = actor.require(nomination.organisationPath(), CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER);
        ETags.requireMatch(ifMatch, nomination.version());
        return change(
                nomination, actor, post, "follow-up-nomination", "followed-up", now -> nomination.followUp(words, now));
    }

    /// Reading about somebody else is recorded.
    @Transactional
    Nomination read(UUID id) {
        var actor = currentActor.get();
        var nomination = find(id, actor);
        var nominee = Optional.ofNullable(nomination.nomineeMemberId());
        reads.saw(actor, "read-nomination", nominee.stream().toList());
        return nomination;
    }

    /// The same.
    @Transactional
    List<Nomination> page(@Nullable UUID organisation, Filter filter, PageRequest page) {
        var found = nominations.page(within(organisation), filter, page);
        reads.listed(currentActor.get(), "list-nominations", found, page, Nomination::nomineeMemberId);
        return found;
    }

    @Transactional
    List<QuotaLine> quotas(@Nullable UUID organisation, @Nullable Integer year, PageRequest page) {
        return quotas.page(within(organisation), year, page);
    }

    private Reach within(@Nullable UUID organisation) {
        return organisations.narrowed(readable(currentActor.get()), organisation);
    }

    private Nomination change(
            Nomination nomination,
            Actor actor,
            HeldPost post,
            String action,
            String what,
            Consumer<Instant> transition) {
        var before = Facts.of(nomination);
        transition.accept(clock.instant());
        outbox.add(Nomination.STREAM, nomination, what);
        audit.record(actor, post, action, "nomination", nomination.id(), before, Facts.of(nomination));
        return nomination;
    }

    private Nomination find(UUID id, Actor actor) {
        return nominations.find(id, readable(actor)).orElseThrow(NominationNotFound::new);
    }

    /// Neither the person nominated nor who holds a post at the very collective.
    private void requireNotNominee(Nomination nomination, Actor actor) {
        if (praised.isSelf(nomination.nomineeMemberId(), nomination.nomineeOrganisationId(), actor)) {
            throw new NominationProblem.OwnNomination();
        }
    }

    /// The path of the organisation above; at the top one that no post covers.
    private static String above(String path) {
        var slash = path.lastIndexOf('/', path.length() - 2);
        return slash < 0 ? "" : path.substring(0, slash + 1);
    }

    private static Reach readable(Actor actor) {
        return actor.reach(COMMITTEE_OFFICER, COMMITTEE_LEADER, CELL_SECRETARY, INSPECTOR, AUDITOR);
    }

    /// What the audit record tells: no text.
    private record Facts(
            NominationStatus status,
            NominationForm form,
            int year,
            @Nullable UUID obligationId,
            boolean priorAwardConsidered) {
        static Facts of(Nomination nomination) {
            return new Facts(
                    nomination.status(),
                    nomination.form(),
                    nomination.year(),
                    nomination.obligationId(),
                    nomination.priorAwardConsidered());
        }
    }
}
