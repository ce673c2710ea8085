package vn.tiendo.notifications.preference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.notifications.contact.Account;
import vn.tiendo.notifications.contact.ContactErased;
import vn.tiendo.notifications.preference.PreferenceApi.PreferenceView;
import vn.tiendo.notifications.preference.PreferenceProblem.MandatoryStaysOn;
import vn.tiendo.notifications.tree.Sight;

/// The wishes of the caller, and of whoever holds a link.
@ApplicationScoped
class PreferenceService {

    @Inject
    PreferenceRepository preferences;

    @Inject
    Inheritance inheritance;

    @Inject
    ReachRepository organisations;

    @Inject
    AuditTrail audit;

    @Inject
    Event<SwitchedOff> switchedOff;

    @Inject
    Clock clock;

    /// @param version of the own wishes, 0 while there are none
    record Shown(PreferenceView view, long version) {}

    /// @param organisation for which the caller is addressed; absent for the one of its posts that stands highest
    /// @throws vn.tiendo.kit.problem.KitProblem.OrganisationNotFound when it is out of reach (404)
    @Transactional
    Shown own(Actor actor, @Nullable UUID organisation) {
        var stored = preferences.of(accountOf(actor));
        var place = organisation == null
                ? highest(actor)
                : organisations.get(organisation, Sight.reachOf(actor)).id();
        return new Shown(
                PreferenceView.of(
                        place,
                        new Effective(
                                inheritedBy(place),
                                stored.map(PersonalPreference::wishes).orElse(Wishes.NONE))),
                stored.map(PersonalPreference::version).orElse(0L));
    }

    private static @Nullable UUID highest(Actor actor) {
        return actor.posts().stream()
                .min(Comparator.comparing(HeldPost::path))
                .map(HeldPost::organisationId)
                .orElse(null);
    }

    private Inherited inheritedBy(@Nullable UUID place) {
        return place == null
                ? Inheritance.SHIPPED
                : Objects.requireNonNull(standings(List.of(place)).get(place)).inherited();
    }

    private Map<UUID, Inheritance.Standing> standings(Collection<UUID> places) {
        return inheritance.of(places, Days.dayOf(clock.instant()));
    }

    /// @throws MandatoryStaysOn for what is mandatory wherever the caller is addressed
    @Transactional
    Shown change(Actor actor, Wishes wishes, @Nullable String ifMatch) {
        var preference = preferences.lock(accountOf(actor), clock.instant());
        ETags.requireMatch(ifMatch, preference.version());
        var standings = standings(actor.organisations()).values();
        wishes.cells().stream()
                .filter(cell -> !cell.on())
                .forEach(cell -> requireNotMandatory(cell.category(), cell.channel(), standings));
        var before = preference.wishes();
        preference.want(wishes, clock.instant());
        preferences.flush();
        audit.record(actor, null, "change-preferences", "preference", preference.id(), before, wishes);
        wishes.cells().stream()
                .filter(cell -> !cell.on())
                .filter(cell -> before.on(cell.category(), cell.channel()).orElse(true))
                .forEach(cell -> tell(accountOf(actor), cell.category(), cell.channel()));
        return own(actor, null);
    }

    private static void requireNotMandatory(
            Category category, ChannelKind channel, Collection<Inheritance.Standing> standings) {
        if (Inherited.shipped(category, channel) == Setting.MANDATORY
                || standings.stream()
                        .anyMatch(standing ->
                                standing.inherited().cell(category, channel).value() == Setting.MANDATORY)) {
            throw new MandatoryStaysOn(category, channel);
        }
    }

    /// Once or several times, it stays off.
    ///
    /// @throws MandatoryStaysOn for what is mandatory wherever the person is addressed
    @Transactional
    void switchOff(Account account, Category category, ChannelKind channel) {
        var posts = organisations.postsHeldBy(account.issuer(), account.subject(), Days.dayOf(clock.instant()));
        var places = posts.stream().map(HeldPost::organisationId).collect(Collectors.toSet());
        requireNotMandatory(category, channel, standings(places).values());
        var preference = preferences.lock(account, clock.instant());
        var before = preference.wishes();
        if (preference.switchOff(category, channel, clock.instant())) {
            preferences.flush();
            audit.record(
                    new Actor(account.issuer(), account.subject(), List.of()),
                    null,
                    "unsubscribe",
                    "preference",
                    preference.id(),
                    before,
                    preference.wishes());
            tell(account, category, channel);
        }
    }

    /// What somebody wanted as a member alone goes with the member.
    void forget(@Observes ContactErased erased) {
        preferences.forget(new Account(erased.issuer(), erased.subject()));
    }

    private void tell(Account account, Category category, ChannelKind channel) {
        switchedOff.fire(new SwitchedOff(account.issuer(), account.subject(), category, channel));
    }

    private static Account accountOf(Actor actor) {
        return new Account(actor.issuer(), actor.subject());
    }
}
