package vn.tiendo.plans.organisation;

import java.util.Map;
import java.util.Set;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;

/// What an actor may read of things that an organisation keeps for itself and for all below it: those of its own
/// subtrees, and those kept above them.
public record LineageSight(Reach reach, Set<String> above) {

    public static LineageSight of(Actor actor) {
        return new LineageSight(OrganisationService.readable(actor), Lineage.of(actor));
    }

    /// On the attribute `organisationPath`.
    public String condition() {
        return "(" + reach.condition("organisationPath") + " or organisationPath in :above)";
    }

    public void bind(Map<String, Object> parameters) {
        reach.bind(parameters);
        parameters.put("above", above);
    }
}
