package vn.tiendo.notifications.broadcast;

import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.leader.BackgroundTasks;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.broadcast.BroadcastApi.BroadcastChange;
import vn.tiendo.notifications.broadcast.BroadcastApi.BroadcastView;
import vn.tiendo.notifications.broadcast.BroadcastApi.NewBroadcast;
import vn.tiendo.notifications.broadcast.BroadcastApi.Scheduling;
import vn.tiendo.notifications.broadcast.BroadcastApi.Trial;
import vn.tiendo.notifications.broadcast.BroadcastProblem.BroadcastNotFound;
import vn.tiendo.notifications.broadcast.BroadcastProblem.TrialPostNotFound;
import vn.tiendo.notifications.inbox.NotificationService;
import vn.tiendo.notifications.inbox.Recipient;

/// Writes, counts, tries, schedules and calls off broadcasts: for officers and leaders, over their subtree.
@ApplicationScoped
class BroadcastService {

    private static final String TRIAL = "[Thử] ";

    @Inject
    BroadcastRepository broadcasts;

    @Inject
    BroadcastRecipients recipients;

    @Inject
    NotificationService notifications;

    @Inject
    ReachRepository organisations;

    @Inject
    BackgroundTasks background;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    private static Reach reachOf(Actor actor) {
        return actor.reach(COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR);
    }

    /// @throws BroadcastNotFound when absent or out of reach (404)
    Broadcast get(UUID id, Actor actor) {
        return broadcasts.find(id, reachOf(actor)).orElseThrow(BroadcastNotFound::new);
    }

    List<Broadcast> list(Actor actor, @Nullable UUID organisation, @Nullable BroadcastStatus status, PageRequest page) {
        return broadcasts.list(reachOf(actor), organisation, status, page);
    }

    @Transactional
    Broadcast write(NewBroadcast content, Actor actor) {
        var organisation = organisations.get(content.organisationId(), reachOf(actor));
        var post = actor.require(organisation.path(), COMMITTEE_OFFICER, COMMITTEE_LEADER);
        var broadcast = new Broadcast(organisation, content, actor, clock.instant());
        broadcasts.persistAndFlush(broadcast);
        audit.record(actor, post, "write-broadcast", "broadcast", broadcast.id(), null, BroadcastView.of(broadcast));
        return broadcast;
    }

    @Transactional
    Broadcast change(UUID id, @Nullable String ifMatch, BroadcastChange content, Actor actor) {
        return act(id, ifMatch, actor, "change-broadcast", (broadcast, now) -> broadcast.change(content));
    }

    @Transactional
    Broadcast requestCount(UUID id, @Nullable String ifMatch, Actor actor) {
        var broadcast = act(id, ifMatch, actor, "count-broadcast", Broadcast::requestCount);
        background.wake(BroadcastSending.NAME);
        return broadcast;
    }

    @Transactional
    Broadcast schedule(UUID id, @Nullable String ifMatch, Scheduling scheduling, Actor actor) {
        return act(
                id, ifMatch, actor, "schedule-broadcast", (broadcast, now) -> broadcast.schedule(scheduling.at(), now));
    }

    @Transactional
    Broadcast cancel(UUID id, @Nullable String ifMatch, Actor actor) {
        return act(id, ifMatch, actor, "cancel-broadcast", Broadcast::cancel);
    }

    private Broadcast act(
            UUID id, @Nullable String ifMatch, Actor actor, String action, BiConsumer<Broadcast, Instant> deed) {
        var broadcast = get(id, actor);
        var post = actor.require(broadcast.organisationPath(), COMMITTEE_OFFICER, COMMITTEE_LEADER);
        ETags.requireMatch(ifMatch, broadcast.version());
        var before = BroadcastView.of(broadcast);
        deed.accept(broadcast, clock.instant());
        broadcasts.flush();
        audit.record(actor, post, action, "broadcast", id, before, BroadcastView.of(broadcast));
        return broadcast;
    }

    /// Sends it to the caller and to a few others, at once and marked as a trial; those get the real one all the same.
    ///
    /// @throws TrialPostNotFound when a post is not held today or lies out of reach (404)
    @Transactional
    int tryOut(UUID id, Trial trial, Actor actor) {
        var broadcast = get(id, actor);
        var post = actor.require(broadcast.organisationPath(), COMMITTEE_OFFICER, COMMITTEE_LEADER);
        var now = clock.instant();
        var posts = new HashSet<>(trial.postIds());
        var found = recipients.holdersOf(posts, actor.reach(COMMITTEE_OFFICER, COMMITTEE_LEADER), Days.dayOf(now));
        if (found.size() != posts.size()) {
            throw new TrialPostNotFound();
        }
        var accounts = new LinkedHashMap<String, Recipient>();
        accounts.put(actor.id(), new Recipient(actor.issuer(), actor.subject(), post.id(), null, false, "vi"));
        found.forEach(one -> accounts.putIfAbsent(one.issuer() + "#" + one.subject(), one));
        var occasion = Uuid7.next();
        var delivered = notifications.deliver(accounts.values().stream()
                .map(recipient -> BroadcastSending.write(broadcast, occasion, TRIAL, recipient, now))
                .toList());
        audit.record(actor, post, "try-broadcast", "broadcast", id, null, Map.of("delivered", delivered));
        return delivered;
    }
}
