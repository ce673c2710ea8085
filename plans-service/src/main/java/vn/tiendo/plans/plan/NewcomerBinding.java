package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.time.Days;
import vn.tiendo.plans.assignment.AssignmentService;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.obligation.DebtorRepository;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.DebtorRepository.Place;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationKind.Opens;
import vn.tiendo.plans.obligation.ObligationService;
import vn.tiendo.plans.plan.NewcomerRepository.Newcomers;

/// Lets plans in force bind organisations that appear later, and opens their assignments: some
/// organisations against some plans per pass.
///
/// Only what can still be done in time is opened: a newcomer is never late from its first day. Which
/// organisations and plans are left is stored in the transaction of what was opened, and an assignment is
/// unique by its occurrence, so that a kill at any point loses nothing and repeats nothing.
@ApplicationScoped
public class NewcomerBinding implements LeaderTask {

    private static final int ORGANISATIONS = 200;
    private static final int PLANS = 20;

    @Inject
    NewcomerRepository newcomers;

    @Inject
    PlanRepository plans;

    @Inject
    ObligationService obligations;

    @Inject
    AssignmentService assignments;

    @Inject
    BindingRepository bindings;

    @Inject
    DebtorRepository debtors;

    @Inject
    DeadlineReading reading;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "newcomer-binding";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    /// While a plan is being opened newcomers wait, so that none is passed over behind the page that was opened last.
    @Override
    public boolean pass() {
        if (plans.nextToOpen().isPresent()) {
            return false;
        }
        var next = newcomers.next(ORGANISATIONS);
        next.ifPresent(this::bind);
        return next.isPresent();
    }

    private void bind(Newcomers some) {
        var today = Days.dayOf(clock.instant());
        var asked = plans.inForceAfter(some.afterPlan(), today, PLANS);
        new Pass(some, asked, today).run();
        if (asked.size() < PLANS) {
            newcomers.askedAll(some);
        } else {
            newcomers.asked(some, asked.getLast().id());
        }
    }

    /// Some organisations against some plans, with everything read beforehand by a fixed number of statements.
    private final class Pass {

        private final Map<UUID, Plan> asked;
        private final LocalDate today;
        private final List<Obligation> demands;
        private final List<Place> places;
        private final Map<UUID, List<Place>> anchors;

        Pass(Newcomers some, List<Plan> plans, LocalDate today) {
            this.today = today;
            asked = plans.stream().collect(Collectors.toMap(Plan::id, plan -> plan));
            demands = obligations.ofPlans(asked.keySet());
            places = demands.isEmpty() ? List.of() : debtors.placesOf(some.organisations(), today);
            anchors = new HashMap<>();
            debtors.placesOf(anchorIds(), today)
                    .forEach(place -> anchors.computeIfAbsent(place.organisationId(), any -> new ArrayList<>())
                            .add(place));
        }

        private Set<UUID> anchorIds() {
            var ids = new HashSet<UUID>();
            demands.forEach(
                    demand -> ids.addAll(demand.debtors().anchors(planOf(demand).organisationId())));
            return ids;
        }

        private Plan planOf(Obligation demand) {
            return Objects.requireNonNull(asked.get(demand.planId()));
        }

        void run() {
            var bound = new HashMap<Obligation, List<Debtor>>();
            for (var demand : demands) {
                var fitting = fitting(demand);
                if (!fitting.isEmpty()) {
                    bound.put(demand, debtorsOf(fitting));
                    if (demand.opens() == Opens.ASSIGNMENT || demand.opens() == Opens.CAMPAIGN) {
                        open(planOf(demand), demand, fitting);
                    }
                }
            }
            if (!bound.isEmpty()) {
                bindings.bind(bound);
            }
        }

        private List<Place> fitting(Obligation demand) {
            var issuer = planOf(demand).organisationId();
            var fitting = new HashMap<UUID, Place>();
            places.stream()
                    .filter(place -> demand.debtors().include(place, issuer, anchor -> pathOn(anchor, firstDay(place))))
                    .forEach(place -> fitting.putIfAbsent(place.organisationId(), place));
            return List.copyOf(fitting.values());
        }

        private static List<Debtor> debtorsOf(List<Place> places) {
            return places.stream()
                    .map(place -> new Debtor(place.organisationId(), place.parentId(), place.path()))
                    .toList();
        }

        private LocalDate firstDay(Place place) {
            return place.from().isAfter(today) ? place.from() : today;
        }

        private @Nullable String pathOn(UUID anchor, LocalDate day) {
            return anchors.getOrDefault(anchor, List.of()).stream()
                    .filter(place -> place.isOn(day))
                    .map(Place::path)
                    .findFirst()
                    .orElse(null);
        }

        private void open(Plan plan, Obligation demand, List<Place> fitting) {
            var occurrences = reading.toStore(plan, demand);
            var begin = fitting.stream().collect(Collectors.toMap(Place::organisationId, this::firstDay));
            assignments.open(
                    demand,
                    plan.organisationPath(),
                    debtorsOf(fitting),
                    debtor -> occurrences.apply(debtor.path()).stream()
                            .filter(occurrence ->
                                    isAhead(occurrence, Objects.requireNonNull(begin.get(debtor.organisationId()))))
                            .toList());
        }

        private static boolean isAhead(Occurrence occurrence, LocalDate firstDay) {
            return occurrence.doneOn() == null
                    && (occurrence.lastDay() == null || !occurrence.lastDay().isBefore(firstDay))
                    && (occurrence.windowTo() == null
                            || occurrence.lastDay() != null
                            || !occurrence.windowTo().isBefore(firstDay));
        }
    }
}
