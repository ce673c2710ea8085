package vn.tiendo.plans.organisation;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// One kind of things that pass to the successor when an organisation ends; a bean in the feature that owns them.
///
/// It is called in batches in the background until nothing is left. Each batch is one transaction together
/// with the note of how far it got, so that a kill at any point neither loses nor repeats anything.
public interface PassingOn {

    /// Names the things in outcomes, such as `openAssignments`; unique, and never changed while something is under way.
    String what();

    /// How many would pass on now.
    long count(Collection<UUID> ending);

    /// Passes on some of what is left.
    ///
    /// @param most how many at most
    /// @return how many it were; fewer than that means that none is left
    int passOn(Ending ending, int most);

    /// Those of the named things that are not this organisation's to pass on.
    default Set<UUID> foreign(UUID organisation, Set<UUID> named) {
        return Set.of();
    }
}
