package vn.tiendo.plans.plan;

import java.util.UUID;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;

/// What hangs on a draft and is settled before the draft is deleted; a bean in the feature that owns it.
public interface GoesWithDraft {

    /// Called in the transaction that deletes the draft, which nobody else can change any more.
    void letGo(UUID plan, Actor actor, HeldPost post);
}
