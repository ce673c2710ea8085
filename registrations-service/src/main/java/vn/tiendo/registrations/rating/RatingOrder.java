package vn.tiendo.registrations.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.tiendo.registrations.rating.RatingProblem.CollectiveFirst;
import vn.tiendo.registrations.rating.RatingProblem.SubordinatesFirst;
import vn.tiendo.registrations.rating.RatingProblem.SuperiorAlreadyDecided;

/// The order of 366-QĐ/TW: a collective before its members and its head, a subordinate before its superior.
///
/// Persons follow the tree as far as they head an organisation; among the members of one collective there is no order.
@ApplicationScoped
class RatingOrder {

    @Inject
    RatingRepository ratings;

    /// Whether the turn of all of these has come, in three statements however many they are.
    void requireTurn(List<Rating> deciding) {
        var first = deciding.getFirst();
        if (first.subject() == RatingSubject.COLLECTIVE) {
            requireBelow(deciding, RatingSubject.COLLECTIVE);
            return;
        }
        var organisations = new LinkedHashSet<>(
                deciding.stream().map(Rating::organisationId).toList());
        var waiting = organisations.size() - ratings.decidedCollectives(organisations, first.year());
        if (waiting > 0) {
            throw new CollectiveFirst(Math.toIntExact(waiting));
        }
        requireBelow(deciding.stream().filter(Rating::isHead).toList(), RatingSubject.INDIVIDUAL);
    }

    private void requireBelow(List<Rating> superiors, RatingSubject subject) {
        if (superiors.isEmpty()) {
            return;
        }
        var waiting = ratings.undecidedBelow(superiors.stream().map(Rating::id).toList(), subject).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        if (waiting > 0) {
            throw new SubordinatesFirst(Math.toIntExact(waiting));
        }
    }

    /// What is opened late would come after its superior.
    void requireNotTooLate(Collection<String> paths, int year, RatingSubject subject) {
        var ancestors = new LinkedHashSet<String>();
        paths.forEach(path -> ancestors.addAll(above(path)));
        if (ratings.isDecidedAbove(ancestors, year, subject)) {
            throw new SuperiorAlreadyDecided();
        }
    }

    static Set<String> above(String path) {
        var found = new ArrayList<String>();
        for (int end = path.indexOf('/'); end >= 0 && end < path.length() - 1; end = path.indexOf('/', end + 1)) {
            found.add(path.substring(0, end + 1));
        }
        return new LinkedHashSet<>(found);
    }
}
