package vn.tiendo.plans.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.audit.AuditTrail.Deed;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.plans.post.PostApi.PostView;
import vn.tiendo.plans.post.PostProblem.OwnPost;
import vn.tiendo.plans.post.PostProblem.PostOverlaps;
import vn.tiendo.plans.post.PostProblem.PostPeriodReversed;

/// Gives posts, one or many in a row: the rules that each keeps, and all that is written for it.
@ApplicationScoped
class PostGiving {

    @Inject
    PostRepository posts;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    /// A post not stored yet, and the post that allows it.
    record Given(Post post, @Nullable HeldPost allowedBy) {}

    static void requireSomebodyElse(String issuer, String subject, Actor actor) {
        if (issuer.equals(actor.issuer()) && subject.equals(actor.subject())) {
            throw new OwnPost();
        }
    }

    static void requirePeriodInOrder(LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw new PostPeriodReversed();
        }
    }

    /// @param alike posts of the same role, organisation and holder
    static void requireNoOverlap(LocalDate from, @Nullable LocalDate to, Collection<Post> alike) {
        if (alike.stream().anyMatch(post -> post.isHeldWithin(from, to))) {
            throw new PostOverlaps();
        }
    }

    /// Stores posts with their reach, events and audit records; those stood in for go before their deputies.
    @Transactional(Transactional.TxType.MANDATORY)
    void store(List<Given> given, Actor actor) {
        if (given.isEmpty()) {
            return;
        }
        var made = given.stream().map(Given::post).toList();
        posts.persist(made);
        posts.putIntoReach(made);
        outbox.addAll(PostEvent.stream(Map.of()), made, "given");
        audit.recordAll(
                actor,
                given.stream()
                        .map(each -> new Deed(
                                each.allowedBy(),
                                "give-post",
                                "post",
                                each.post().id(),
                                null,
                                PostView.of(each.post(), List.of())))
                        .toList());
    }
}
