package vn.tiendo.plans.plan;

import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;

/// Who writes plans: officers; a cell has nobody but its secretary, and a leader who drafts does not adopt it then.
public final class Drafters {

    private Drafters() {}

    /// @throws vn.tiendo.kit.problem.KitProblem.RoleRequired for who may not draft there (403)
    public static HeldPost require(String organisationPath, Actor actor) {
        return actor.require(organisationPath, COMMITTEE_OFFICER, CELL_SECRETARY, COMMITTEE_LEADER);
    }
}
