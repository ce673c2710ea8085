package vn.tiendo.reporting.timeliness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.progress.DueCounts;
import vn.tiendo.reporting.progress.DueCounts.Question;
import vn.tiendo.reporting.progress.DueCounts.Unit;
import vn.tiendo.reporting.progress.LateAssignments;
import vn.tiendo.reporting.progress.LateAssignments.Late;
import vn.tiendo.reporting.progress.Source;
import vn.tiendo.reporting.timeliness.TimelinessApi.LateView;
import vn.tiendo.reporting.timeliness.TimelinessApi.Numbers;
import vn.tiendo.reporting.timeliness.TimelinessApi.TimelinessView;
import vn.tiendo.reporting.timeliness.TimelinessApi.UnitView;
import vn.tiendo.reporting.timeliness.TimelinessApi.Units;

/// Answers how punctual organisations were, and who was not: four statements and three, whatever lies below.
@ApplicationScoped
class TimelinessService {

    private static final Period LONGEST = Period.ofYears(5);
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9000;

    @Inject
    CurrentActor actor;

    @Inject
    ReachRepository organisations;

    @Inject
    DueCounts counts;

    @Inject
    LateAssignments lateAssignments;

    @Inject
    TimelinessConfig config;

    @Inject
    Clock clock;

    @Transactional
    TimelinessView of(Asked asked, PageRequest page) {
        var place = organisations.get(asked.organisation(), actor.get().reach(Role.CELL_SECRETARY, SUPERIORS));
        var question = question(asked);
        var own = counts.own(question);
        var children =
                Page.of(counts.children(question, page), page, Unit::position).map(UnitView::of);
        return new TimelinessView(
                place.id(),
                place.name(),
                asked.plan(),
                question.from(),
                question.to(),
                question.today(),
                Numbers.of(own, Source.ASSIGNMENT),
                Numbers.of(own, Source.REGISTRATION),
                Numbers.of(own, Source.REPORT),
                new Units(children.items(), children.nextCursor()));
    }

    @Transactional
    Page<LateView> late(Asked asked, PageRequest page) {
        var place = organisations.get(asked.organisation());
        if (!mayReadLate(actor.get(), place.path(), config.publishLate())) {
            throw new KitProblem.OrganisationNotFound();
        }
        var question = question(asked);
        return Page.of(lateAssignments.in(question, place.path(), page), page, Late::position)
                .map(late -> LateView.of(late, question.today()));
    }

    /// What a client asks for.
    record Asked(
            UUID organisation,
            @Nullable UUID plan,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private static final Role[] SUPERIORS = {Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER, Role.INSPECTOR, Role.AUDITOR
    };

    /// Where lists are published, everybody may read that of an organisation at or above the own one.
    static boolean mayReadLate(Actor actor, String path, boolean published) {
        return actor.may(path, Role.CELL_SECRETARY, SUPERIORS)
                || published
                        && actor.posts().stream().anyMatch(post -> post.path().startsWith(path));
    }

    /// A year of which nothing is named is this one.
    private Question question(Asked asked) {
        var today = Days.dayOf(clock.instant());
        var from = asked.from == null ? (asked.to == null ? today : asked.to).withDayOfYear(1) : asked.from;
        requireKnown(from, from);
        var to = asked.to == null ? from.plusYears(1).withDayOfYear(1).minusDays(1) : asked.to;
        requireKnown(from, to);
        if (from.isAfter(to) || !to.isBefore(from.plus(LONGEST))) {
            throw new TimelinessProblem.WrongTerm(from, to);
        }
        return new Question(asked.organisation, asked.plan, from, to, today);
    }

    private static void requireKnown(LocalDate from, LocalDate to) {
        if (from.getYear() < FIRST_YEAR || from.getYear() > LAST_YEAR || to.getYear() > LAST_YEAR) {
            throw new TimelinessProblem.WrongTerm(from, to);
        }
    }
}
