package vn.tiendo.registrations.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.tiendo.registrations.rating.RatingProblem.AgencyFirst;
import vn.tiendo.registrations.rating.RatingProblem.CollectiveFirst;
import vn.tiendo.registrations.rating.RatingProblem.MembersAlreadyDecided;
import vn.tiendo.registrations.rating.RatingProblem.PartyAlreadyDecided;
import vn.tiendo.registrations.rating.RatingProblem.QuartersFirst;
import vn.tiendo.registrations.rating.RatingProblem.SubordinatesFirst;
import vn.tiendo.registrations.rating.RatingProblem.SuperiorAlreadyDecided;
import vn.tiendo.registrations.rating.RatingProblem.YearAlreadyDecided;

/// The order of 366-QĐ/TW: a collective before its members and its head, a subordinate before its superior, the agency
/// before the party organisation, the quarters before their year.
///
/// Persons follow the tree as far as they head an organisation; among the members of one collective there is no order.
@ApplicationScoped
class RatingOrder {

    @Inject
    RatingTurns turns;

    /// To be called before anything is decided and judged by what else is decided. Acts of deciding go on beside one
    /// another: what one takes for undecided only makes it refuse.
    void beginDeciding(RatingPeriod period) {
        turns.shareOrderOf(period.year());
    }

    /// To be called before something is added, withdrawn or raised that acts of deciding rely on, in any part
    /// of the year: none of them is under way until the transaction ends.
    void beginChanging(RatingPeriod period) {
        turns.holdOrderOf(period.year());
    }

    /// Whether the turn of all of these, of one group, has come, in a few statements however many they are.
    void requireTurn(List<Rating> deciding, RatingRule rule) {
        var first = deciding.getFirst();
        requireQuartersAndAgencies(deciding, rule);
        if (first.subject() == RatingSubject.COLLECTIVE) {
            requireBelow(deciding);
            return;
        }
        var organisations = new LinkedHashSet<>(
                deciding.stream().map(Rating::organisationId).toList());
        var waiting = organisations.size() - turns.decidedCollectives(organisations, first.period());
        if (waiting > 0) {
            throw new CollectiveFirst(Math.toIntExact(waiting));
        }
        requireBelow(deciding.stream().filter(Rating::isHead).toList());
    }

    private void requireQuartersAndAgencies(List<Rating> deciding, RatingRule rule) {
        if (rule.customs().quarterly() && deciding.getFirst().period().isYear()) {
            var waiting = turns.undecidedQuarters(deciding);
            if (waiting > 0) {
                throw new QuartersFirst(waiting);
            }
        }
        if (rule.customs().agencyFirst() && comesLast(deciding.getFirst())) {
            var waiting = turns.undecidedAgencies(deciding);
            if (waiting > 0) {
                throw new AgencyFirst(waiting);
            }
        }
    }

    private void requireBelow(List<Rating> superiors) {
        var waiting = superiors.isEmpty() ? 0 : turns.undecidedBelow(superiors);
        if (waiting > 0) {
            throw new SubordinatesFirst(waiting);
        }
    }

    /// What members' ratings rest on is not withdrawn from under them: opened again it would come after them.
    void requireNothingRestsOn(Rating rating) {
        if (rating.subject() == RatingSubject.COLLECTIVE && rating.decidedAt() != null) {
            var decided = turns.decidedMembers(rating);
            if (decided > 0) {
                throw new MembersAlreadyDecided(Math.toIntExact(decided));
            }
        }
    }

    /// What is opened late would come after its superior, its year or its party organisation.
    void requireNotTooLate(List<Rating> opened, RatingGroup group, RatingRule rule) {
        var ancestors = new LinkedHashSet<String>();
        opened.stream()
                .filter(rating -> rating.memberId() == null || rating.isHead())
                .forEach(rating -> ancestors.addAll(above(rating.organisationPath())));
        if (turns.isDecidedAbove(ancestors, group)) {
            throw new SuperiorAlreadyDecided();
        }
        var years = group.period().isYear() ? 0 : turns.decidedYears(opened);
        if (years > 0) {
            throw new YearAlreadyDecided(years, group.period().year());
        }
        var parties = rule.customs().agencyFirst() && comesFirst(group) ? turns.decidedParties(opened) : 0;
        if (parties > 0) {
            throw new PartyAlreadyDecided(parties);
        }
    }

    private static boolean comesLast(Rating rating) {
        return rating.side() == RatingSide.PARTY || rating.subject() == RatingSubject.COLLECTIVE;
    }

    /// A collective may be an agency whichever side its group is of: the tree tells.
    private static boolean comesFirst(RatingGroup group) {
        return group.side() == RatingSide.AGENCY || group.subject() == RatingSubject.COLLECTIVE;
    }

    static Set<String> above(String path) {
        var found = new ArrayList<String>();
        for (int end = path.indexOf('/'); end >= 0 && end < path.length() - 1; end = path.indexOf('/', end + 1)) {
            found.add(path.substring(0, end + 1));
        }
        return new LinkedHashSet<>(found);
    }
}
