package vn.tiendo.registrations.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Counts what stands before a rating, or after it: one statement each, however many ratings are asked about. What was
/// set aside is waited for by nobody.
@ApplicationScoped
class RatingTurns {

    private static final String UNDECIDED = " and o.decided_at is null and o.set_aside_at is null";
    private static final String DECIDED = " and o.decided_at is not null and o.set_aside_at is null";

    private static final String BELOW = """
         on o.year = r.year and o.quarter = r.quarter and o.subject = r.subject
        and o.organisation_path > r.organisation_path
        and o.organisation_path < left(r.organisation_path, length(r.organisation_path) - 1) || '0'
        and (o.subject = 'COLLECTIVE' or o.head and o.side = r.side)""";

    /// By subject, so that each finds the index of its own.
    private static final Map<RatingSubject, String> SAME = Map.of(
            RatingSubject.INDIVIDUAL, " on o.member_id = r.member_id and o.side = r.side and o.year = r.year",
            RatingSubject.COLLECTIVE,
                    " on o.organisation_id = r.organisation_id and o.subject = 'COLLECTIVE' and o.year = r.year");

    private static final String OTHER_SIDE_OF_PERSON =
            " on o.member_id = r.member_id and o.side <> r.side and o.year = r.year and o.quarter = r.quarter";

    private static final String OTHER_SIDE_OF_COLLECTIVE = """
         on o.subject = 'COLLECTIVE' and o.year = r.year and o.quarter = r.quarter
        and exists (select 1 from party_of_agency l
                     where l.%s = r.organisation_id and l.%s = o.organisation_id and l.valid_from <= ?2
                       and (l.valid_to is null or l.valid_to >= ?2))""";

    @Inject
    EntityManager entities;

    /// Until the transaction ends, no other has the order of the year to itself.
    void shareOrderOf(int year) {
        lock("pg_advisory_xact_lock_shared", year);
    }

    /// Until the transaction ends, no other has or shares the order of the year.
    void holdOrderOf(int year) {
        lock("pg_advisory_xact_lock", year);
    }

    private void lock(String function, int year) {
        var unused = entities.createNativeQuery(
                        "select 1 from " + function + "(hashtextextended(?1, 0))", Integer.class)
                .setParameter(1, "tiendo/rating-order/" + year)
                .getSingleResult();
    }

    /// Of the organisations, those whose own rating is decided.
    long decidedCollectives(Collection<UUID> organisations, RatingPeriod period) {
        return entities.createQuery(
                        "select count(r) from Rating r where r.organisationId in ?1 and r.period.year = ?2"
                                + " and r.period.quarter = ?3 and r.subject = ?4 and r.decidedAt is not null"
                                + " and r.setAsideAt is null",
                        Long.class)
                .setParameter(1, organisations)
                .setParameter(2, period.year())
                .setParameter(3, period.quarter())
                .setParameter(4, RatingSubject.COLLECTIVE)
                .getSingleResult();
    }

    /// Ratings of persons at the collective that were decided after its own.
    long decidedMembers(Rating collective) {
        return entities.createQuery(
                        "select count(r) from Rating r where r.organisationId = ?1 and r.period.year = ?2"
                                + " and r.period.quarter = ?3 and r.subject = ?4 and r.decidedAt is not null"
                                + " and r.setAsideAt is null",
                        Long.class)
                .setParameter(1, collective.organisationId())
                .setParameter(2, collective.period().year())
                .setParameter(3, collective.period().quarter())
                .setParameter(4, RatingSubject.INDIVIDUAL)
                .getSingleResult();
    }

    /// The most ratings below one of these that are not decided: of collectives, or of heads.
    int undecidedBelow(Collection<Rating> superiors) {
        return count("coalesce(max(waiting), 0)", BELOW + UNDECIDED, superiors);
    }

    /// Quarterly ratings of the same subjects that the yearly ones wait for.
    int undecidedQuarters(Collection<Rating> years) {
        return sum(SAME.get(subjectOf(years)) + " and o.quarter > 0" + UNDECIDED, years);
    }

    /// Yearly ratings of the same subjects that are decided already.
    int decidedYears(Collection<Rating> quarters) {
        return sum(SAME.get(subjectOf(quarters)) + " and o.quarter = 0" + DECIDED, quarters);
    }

    /// Ratings in the agency that those in the party organisation wait for.
    int undecidedAgencies(Collection<Rating> parties) {
        return sum(otherSide(parties, "party_id", "agency_id") + UNDECIDED, parties);
    }

    /// Ratings in the party organisation that are decided already.
    int decidedParties(Collection<Rating> agencies) {
        return sum(otherSide(agencies, "agency_id", "party_id") + DECIDED, agencies);
    }

    private static String otherSide(Collection<Rating> ratings, String own, String other) {
        return subjectOf(ratings) == RatingSubject.INDIVIDUAL
                ? OTHER_SIDE_OF_PERSON
                : OTHER_SIDE_OF_COLLECTIVE.formatted(own, other);
    }

    private static RatingSubject subjectOf(Collection<Rating> ratings) {
        return ratings.iterator().next().subject();
    }

    private int sum(String join, Collection<Rating> ratings) {
        return count("coalesce(sum(waiting), 0)", join, ratings);
    }

    /// @param join names the rating asked about `r`, and what stands before or after it `o`
    private int count(String outcome, String join, Collection<Rating> ratings) {
        var query = entities.createNativeQuery(
                        "select cast(" + outcome
                                + " as int) from (select count(*) as waiting from rating r join rating o" + join
                                + " where r.id = any(?1) group by r.id) counted",
                        Integer.class)
                .setParameter(1, ratings.stream().map(Rating::id).toArray(UUID[]::new));
        if (join.contains("?2")) {
            query.setParameter(2, ratings.iterator().next().period().lastDay());
        }
        return (Integer) query.getSingleResult();
    }

    /// Whether the rating of a superior of one of the paths is decided: of a collective, or of a head.
    boolean isDecidedAbove(Collection<String> ancestors, RatingGroup group) {
        return !ancestors.isEmpty()
                && entities.createQuery(
                                        "select count(r) from Rating r where r.organisationPath in ?1 and r.period.year = ?2"
                                                + " and r.period.quarter = ?3 and r.subject = ?4 and r.decidedAt is not null"
                                                + " and r.setAsideAt is null and (r.subject = ?5 or r.head and r.side = ?6)",
                                        Long.class)
                                .setParameter(1, ancestors)
                                .setParameter(2, group.period().year())
                                .setParameter(3, group.period().quarter())
                                .setParameter(4, group.subject())
                                .setParameter(5, RatingSubject.COLLECTIVE)
                                .setParameter(6, group.side())
                                .getSingleResult()
                        > 0;
    }
}
