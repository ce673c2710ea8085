package vn.tiendo.plans.imports;

import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.content.SecrecyStamp;
import vn.tiendo.kit.leader.BackgroundTasks;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.attachment.Originals;
import vn.tiendo.plans.imports.PlanImport.Status;
import vn.tiendo.plans.imports.PlanImportApi.ImportView;
import vn.tiendo.plans.imports.PlanImportApi.ImportedDocument;
import vn.tiendo.plans.imports.PlanImportApi.ProposedObligation;
import vn.tiendo.plans.imports.PlanImportProblem.AlreadyConfirmed;
import vn.tiendo.plans.imports.PlanImportProblem.PlanImportNotFound;
import vn.tiendo.plans.imports.PlanImportProblem.TooManyOpenImports;
import vn.tiendo.plans.imports.Resolution.Parties;
import vn.tiendo.plans.organisation.OrganisationService;
import vn.tiendo.plans.plan.Drafters;
import vn.tiendo.plans.plan.PlanApi.PlanContent;

/// Takes documents in, shows what was understood of them, and lets a person correct it. An import is its sender's own
/// thing as long as the sender may draft plans for its organisation.
@ApplicationScoped
class PlanImportService {

    private static final int MOST_OPEN = 100;

    @Inject
    PlanImportRepository imports;

    @Inject
    PlanImportContents contents;

    @Inject
    Originals originals;

    @Inject
    ReachRepository reach;

    @Inject
    AuditTrail audit;

    @Inject
    BackgroundTasks background;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /// @throws vn.tiendo.kit.problem.KitProblem.OrganisationNotFound out of reach (404)
    /// @throws vn.tiendo.kit.problem.KitProblem.RoleRequired for who may not draft there (403)
    HeldPost requireDrafter(UUID organisation, Actor actor) {
        var known = reach.get(organisation, OrganisationService.readable(actor));
        return drafter(known, actor);
    }

    private static HeldPost drafter(KnownOrganisation organisation, Actor actor) {
        return Drafters.require(organisation.path(), actor);
    }

    @Transactional
    PlanImport submit(UUID organisation, SentDocument sent, String text, Actor actor) {
        var post = requireDrafter(organisation, actor);
        if (imports.openOf(actor) >= MOST_OPEN) {
            throw new TooManyOpenImports(MOST_OPEN);
        }
        var submitted = new PlanImport(organisation, actor, sent, clock.instant());
        imports.persist(submitted);
        imports.flush();
        contents.persist(new PlanImportContent(submitted.id(), text));
        contents.flush();
        record(actor, post, "submit-plan-import", submitted, null);
        background.wake(PlanReading.NAME);
        return submitted;
    }

    List<PlanImport> list(Actor actor, PageRequest page) {
        return imports.of(actor, page);
    }

    PlanImport get(UUID id, Actor actor) {
        var found = imports.get(id, actor);
        var organisation = reach.find(found.organisationId()).orElseThrow(PlanImportNotFound::new);
        if (!actor.may(organisation.path(), COMMITTEE_OFFICER, CELL_SECRETARY, COMMITTEE_LEADER)) {
            throw new PlanImportNotFound();
        }
        return found;
    }

    String textOf(UUID id, Actor actor) {
        return contents.of(get(id, actor)).text();
    }

    @Transactional
    PlanImport edit(UUID id, @Nullable String ifMatch, PlanContent edited, Actor actor) {
        var found = imports.locked(get(id, actor));
        ETags.requireMatch(ifMatch, found.version());
        found.requireProposed();
        SecrecyStamp.refuseIn(Stream.of(edited.title()));
        if (edited.document() != null) {
            SecrecyStamp.refuseIn(edited.document().texts());
        }
        var before = ImportView.of(found);
        contents.of(found).rewrite(json.valueToTree(edited));
        found.edited(clock.instant());
        imports.flush();
        record(actor, postOf(found, actor), "edit-plan-import", found, before);
        return found;
    }

    @Transactional
    void delete(UUID id, @Nullable String ifMatch, Actor actor) {
        var found = imports.locked(get(id, actor));
        ETags.requireMatch(ifMatch, found.version());
        if (found.status() == Status.CONFIRMED) {
            throw new AlreadyConfirmed(Objects.requireNonNull(found.planId()));
        }
        var post = postOf(found, actor);
        audit.record(actor, post, "delete-plan-import", "plan-import", id, ImportView.of(found), null);
        imports.delete(found);
        imports.flush();
        originals.release(found.hash());
    }

    private HeldPost postOf(PlanImport found, Actor actor) {
        return drafter(reach.get(found.organisationId()), actor);
    }

    private void record(Actor actor, HeldPost post, String action, PlanImport found, @Nullable ImportView before) {
        audit.record(actor, post, action, "plan-import", found.id(), before, ImportView.of(found));
    }

    /// Everything about one import, with the questions still open and what was corrected so far.
    ImportedDocument view(PlanImport found, List<Locale> languages) {
        var view = ImportView.of(found);
        var content = contents.of(found);
        var reading = content.reading();
        var draft = content.draft();
        if (reading == null || draft == null) {
            return answer(view, content, null, null, null, null, null);
        }
        var resolution = Objects.requireNonNullElse(content.proposal(), Resolution.NONE);
        var proposed = ProposedDraft.of(found.organisationId(), reading, resolution);
        return answer(
                view,
                content,
                resolution,
                reading.obligations().stream()
                        .map(read -> new ProposedObligation(
                                read, resolution.obligations().getOrDefault(read.id(), Parties.UNKNOWN)))
                        .toList(),
                found.status() == Status.PROPOSED ? Questions.open(reading, resolution, draft, languages) : List.of(),
                Corrections.ofObligations(proposed, draft),
                Corrections.ofDocument(proposed, draft));
    }

    private static ImportedDocument answer(
            ImportView view,
            PlanImportContent content,
            @Nullable Resolution resolution,
            @Nullable List<ProposedObligation> obligations,
            @Nullable List<PlanImportApi.QuestionView> questions,
            @Nullable List<PlanImportApi.Correction> corrections,
            @Nullable List<String> documentCorrections) {
        var reading = content.reading();
        return new ImportedDocument(
                view.id(),
                view.organisationId(),
                view.status(),
                view.fileName(),
                view.mediaType(),
                view.hash(),
                view.size(),
                view.submittedAt(),
                view.readAt(),
                view.editedAt(),
                view.confirmedAt(),
                view.planId(),
                reading == null ? null : reading.document(),
                resolution == null ? null : resolution.issuer(),
                obligations,
                reading == null ? null : reading.nonDeadlines(),
                questions,
                content.draft(),
                corrections,
                documentCorrections);
    }
}
