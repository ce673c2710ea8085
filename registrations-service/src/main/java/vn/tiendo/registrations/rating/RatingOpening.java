package vn.tiendo.registrations.rating;

import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.audit.AuditTrail.Deed;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.member.People;
import vn.tiendo.registrations.member.People.Person;
import vn.tiendo.registrations.rating.RatingApi.NewSubject;
import vn.tiendo.registrations.rating.RatingProblem.SubjectNotInGroup;

/// Opens ratings for those who are compared in a peer group.
@ApplicationScoped
class RatingOpening {

    @Inject
    RatingRepository ratings;

    @Inject
    RatingRuleRepository rules;

    @Inject
    RatingOrder order;

    @Inject
    RatingAccess access;

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

    /// Puts collectives or persons into a peer group; all of them or none.
    @Transactional
    List<Rating> open(UUID groupId, List<NewSubject> subjects) {
        var actor = currentActor.get();
        var group = access.findGroup(groupId, actor);
        var post = actor.require(group.organisationPath(), CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER);
        var day = group.period().countingDay(Days.dayOf(clock.instant()));
        var persons = people.findAll(
                subjects.stream()
                        .map(NewSubject::memberId)
                        .filter(Objects::nonNull)
                        .toList(),
                day);
        order.beginChanging(group.period());
        var opened = new ArrayList<Rating>();
        var deeds = new ArrayList<Deed>();
        for (var subject : subjects) {
            var organisation = organisations
                    .find(subject.organisationId())
                    .filter(found -> fits(group, found, subject, persons))
                    .orElseThrow(SubjectNotInGroup::new);
            var rating = new Rating(group, organisation, subject.memberId(), subject.head());
            ratings.persist(rating);
            opened.add(rating);
            deeds.add(new Deed(post, "open-rating", "rating", rating.id(), null, rating.status()));
        }
        ratings.flush();
        order.requireNotTooLate(opened, group, rules.findById(group.ruleId()));
        audit.recordAll(actor, deeds);
        return opened;
    }

    /// A person belonged to the organisation when the period ended; a collective stands below that of the group, or is
    /// the topmost one itself.
    private static boolean fits(
            RatingGroup group, KnownOrganisation organisation, NewSubject subject, Map<UUID, Person> persons) {
        if (!organisation.path().startsWith(group.organisationPath())) {
            return false;
        }
        if (group.subject() == RatingSubject.COLLECTIVE) {
            var itself = organisation.id().equals(group.organisationId());
            return subject.memberId() == null
                    && !subject.head()
                    && (!itself || organisation.parent().isEmpty());
        }
        var person = subject.memberId() == null ? null : persons.get(subject.memberId());
        return person != null && person.paths().contains(organisation.path());
    }
}
