package vn.tiendo.notifications.preference;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.preference.PreferenceApi.DefaultView;
import vn.tiendo.notifications.preference.PreferenceApi.NewDefault;
import vn.tiendo.notifications.preference.PreferenceProblem.DefaultNotFound;
import vn.tiendo.notifications.tree.Lineage;
import vn.tiendo.notifications.tree.Sight;

/// What organisations set for themselves and all below. It is read by everybody whom it reaches; officers, leaders and
/// administrators set it.
@ApplicationScoped
class PreferenceDefaultService {

    private static final Role[] SETTERS = {COMMITTEE_LEADER, ADMINISTRATOR};

    @Inject
    PreferenceDefaultRepository defaults;

    @Inject
    ReachRepository organisations;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// @throws DefaultNotFound when absent or set neither within reach nor above it (404)
    PreferenceDefault get(UUID id, Actor actor) {
        return defaults.find(id, Sight.of(actor)).orElseThrow(DefaultNotFound::new);
    }

    /// @param organisation only what can hold for this one: what it has set itself, and what those above have
    List<PreferenceDefault> list(Actor actor, @Nullable UUID organisation, @Nullable LocalDate on, PageRequest page) {
        var lineage = organisation == null
                ? null
                : Lineage.of(
                        organisations.get(organisation, Sight.reachOf(actor)).path());
        return defaults.list(Sight.of(actor), lineage, on, page);
    }

    @Transactional
    PreferenceDefault set(NewDefault content, Actor actor) {
        var organisation = organisations.get(content.organisationId(), Sight.reachOf(actor));
        var post = actor.require(organisation.path(), COMMITTEE_OFFICER, SETTERS);
        var now = clock.instant();
        var from = content.validFrom() == null ? Days.dayOf(now) : content.validFrom();
        var set = new PreferenceDefault(organisation, content.defaults(), from, now);
        defaults.persistAndFlush(set);
        audit.record(actor, post, "set-preference-default", "preference-default", set.id(), null, DefaultView.of(set));
        return set;
    }

    @Transactional
    PreferenceDefault change(UUID id, @Nullable String ifMatch, Defaults content, Actor actor) {
        var today = Days.dayOf(clock.instant());
        return change(id, ifMatch, actor, "change-preference-default", set -> set.change(content, today));
    }

    @Transactional
    PreferenceDefault end(UUID id, @Nullable String ifMatch, LocalDate lastDay, Actor actor) {
        var today = Days.dayOf(clock.instant());
        return change(id, ifMatch, actor, "end-preference-default", set -> set.end(lastDay, today));
    }

    private PreferenceDefault change(
            UUID id, @Nullable String ifMatch, Actor actor, String action, Consumer<PreferenceDefault> act) {
        var set = get(id, actor);
        var post = actor.require(set.organisationPath(), COMMITTEE_OFFICER, SETTERS);
        ETags.requireMatch(ifMatch, set.version());
        var before = DefaultView.of(set);
        act.accept(set);
        defaults.flush();
        audit.record(actor, post, action, "preference-default", id, before, DefaultView.of(set));
        return set;
    }
}
