package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.registrations.form.FormContent;
import vn.tiendo.registrations.form.Forms;
import vn.tiendo.registrations.registration.HistoryApi.Comparison;
import vn.tiendo.registrations.registration.HistoryApi.Copied;
import vn.tiendo.registrations.registration.HistoryApi.RevisionLine;
import vn.tiendo.registrations.registration.HistoryApi.RevisionView;
import vn.tiendo.registrations.registration.RegistrationApi.RegistrationView;
import vn.tiendo.registrations.registration.RegistrationGate.Asked;

/// The versions of a registration, what differs between them, and what a member wrote the year before.
@ApplicationScoped
class RegistrationHistory {

    @Inject
    RegistrationRepository registrations;

    @Inject
    RegistrationGate gate;

    @Inject
    Forms forms;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    List<RevisionLine> revisions(UUID id) {
        var asked = reading(id);
        var lines = new ArrayList<RevisionLine>();
        for (var revision : registrations.revisions(id)) {
            lines.add(new RevisionLine(
                    revision.number(),
                    revision.formVersionId(),
                    revision.submittedAt(),
                    revision.returnedAt(),
                    revision.returnReason()));
        }
        var form = asked.registration().writing().formVersionId();
        if (form != null && mayReadCurrent(asked)) {
            lines.add(new RevisionLine(
                    asked.registration().revision() + 1,
                    form,
                    asked.registration().hasDraft()
                            ? null
                            : asked.registration().receipt().submittedAt(),
                    null,
                    null));
        }
        return lines;
    }

    @Transactional
    RevisionView revision(UUID id, int number) {
        return view(reading(id), number);
    }

    /// @param from the version before the newest when absent
    /// @param to the newest that the caller may read when absent
    @Transactional
    Comparison differences(UUID id, @Nullable Integer from, @Nullable Integer to) {
        var asked = reading(id);
        var newest = asked.registration().revision() + (mayReadCurrent(asked) ? 1 : 0);
        var later = Objects.requireNonNullElse(to, newest);
        var earlier = Objects.requireNonNullElse(from, later - 1);
        var older = view(asked, earlier);
        var newer = view(asked, later);
        return new Comparison(
                earlier,
                later,
                ContentDifferences.between(
                        older.content(),
                        newer.content(),
                        forms.get(newer.formVersionId()).keys()));
    }

    /// Begins a draft with what the member wrote before, as far as the form still has a place for it.
    ///
    /// @param from a registration of the same member; its latest other one when absent
    @Transactional
    Copied copy(UUID id, @Nullable String ifMatch, @Nullable UUID from) {
        var asked = gate.own(id);
        var registration = asked.registration();
        var now = clock.instant();
        asked.found().openness().requireOpenTo(registration, now);
        ETags.requireMatch(ifMatch, registration.version());
        var earlier = registrations.earlierOf(registration, from).orElseThrow(RegistrationProblem.NothingToCopy::new);
        var version = Objects.requireNonNullElse(
                registration.writing().formVersionId(), asked.found().formVersionId());
        var form = forms.get(version);
        var before = ContentJson.read(earlier.writing().content());
        var taken = JsonNodeFactory.instance.objectNode();
        var left = new ArrayList<String>();
        for (var field : before.properties()) {
            var candidate = JsonNodeFactory.instance.objectNode();
            candidate.set(field.getKey(), withoutNames(field.getValue().deepCopy()));
            if (form.faults(candidate).isEmpty()) {
                taken.setAll(candidate);
            } else {
                left.add(field.getKey());
            }
        }
        registration.saveDraft(ContentJson.write(FormContent.named(taken, form)), version, null, now);
        registrations.flush();
        audit.record(asked.actor(), null, "copy-registration", "registration", id, null, earlier.id());
        var keys = new ArrayList<String>();
        taken.fieldNames().forEachRemaining(keys::add);
        return new Copied(
                RegistrationView.of(registration),
                earlier.id(),
                keys,
                left,
                forms.differences(Objects.requireNonNull(earlier.writing().formVersionId()), version));
    }

    /// What was promised again is promised anew: a commitment of another year gets a name of its own.
    private static JsonNode withoutNames(JsonNode value) {
        if (value instanceof ArrayNode list) {
            for (var item : list) {
                if (item instanceof ObjectNode commitment) {
                    commitment.remove("id");
                }
            }
        }
        return value;
    }

    private Asked reading(UUID id) {
        var asked = gate.seen(id);
        if (!asked.found().own()) {
            var post = gate.requireReader(asked);
            audit.record(asked.actor(), post, "read-registration-history", "registration", id, null, null);
        }
        return asked;
    }

    /// A draft is its member's alone.
    private static boolean mayReadCurrent(Asked asked) {
        return asked.found().own() || Disclosure.ofCurrent(asked.registration());
    }

    private RevisionView view(Asked asked, int number) {
        var registration = asked.registration();
        if (number == registration.revision() + 1 && mayReadCurrent(asked)) {
            var form = registration.writing().formVersionId();
            if (form == null) {
                throw new RegistrationProblem.RevisionNotFound();
            }
            return new RevisionView(
                    number,
                    form,
                    ContentJson.read(registration.writing().content()),
                    registration.hasDraft() ? null : registration.receipt().submittedAt(),
                    null,
                    null);
        }
        return registrations
                .revision(registration.id(), number)
                .map(revision -> new RevisionView(
                        revision.number(),
                        revision.formVersionId(),
                        ContentJson.read(revision.content()),
                        revision.submittedAt(),
                        revision.returnedAt(),
                        revision.returnReason()))
                .orElseThrow(RegistrationProblem.RevisionNotFound::new);
    }
}
