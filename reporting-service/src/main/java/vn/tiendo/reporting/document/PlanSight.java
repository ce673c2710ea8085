package vn.tiendo.reporting.document;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;
import static vn.tiendo.kit.security.Role.MEMBER;

import java.util.HashMap;
import java.util.Map;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;

/// Who may see the paper of which plan, as plans-service has it: drafts by those who work with them and those they were
/// sent to, issued ones by everybody in the subtree of the issuer and in those whom the plan binds.
///
/// @param binds whether the plan binds an organisation in `bound`
record PlanSight(Reach work, Reach bound, boolean binds) {

    static Reach workOf(Actor actor) {
        return actor.reach(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR);
    }

    static Reach boundOf(Actor actor) {
        return actor.reach(
                MEMBER, CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR, ADMINISTRATOR);
    }

    /// In SQL, on the plan `p` and its organisation `o`.
    String condition() {
        return "(" + work.condition("o.path")
                + " or exists (select 1 from reach_organisation d where (d.id = p.sent_to_id or d.id = p.sent_via_id)"
                + " and " + work.condition("d.path") + ")"
                + " or (p.issued and (" + (binds ? "1 = 1" : "1 = 0") + " or "
                + bound.condition("o.path").replace(":reach", ":bound") + ")))";
    }

    void bind(Map<String, Object> parameters) {
        var own = new HashMap<String, Object>();
        bound.bind(own);
        own.forEach((name, value) -> parameters.put(name.replace("reach", "bound"), value));
        work.bind(parameters);
    }
}
