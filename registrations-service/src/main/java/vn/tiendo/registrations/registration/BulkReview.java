package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.problem.Sentences;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.registrations.campaign.CampaignService;
import vn.tiendo.registrations.registration.BulkApi.BulkOutcome;
import vn.tiendo.registrations.registration.BulkApi.Row;
import vn.tiendo.registrations.registration.BulkApi.RowOutcome;
import vn.tiendo.registrations.registration.RegistrationRepository.Found;
import vn.tiendo.registrations.registration.Transitions.Done;
import vn.tiendo.registrations.registration.Transitions.Facts;
import vn.tiendo.registrations.registration.Transitions.Step;

/// Reviews many registrations in one transaction, each judged for itself: what is refused changes nothing, the rest is
/// stored together. The number of statements does not grow with the rows, but for the rows themselves.
@ApplicationScoped
class BulkReview {

    @Inject
    RegistrationRepository registrations;

    @Inject
    RegistrationReview review;

    @Inject
    Transitions transitions;

    @Inject
    CurrentActor currentActor;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Transactional
    BulkOutcome accept(List<Row> rows, List<Locale> languages) {
        var now = clock.instant();
        return all(rows, languages, RegistrationReview.ACCEPT, now, found -> {
            found.registration().accept(now);
            review.optIn(found.registration(), now);
        });
    }

    @Transactional
    BulkOutcome giveBack(List<Row> rows, String reason, @Nullable LocalDate until, List<Locale> languages) {
        var now = clock.instant();
        var lastDay = review.lastDay(until, now);
        return all(rows, languages, RegistrationReview.GIVE_BACK, now, found -> {
            found.openness().requireOpenToReview(now);
            entities.persist(found.registration().giveBack(reason, lastDay, now));
        });
    }

    private BulkOutcome all(
            List<Row> rows, List<Locale> languages, Step step, Instant now, Consumer<Found> transition) {
        var ids = rows.stream().map(Row::id).toList();
        if (ids.stream().distinct().count() != ids.size()) {
            throw new KitProblem.MalformedRequest(List.of(new FieldError("items", "twice")));
        }
        var actor = currentActor.get();
        var found = new HashMap<UUID, Found>();
        registrations
                .lock(ids, actor, CampaignService.readable(actor))
                .forEach(one -> found.put(one.registration().id(), one));
        var paths = registrations.reviewerPaths(ids);
        var done = new ArrayList<Done>();
        var outcomes = new ArrayList<Supplier<RowOutcome>>();
        for (var row : rows) {
            try {
                var one = one(row, found, paths, actor, transition);
                done.add(one);
                outcomes.add(() -> RowOutcome.done(one.registration()));
            } catch (DomainProblem problem) {
                var title = Sentences.of(languages, problem.code() + ".title", problem.arguments());
                outcomes.add(() -> RowOutcome.refused(row.id(), problem.code(), title));
            }
        }
        transitions.store(actor, step, done, now); // the versions in the answer are those after it
        return BulkOutcome.of(outcomes.stream().map(Supplier::get).toList());
    }

    private static Done one(
            Row row, Map<UUID, Found> found, Map<UUID, List<String>> paths, Actor actor, Consumer<Found> transition) {
        var asked = found.get(row.id());
        if (asked == null) {
            throw new RegistrationProblem.RegistrationNotFound();
        }
        if (asked.own()) {
            throw new RegistrationProblem.OwnRegistration();
        }
        var registration = asked.registration();
        var post = RegistrationGate.reviewer(actor, paths.getOrDefault(row.id(), List.of()));
        if (registration.version() != row.version()) {
            throw new KitProblem.StaleVersion();
        }
        var before = Facts.of(registration);
        var tally = registration.tally();
        transition.accept(asked);
        return new Done(registration, post, before, tally);
    }
}
