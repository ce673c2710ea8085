package vn.tiendo.plans.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.plans.organisation.Ending;
import vn.tiendo.plans.organisation.PassingOn;

/// Posts do not pass to a successor: they end with their organisation. They gave no rights any more from that day on.
@ApplicationScoped
class PostSuccession implements PassingOn {

    @Inject
    PostRepository posts;

    @Inject
    ReachRepository reach;

    @Inject
    Outbox outbox;

    @Override
    public String what() {
        return "endingPosts";
    }

    @Override
    public long count(Collection<UUID> ending) {
        return ending.isEmpty() ? 0 : posts.count("organisationId in ?1 and validTo is null", ending);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public int passOn(Ending ending, int most) {
        var lastDay = ending.lastDay();
        var ended = posts.lastingAt(ending.organisationId(), lastDay, most);
        ended.forEach(post -> post.end(lastDay));
        outbox.addAll(
                PostEvent.stream(posts.absencesOf(ended.stream().map(Post::id).toList())), ended, "ended");
        ended.forEach(post -> reach.put(post.known()));
        return ended.size();
    }
}
