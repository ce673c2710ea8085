package vn.tiendo.plans.theme;

import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.Lineage;
import vn.tiendo.plans.organisation.LineageSight;
import vn.tiendo.plans.organisation.OrganisationService;
import vn.tiendo.plans.theme.ThemeApi.NewTheme;
import vn.tiendo.plans.theme.ThemeApi.ThemeCorrection;
import vn.tiendo.plans.theme.ThemeApi.ThemeView;
import vn.tiendo.plans.theme.ThemeProblem.NoThemeToSelect;
import vn.tiendo.plans.theme.ThemeProblem.OwnThemeNotAllowed;
import vn.tiendo.plans.theme.ThemeProblem.TermsOverlap;
import vn.tiendo.plans.theme.ThemeProblem.ThemeNotFound;
import vn.tiendo.plans.theme.ThemeProblem.UnknownTheme;

/// Gives out themes and answers which ones reach an organisation.
@ApplicationScoped
public class ThemeService {

    @Inject
    ThemeRepository themes;

    @Inject
    OwnThemeLeave ownThemes;

    @Inject
    ReachRepository reach;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// @throws ThemeNotFound when absent or given out neither within reach nor above it (404)
    Theme get(UUID id, Actor actor) {
        return themes.find(id, LineageSight.of(actor)).orElseThrow(ThemeNotFound::new);
    }

    List<Theme> list(
            Actor actor,
            @Nullable UUID organisation,
            @Nullable ThemeScope scope,
            @Nullable Integer year,
            PageRequest page) {
        return themes.list(LineageSight.of(actor), organisation, scope, year, page);
    }

    @Transactional
    Theme giveOut(NewTheme content, Actor actor) {
        var issuer = reach.get(content.organisationId(), OrganisationService.readable(actor));
        var post = requireEditor(issuer.path(), content.scope(), actor);
        var theme = new Theme(issuer, content, clock.instant());
        requireLeave(theme);
        requireOwnTerm(theme);
        themes.persist(theme);
        tellPlans(theme);
        audit.record(actor, post, "give-out-theme", "theme", theme.id(), null, ThemeView.of(theme));
        return theme;
    }

    @Transactional
    Theme correct(UUID id, @Nullable String ifMatch, ThemeCorrection correction, Actor actor) {
        var theme = get(id, actor);
        var post = requireEditor(theme.organisationPath(), theme.scope(), actor);
        ETags.requireMatch(ifMatch, theme.version());
        var before = ThemeView.of(theme);
        theme.correct(correction);
        requireOwnTerm(theme);
        audit.record(actor, post, "correct-theme", "theme", id, before, ThemeView.of(theme));
        return theme;
    }

    private void requireLeave(Theme theme) {
        var plan = theme.planId();
        if (plan == null) {
            return;
        }
        var obligation = theme.obligationId();
        if (obligation == null && !ownThemes.isGiven(plan, theme.organisationId())) {
            throw new OwnThemeNotAllowed();
        }
        if (obligation != null && !ownThemes.isAskedFor(plan, obligation, theme.organisationId())) {
            throw new NoThemeToSelect();
        }
    }

    private void tellPlans(Theme theme) {
        var plan = theme.planId();
        if (plan != null) {
            themes.flush();
            ownThemes.chosen(OwnTheme.of(theme, plan));
        }
    }

    /// What some units have chosen by a plan so far.
    public List<OwnTheme> chosen(UUID plan, Collection<UUID> organisations) {
        return themes.list("planId = ?1 and organisationId in ?2 order by id", plan, organisations).stream()
                .map(theme -> OwnTheme.of(theme, plan))
                .toList();
    }

    /// A cell has nobody but its secretary to choose its own theme.
    private static HeldPost requireEditor(String path, ThemeScope scope, Actor actor) {
        return scope == ThemeScope.OWN
                ? actor.require(path, CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER)
                : actor.require(path, COMMITTEE_OFFICER, COMMITTEE_LEADER);
    }

    private void requireOwnTerm(Theme theme) {
        if (theme.scope() == ThemeScope.TERM) {
            themes.termsOf(theme.organisationId()).stream()
                    .filter(other -> !other.id().equals(theme.id())
                            && other.yearFrom() != theme.yearFrom()
                            && other.overlaps(theme))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new TermsOverlap(other.yearFrom(), other.yearTo());
                    });
        }
    }

    /// @throws UnknownTheme when one of them was given out neither by the organisation nor above it (422)
    public void requireReadable(Collection<UUID> ids, String organisationPath) {
        var missing = new HashSet<>(ids);
        themes.readableAt(Lineage.of(organisationPath), missing).forEach(theme -> missing.remove(theme.id()));
        missing.stream().sorted().findFirst().ifPresent(unknown -> {
            throw new UnknownTheme(unknown);
        });
    }
}
