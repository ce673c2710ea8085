package vn.tiendo.plans.document;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.content.SecrecyStamp;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.document.DocumentProblem.KnownDocumentNotFound;
import vn.tiendo.plans.document.DocumentProblem.ReplacementCircular;
import vn.tiendo.plans.document.DocumentProblem.ReplacementUnknown;
import vn.tiendo.plans.document.KnownDocumentApi.KnownDocumentContent;
import vn.tiendo.plans.document.KnownDocumentApi.KnownDocumentView;
import vn.tiendo.plans.organisation.Lineage;
import vn.tiendo.plans.organisation.LineageSight;
import vn.tiendo.plans.organisation.OrganisationService;

/// Keeps the register of documents from outside this system.
@ApplicationScoped
public class KnownDocumentService {

    /// No document has been replaced more often than this; a longer chain is taken for a circle.
    private static final int LONGEST_CHAIN = 50;

    @Inject
    KnownDocumentRepository documents;

    @Inject
    ReachRepository reach;

    @Inject
    AuditTrail audit;

    /// @throws KnownDocumentNotFound when absent or kept neither within reach nor above it (404)
    KnownDocument get(UUID id, Actor actor) {
        return documents.find(id, LineageSight.of(actor)).orElseThrow(KnownDocumentNotFound::new);
    }

    List<KnownDocument> list(
            Actor actor, @Nullable String number, @Nullable String symbol, @Nullable Integer year, PageRequest page) {
        var key = DocumentNumber.of(number, symbol).map(DocumentNumber::key).orElse(number);
        return documents.list(LineageSight.of(actor), key, year, page);
    }

    @Transactional
    KnownDocument register(KnownDocumentContent content, Actor actor) {
        var keeper = reach.get(content.organisationId(), OrganisationService.readable(actor));
        var post = actor.require(keeper.path(), COMMITTEE_OFFICER, COMMITTEE_LEADER, ADMINISTRATOR);
        requireOpen(content);
        var document = new KnownDocument(keeper, content);
        requireReplacement(document);
        documents.persist(document);
        audit.record(
                actor,
                post,
                "register-known-document",
                "known-document",
                document.id(),
                null,
                KnownDocumentView.of(document));
        return document;
    }

    @Transactional
    KnownDocument rewrite(UUID id, @Nullable String ifMatch, KnownDocumentContent content, Actor actor) {
        var document = get(id, actor);
        var post = actor.require(document.organisationPath(), COMMITTEE_OFFICER, COMMITTEE_LEADER, ADMINISTRATOR);
        ETags.requireMatch(ifMatch, document.version());
        requireOpen(content);
        var before = KnownDocumentView.of(document);
        document.rewrite(content);
        requireReplacement(document);
        audit.record(
                actor, post, "rewrite-known-document", "known-document", id, before, KnownDocumentView.of(document));
        return document;
    }

    private static void requireOpen(KnownDocumentContent content) {
        SecrecyStamp.refuseIn(Stream.of(content.title()));
    }

    private void requireReplacement(KnownDocument document) {
        var lineage = Lineage.of(document.organisationPath());
        var next = document.replacedById();
        for (int i = 0; next != null; i++) {
            if (next.equals(document.id()) || i == LONGEST_CHAIN) {
                throw new ReplacementCircular();
            }
            var found = documents.along(lineage, List.of(), List.of(next));
            if (found.isEmpty() && i == 0) {
                throw new ReplacementUnknown();
            }
            next = found.isEmpty() ? null : found.getFirst().replacedById();
        }
    }
}
