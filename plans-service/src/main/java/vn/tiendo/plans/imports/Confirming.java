package vn.tiendo.plans.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.plans.attachment.Originals;
import vn.tiendo.plans.imports.PlanImportApi.ImportView;
import vn.tiendo.plans.imports.PlanImportProblem.ImportIncomplete;
import vn.tiendo.plans.plan.PlanApi.PlanContent;
import vn.tiendo.plans.plan.PlanDrafting;

/// Makes a draft plan of a reviewed import, exactly once: the plan, its files and the mark on the import are one
/// transaction, which holds the import locked.
@ApplicationScoped
class Confirming {

    private static final int LONGEST_NAME = 180;

    @Inject
    PlanImportService service;

    @Inject
    PlanImportRepository imports;

    @Inject
    PlanImportContents contents;

    @Inject
    PlanDrafting plans;

    @Inject
    Originals originals;

    @Inject
    ObjectMapper json;

    @Inject
    Validator validator;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    PlanImport confirm(UUID id, @Nullable String ifMatch, Actor actor) {
        var found = imports.locked(service.get(id, actor));
        found.requireProposed();
        ETags.requireMatch(ifMatch, found.version());
        var before = ImportView.of(found);
        var content = contents.of(found);
        var plan = plans.draft(complete(content.requireDraft()), actor);
        attach(plan, found, content, actor);
        found.confirmed(plan, clock.instant());
        imports.flush();
        var post = service.requireDrafter(found.organisationId(), actor);
        audit.record(actor, post, "confirm-plan-import", "plan-import", id, before, ImportView.of(found));
        return found;
    }

    /// The original as it came, and the text that the quotes and offsets refer to. The text is announced first, in a
    /// transaction of its own, because the original may be the same content, which is locked once it is attached.
    private void attach(UUID plan, PlanImport found, PlanImportContent content, Actor actor) {
        var text = content.text().getBytes(StandardCharsets.UTF_8);
        var hash = originals.keep(text);
        originals.attach(plan, found.fileName(), found.format().mediaType(), found.hash(), found.size(), actor);
        if (!hash.equals(found.hash())) {
            originals.attach(
                    plan, textName(found.fileName()), DocumentFormat.TEXT.mediaType(), hash, text.length, actor);
        }
    }

    private static String textName(String original) {
        var name = original.length() > LONGEST_NAME - 4 ? original.substring(0, LONGEST_NAME - 4) : original;
        return name + ".txt";
    }

    private PlanContent complete(JsonNode draft) {
        var missing = new ArrayList<FieldError>();
        for (var obligation : draft.path("obligations")) {
            if (obligation.path("debtors").path("anyOf").isEmpty()) {
                missing.add(new FieldError(
                        "obligations[" + obligation.path("code").asText() + "].debtors", "must name somebody"));
            }
        }
        var content = parsed(draft);
        validator.validate(content).stream()
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(FieldError::field))
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            throw new ImportIncomplete(List.copyOf(missing));
        }
        return content;
    }

    private PlanContent parsed(JsonNode draft) {
        try {
            return json.treeToValue(draft, PlanContent.class);
        } catch (JsonProcessingException notAPlan) {
            throw new ImportIncomplete(List.of(new FieldError("draft", "is no plan")));
        }
    }
}
