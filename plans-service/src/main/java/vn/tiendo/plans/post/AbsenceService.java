package vn.tiendo.plans.post;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.plans.post.PostApi.NewAbsence;
import vn.tiendo.plans.post.PostApi.PostView;
import vn.tiendo.plans.post.PostProblem.AbsenceNotFound;
import vn.tiendo.plans.post.PostProblem.AbsenceOutsidePost;
import vn.tiendo.plans.post.PostProblem.AbsenceOverlaps;
import vn.tiendo.plans.post.PostProblem.AbsenceReversed;

/// States and withdraws absences; the holder does so for itself, an administrator for everybody.
///
/// They decide who acts, not who may: an absent holder keeps the rights of the post.
@ApplicationScoped
public class AbsenceService {

    @Inject
    PostRepository posts;

    @Inject
    PostService service;

    @Inject
    ReachRepository reach;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Transactional
    Post state(UUID postId, @Nullable String ifMatch, NewAbsence request, Actor actor) {
        var post = service.get(postId, actor);
        var allowedBy = require(post, actor);
        ETags.requireMatch(ifMatch, post.version());
        requireFitting(request, post);
        var before = posts.absencesOf(postId);
        if (before.stream().anyMatch(absence -> absence.meets(request.from(), request.to()))) {
            throw new AbsenceOverlaps();
        }
        posts.keep(new PostAbsence(postId, request.from(), request.to(), composed(request.reason())));
        return changed(post, before, "absence-stated", allowedBy, actor);
    }

    private static @Nullable String composed(@Nullable String reason) {
        return reason == null ? null : Normalizer.normalize(reason.strip(), Normalizer.Form.NFC);
    }

    private static void requireFitting(NewAbsence request, Post post) {
        if (request.to().isBefore(request.from())) {
            throw new AbsenceReversed();
        }
        if (!post.isHeldOn(request.from()) || !post.isHeldOn(request.to())) {
            throw new AbsenceOutsidePost();
        }
    }

    @Transactional
    Post withdraw(UUID postId, UUID absenceId, @Nullable String ifMatch, Actor actor) {
        var post = service.get(postId, actor);
        var allowedBy = require(post, actor);
        ETags.requireMatch(ifMatch, post.version());
        var before = posts.absencesOf(postId);
        posts.forget(before.stream()
                .filter(absence -> absence.id().equals(absenceId))
                .findFirst()
                .orElseThrow(AbsenceNotFound::new));
        return changed(post, before, "absence-withdrawn", allowedBy, actor);
    }

    private @Nullable HeldPost require(Post post, Actor actor) {
        return post.isHeldBy(actor.issuer(), actor.subject())
                ? null
                : actor.require(reach.get(post.organisationId()).path(), ADMINISTRATOR);
    }

    private Post changed(Post post, List<PostAbsence> before, String what, @Nullable HeldPost allowedBy, Actor actor) {
        var after = posts.absencesOf(post.id());
        outbox.add(PostEvent.stream(Map.of(post.id(), after)), post, what);
        audit.record(actor, allowedBy, what, "post", post.id(), PostView.of(post, before), PostView.of(post, after));
        return post;
    }
}
