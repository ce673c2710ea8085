package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.form.Forms;
import vn.tiendo.registrations.registration.FollowThroughApi.AssessmentView;
import vn.tiendo.registrations.registration.FollowThroughApi.CollectiveComment;
import vn.tiendo.registrations.registration.FollowThroughApi.ItemAssessment;
import vn.tiendo.registrations.registration.FollowThroughApi.NewFollowUp;
import vn.tiendo.registrations.registration.FollowThroughApi.SelfAssessment;
import vn.tiendo.registrations.registration.RegistrationGate.Asked;
import vn.tiendo.registrations.registration.Transitions.Step;

/// What follows an acceptance: how each promise is kept, what the member and the collective say of it, and the end.
@ApplicationScoped
class FollowThroughService {

    private static final Step ASSESS = new Step("assess-registration", "assessed");
    private static final Step COMMENT = new Step("comment-on-registration", "commented");
    private static final Step CLOSE = new Step("close-registration", "closed");
    private static final TypeReference<List<ItemAssessment>> ITEMS = new TypeReference<>() {};

    @Inject
    RegistrationGate gate;

    @Inject
    RegistrationFiles files;

    @Inject
    Forms forms;

    @Inject
    Transitions transitions;

    @Inject
    AuditTrail audit;

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /// By the member, or by those who review it.
    @Transactional
    FollowUp followUp(UUID id, NewFollowUp request) {
        var asked = gate.seen(id);
        var post = asked.found().own() ? null : gate.requireReviewer(asked);
        var registration = asked.registration();
        registration.requireFollowable();
        var errors = new ArrayList<FieldError>();
        if (!itemsOf(registration).contains(request.item())) {
            errors.add(new FieldError("item", "no-such-item"));
        }
        if (request.happenedOn().isAfter(Days.dayOf(clock.instant()))) {
            errors.add(new FieldError("happenedOn", "in-the-future"));
        }
        if (!errors.isEmpty()) {
            throw new RegistrationProblem.ItemsWrong(errors);
        }
        var evidence = Objects.requireNonNullElse(request.files(), List.<UUID>of());
        evidence.forEach(file -> files.requireOf(id, file));
        var followUp = new FollowUp(
                registration,
                request.item(),
                request.note(),
                request.happenedOn(),
                evidence,
                asked.found().own(),
                clock.instant());
        entities.persist(followUp);
        audit.record(asked.actor(), post, "follow-up-registration", "registration", id, null, followUp.id());
        return followUp;
    }

    @Transactional
    List<FollowUp> followUps(UUID id, PageRequest page) {
        reading(id);
        return entities.createQuery(
                        "from FollowUp f where f.registrationId = :id and f.id > :after order by f.id", FollowUp.class)
                .setParameter("id", id)
                .setParameter("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)))
                .setMaxResults(page.lookFor())
                .getResultList();
    }

    @Transactional
    Registration assess(UUID id, @Nullable String ifMatch, SelfAssessment request) {
        var asked = gate.own(id);
        var registration = asked.registration();
        ETags.requireMatch(ifMatch, registration.version());
        registration.requireFollowable();
        requireAllItems(registration, request.items());
        var now = clock.instant();
        transitions.carryOut(registration, asked.actor(), null, ASSESS, now, assessed -> assessed.assess(now));
        var items = write(request.items());
        found(id)
                .ifPresentOrElse(
                        before -> before.say(items, request.summary(), now),
                        () -> entities.persist(new Assessment(registration, items, request.summary(), now)));
        return registration;
    }

    @Transactional
    Registration comment(UUID id, @Nullable String ifMatch, CollectiveComment request) {
        var asked = gate.seen(id);
        var post = gate.requireReviewer(asked);
        var registration = asked.registration();
        ETags.requireMatch(ifMatch, registration.version());
        var now = clock.instant();
        requireNotInTheFuture(request.metOn(), Days.dayOf(now));
        transitions.carryOut(registration, asked.actor(), post, COMMENT, now, commented -> commented.comment(now));
        found(id).orElseThrow(RegistrationProblem.NotAssessed::new).comment(request.comment(), request.metOn(), now);
        return registration;
    }

    @Transactional
    Registration close(UUID id, @Nullable String ifMatch) {
        var asked = gate.seen(id);
        var post = gate.requireReviewer(asked);
        var registration = asked.registration();
        ETags.requireMatch(ifMatch, registration.version());
        var now = clock.instant();
        transitions.carryOut(registration, asked.actor(), post, CLOSE, now, closed -> closed.close(now));
        return registration;
    }

    @Transactional
    AssessmentView assessment(UUID id) {
        reading(id);
        var assessment = found(id).orElseThrow(RegistrationProblem.NotAssessed::new);
        return new AssessmentView(
                read(assessment.items()),
                assessment.summary(),
                assessment.assessedAt(),
                assessment.collectiveComment(),
                assessment.metOn(),
                assessment.commentedAt());
    }

    private Asked reading(UUID id) {
        var asked = gate.seen(id);
        if (!asked.found().own()) {
            HeldPost post = gate.requireReader(asked);
            audit.record(asked.actor(), post, "read-registration-results", "registration", id, null, null);
        }
        return asked;
    }

    private List<String> itemsOf(Registration registration) {
        var writing = registration.writing();
        return forms.get(Objects.requireNonNull(writing.formVersionId(), "what is accepted has a form"))
                .items(ContentJson.read(writing.content()));
    }

    private void requireAllItems(Registration registration, List<ItemAssessment> assessed) {
        var wanting = new ArrayList<>(itemsOf(registration));
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<String>();
        for (int i = 0; i < assessed.size(); i++) {
            var item = assessed.get(i).item();
            if (!seen.add(item)) {
                errors.add(new FieldError("items[" + i + "].item", "twice"));
            } else if (!wanting.remove(item)) {
                errors.add(new FieldError("items[" + i + "].item", "no-such-item"));
            }
        }
        wanting.forEach(item -> errors.add(new FieldError("items." + item, "required")));
        if (!errors.isEmpty()) {
            throw new RegistrationProblem.ItemsWrong(errors);
        }
    }

    private static void requireNotInTheFuture(@Nullable LocalDate day, LocalDate today) {
        if (day != null && day.isAfter(today)) {
            throw new RegistrationProblem.ItemsWrong(List.of(new FieldError("metOn", "in-the-future")));
        }
    }

    private Optional<Assessment> found(UUID id) {
        return Optional.ofNullable(entities.find(Assessment.class, id));
    }

    private String write(List<ItemAssessment> items) {
        try {
            return json.writeValueAsString(items);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("An assessment cannot be written as JSON", defect);
        }
    }

    private List<ItemAssessment> read(String items) {
        try {
            return json.readValue(items, ITEMS);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("An assessment cannot be read", defect);
        }
    }
}
