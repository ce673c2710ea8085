package vn.tiendo.plans.feed;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;
import static vn.tiendo.kit.security.Role.MEMBER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.assignment.DatedAssignments;
import vn.tiendo.plans.feed.CalendarFeedApi.FeedView;
import vn.tiendo.plans.feed.CalendarFeedApi.NewFeed;
import vn.tiendo.plans.feed.CalendarFeedProblem.CalendarFeedNotFound;
import vn.tiendo.plans.feed.CalendarFeedProblem.CalendarFeedsMadeTooOften;
import vn.tiendo.plans.feed.CalendarFeedProblem.TooManyCalendarFeeds;
import vn.tiendo.plans.organisation.OrganisationService;

/// Makes and revokes feeds, and answers calendar programs that know the address of one.
@ApplicationScoped
public class CalendarFeedService {

    /// Enough for every device and program that one person reads calendars with.
    private static final int MOST_LIVE = 10;

    private static final int MOST_A_DAY = 20;
    private static final int MONTHS_EACH_WAY = 12;
    private static final int MOST_ENTRIES = 1000;

    @Inject
    CalendarFeedRepository feeds;

    @Inject
    ReachRepository organisations;

    @Inject
    DatedAssignments assignments;

    @Inject
    FeedPlans plans;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    record Made(CalendarFeed feed, FeedToken token) {}

    /// @param requestKey the same key gives the same feed, at a new address: the secret is not kept for repeating it
    @Transactional
    Made make(NewFeed request, @Nullable String requestKey, Actor actor) {
        feeds.queueUp(actor);
        var token = FeedToken.fresh();
        var key = requestKey == null ? null : FeedToken.sha256(requestKey);
        var known = key == null ? null : feeds.madeFor(key, actor).orElse(null);
        if (known != null) {
            return readdressed(known, request, token);
        }
        var place = request.organisationId() == null ? null : placeFor(request.organisationId(), actor);
        requireRoom(actor);
        var feed =
                new CalendarFeed(actor, request.organisationId(), nameFor(request, place), token, key, clock.instant());
        feeds.persist(feed);
        audit.record(
                actor,
                place == null ? null : place.post,
                "make-calendar-feed",
                "calendar-feed",
                feed.id(),
                null,
                FeedView.of(feed));
        return new Made(feed, token);
    }

    private Made readdressed(CalendarFeed feed, NewFeed request, FeedToken token) {
        if (!feed.isLive() || !Objects.equals(feed.organisationId(), request.organisationId())) {
            throw new KitProblem.IdempotencyKeyReused();
        }
        feed.readdress(token);
        feeds.flush();
        return new Made(feed, token);
    }

    private record Place(KnownOrganisation organisation, HeldPost post) {}

    private Place placeFor(UUID organisation, Actor actor) {
        var known = organisations.get(organisation, OrganisationService.readable(actor));
        return new Place(
                known,
                actor.require(
                        known.path(),
                        CELL_SECRETARY,
                        COMMITTEE_OFFICER,
                        COMMITTEE_LEADER,
                        INSPECTOR,
                        AUDITOR,
                        ADMINISTRATOR));
    }

    private static String nameFor(NewFeed request, @Nullable Place place) {
        if (request.name() != null && !request.name().isBlank()) {
            return Normalizer.normalize(request.name().strip(), Normalizer.Form.NFC);
        }
        return place == null ? "Hạn việc của tôi" : "Hạn việc – " + place.organisation.name();
    }

    private void requireRoom(Actor actor) {
        if (feeds.live(actor) >= MOST_LIVE) {
            throw new TooManyCalendarFeeds(MOST_LIVE);
        }
        if (feeds.madeSince(actor, clock.instant().minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            throw new CalendarFeedsMadeTooOften(MOST_A_DAY);
        }
    }

    List<CalendarFeed> list(Actor actor, PageRequest page) {
        return feeds.list(actor, page);
    }

    CalendarFeed get(UUID id, Actor actor) {
        return feeds.own(id, actor).orElseThrow(CalendarFeedNotFound::new);
    }

    @Transactional
    void revoke(UUID id, @Nullable String ifMatch, Actor actor) {
        var feed = get(id, actor);
        ETags.requireMatch(ifMatch, feed.version());
        feed.revoke(clock.instant());
        audit.record(actor, null, "revoke-calendar-feed", "calendar-feed", id, FeedView.of(feed), null);
    }

    /// What a calendar program reads.
    ///
    /// @throws CalendarFeedNotFound for an address that was never given out, or is void by now
    @Transactional
    String read(FeedToken token) {
        var feed = feeds.at(token).orElseThrow(CalendarFeedNotFound::new);
        var today = Days.dayOf(clock.instant());
        var shown = assignments.of(
                shownBy(feed), today.minusMonths(MONTHS_EACH_WAY), today.plusMonths(MONTHS_EACH_WAY), MOST_ENTRIES);
        return new FeedText(feed.name()).of(plans.entries(shown));
    }

    /// The organisations that the owner may look into right now.
    private Set<UUID> shownBy(CalendarFeed feed) {
        var posts =
                organisations.postsHeldBy(feed.ownerIssuer(), feed.ownerSubject(), Days.dayOf(clock.instant())).stream()
                        .filter(post -> post.role() != MEMBER)
                        .toList();
        if (feed.organisationId() == null) {
            return posts.stream().map(HeldPost::organisationId).collect(Collectors.toSet());
        }
        return organisations
                .find(feed.organisationId())
                .filter(organisation ->
                        posts.stream().anyMatch(post -> organisation.path().startsWith(post.path())))
                .map(organisation -> Set.of(organisation.id()))
                .orElse(Set.of());
    }
}
