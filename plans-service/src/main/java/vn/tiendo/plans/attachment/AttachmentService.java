package vn.tiendo.plans.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.content.ContentProblem.DocumentEmpty;
import vn.tiendo.kit.content.ContentProblem.DocumentQuotaExceeded;
import vn.tiendo.kit.content.ContentProblem.DocumentTypeRefused;
import vn.tiendo.kit.content.DocumentStore;
import vn.tiendo.kit.content.DocumentType;
import vn.tiendo.kit.content.DocumentsConfig;
import vn.tiendo.kit.content.FileName;
import vn.tiendo.kit.content.Inspection;
import vn.tiendo.kit.content.ReceivedContent;
import vn.tiendo.kit.content.StoredContents;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.attachment.AttachmentApi.DocumentView;
import vn.tiendo.plans.attachment.AttachmentProblem.DocumentNotFound;
import vn.tiendo.plans.attachment.AttachmentProblem.DocumentsFrozen;
import vn.tiendo.plans.plan.Drafters;
import vn.tiendo.plans.plan.PlanGate;
import vn.tiendo.plans.plan.PlanGate.SeenPlan;
import vn.tiendo.plans.plan.PlanStatus;

/// Attaches files to plans that are not issued yet, and hands them out to all who may read the plan.
@ApplicationScoped
public class AttachmentService {

    @Inject
    PlanGate plans;

    @Inject
    AttachmentRepository attachments;

    @Inject
    StoredContents contents;

    @Inject
    DocumentStore store;

    @Inject
    DocumentsConfig config;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    List<Attachment> list(UUID plan, Actor actor, PageRequest page) {
        return attachments.ofPlan(plans.seenBy(plan, actor).id(), page);
    }

    /// @throws DocumentNotFound when the plan has no such file (404)
    Attachment get(UUID plan, UUID id, Actor actor) {
        return attachments.find(plans.seenBy(plan, actor).id(), id).orElseThrow(DocumentNotFound::new);
    }

    InputStream open(Attachment attachment) {
        return store.open(attachment.hash());
    }

    /// Takes the bytes in and looks at them, after everything that can be refused without them. No transaction is open
    /// meanwhile, however slow the sender is.
    ReceivedContent receive(UUID id, FileName name, InputStream body, Actor actor) {
        var plan = plans.seenBy(id, actor);
        requireClerk(plan, actor);
        requireOpen(plan);
        if (DocumentType.ofExtension(name.extension()).isEmpty()) {
            throw new DocumentTypeRefused();
        }
        return store.receive(body, DocumentsPath.LARGEST);
    }

    /// From here on the bytes outlast a kill, and are collected if nothing comes to refer to them.
    ReceivedDocument keep(ReceivedContent received, FileName name) {
        if (received.size() == 0) {
            throw new DocumentEmpty();
        }
        var type = Inspection.of(received.file(), name);
        contents.announce(received.hash(), received.size());
        store.keep(received);
        return new ReceivedDocument(name.text(), type, received.hash(), received.size());
    }

    void discard(ReceivedContent received) {
        store.discard(received);
    }

    @Transactional
    Attachment attach(UUID id, ReceivedDocument received, Actor actor) {
        var plan = plans.locked(id, actor);
        var post = requireClerk(plan, actor);
        requireOpen(plan);
        if (!contents.take(plan.organisationId(), received.size(), config.quota())) {
            throw new DocumentQuotaExceeded(config.quota());
        }
        contents.kept(received.hash());
        var attachment = new Attachment(plan.id(), plan.organisationId(), received, clock.instant());
        attachments.persist(attachment);
        audit.record(actor, post, "attach-document", "plan", plan.id(), null, DocumentView.of(attachment));
        return attachment;
    }

    @Transactional
    void remove(UUID planId, UUID id, @Nullable String ifMatch, Actor actor) {
        var plan = plans.locked(planId, actor);
        var attachment = attachments.find(plan.id(), id).orElseThrow(DocumentNotFound::new);
        var post = requireClerk(plan, actor);
        requireMatch(ifMatch, attachment.hash());
        if (plan.status() != PlanStatus.DRAFT) {
            throw new DocumentsFrozen(plan.status());
        }
        attachments.delete(attachment);
        contents.giveBack(attachment.organisationId(), attachment.size());
        contents.release(attachment.hash());
        audit.record(actor, post, "remove-document", "plan", plan.id(), DocumentView.of(attachment), null);
    }

    private static HeldPost requireClerk(SeenPlan plan, Actor actor) {
        return Drafters.require(plan.organisationPath(), actor);
    }

    /// The signed original is there only after the plan was adopted, so files may still come then.
    private static void requireOpen(SeenPlan plan) {
        if (plan.status() != PlanStatus.DRAFT && plan.status() != PlanStatus.ADOPTED) {
            throw new DocumentsFrozen(plan.status());
        }
    }

    private static void requireMatch(@Nullable String ifMatch, String hash) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new KitProblem.VersionRequired();
        }
        var current = "\"" + hash + "\"";
        if (!ifMatch.strip().equals("*")
                && Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(current::equals)) {
            throw new KitProblem.StaleVersion();
        }
    }
}
