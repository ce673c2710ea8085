package vn.tiendo.plans.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.plans.document.CitedPlans.CitedPlan;
import vn.tiendo.plans.document.DocumentProblem.UnknownCitedDocument;
import vn.tiendo.plans.document.DocumentProblem.UnknownRecipient;
import vn.tiendo.plans.organisation.Lineage;

/// Ties what a document cites to the documents that are known, and says which of these no longer hold.
///
/// The ties by identity are made anew at each reading: a document that is registered or replaced later shows at once.
@ApplicationScoped
public class Citations {

    @Inject
    KnownDocumentRepository documents;

    @Inject
    CitedPlans plans;

    @Inject
    Clock clock;

    /// @param parts with the links filled in where exactly one document fits
    public record Tied(DocumentParts parts, List<Remark> remarks) {}

    private record Found(List<CitedPlan> plans, List<KnownDocument> documents) {}

    /// @param organisationPath of the organisation whose document it is; only what is kept or issued along its line
    /// counts, because other provinces use the same numbers
    public Tied tie(DocumentParts parts, String organisationPath) {
        var cited = parts.cited();
        if (cited.isEmpty()) {
            return new Tied(parts, List.of());
        }
        var found = find(cited, Lineage.of(organisationPath));
        var replacements = documents
                .byIds(found.documents.stream()
                        .map(KnownDocument::replacedById)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(KnownDocument::id, KnownDocument::label));
        var today = Days.dayOf(clock.instant());
        var remarks = new ArrayList<Remark>();
        var tied = new HashMap<CitedDocument, CitedDocument>();
        for (var citation : cited) {
            if (tied.containsKey(citation)) {
                continue;
            }
            var plan = planOf(citation, found.plans);
            var document = plan.isPresent() ? Optional.<KnownDocument>empty() : documentOf(citation, found.documents);
            tied.put(citation, linked(citation, plan.orElse(null), document.orElse(null)));
            plan.flatMap(issued -> remarkOn(citation, issued)).ifPresent(remarks::add);
            document.flatMap(known -> remarkOn(citation, known, replacements, today))
                    .ifPresent(remarks::add);
        }
        return new Tied(
                new DocumentParts(
                        parts.addressees(),
                        linked(parts.legalBases(), tied),
                        linked(parts.citations(), tied),
                        parts.recipients(),
                        parts.marks()),
                List.copyOf(remarks));
    }

    private Found find(List<CitedDocument> cited, Set<String> lineage) {
        var keys = new HashSet<String>();
        var planIds = new HashSet<UUID>();
        var documentIds = new HashSet<UUID>();
        for (var citation : cited) {
            DocumentNumber.of(citation.number(), citation.symbol())
                    .map(DocumentNumber::key)
                    .ifPresent(keys::add);
            add(planIds, citation.planId());
            add(documentIds, citation.knownDocumentId());
        }
        return new Found(plans.issued(lineage, keys, planIds), documents.along(lineage, keys, documentIds));
    }

    private static Optional<CitedPlan> planOf(CitedDocument citation, List<CitedPlan> found) {
        if (citation.knownDocumentId() != null) {
            return Optional.empty();
        }
        if (citation.planId() != null) {
            return found.stream()
                    .filter(plan -> plan.id().equals(citation.planId()))
                    .findFirst();
        }
        return only(found.stream()
                .filter(plan -> citation.mayMean(plan.number(), plan.issueDate()))
                .toList());
    }

    private static Optional<KnownDocument> documentOf(CitedDocument citation, List<KnownDocument> found) {
        if (citation.planId() != null) {
            return Optional.empty();
        }
        if (citation.knownDocumentId() != null) {
            return found.stream()
                    .filter(document -> document.id().equals(citation.knownDocumentId()))
                    .findFirst();
        }
        return only(found.stream()
                .filter(document -> citation.mayMean(document.documentNumber(), document.issueDate()))
                .toList());
    }

    private static <T> Optional<T> only(List<T> fitting) {
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static Optional<Remark> remarkOn(CitedDocument citation, CitedPlan plan) {
        if (!plan.gone()) {
            return Optional.empty();
        }
        var replacement = plan.replacement();
        return Optional.of(
                replacement == null
                        ? new Remark("cited-document-recalled", Map.of("document", citation.raw()))
                        : new Remark(
                                "cited-document-replaced",
                                Map.of("document", citation.raw(), "replacement", replacement)));
    }

    private static Optional<Remark> remarkOn(
            CitedDocument citation, KnownDocument known, Map<UUID, String> replacements, LocalDate today) {
        if (known.replacedById() != null) {
            var replacement = replacements.getOrDefault(known.replacedById(), "–");
            return Optional.of(new Remark(
                    "cited-document-replaced", Map.of("document", citation.raw(), "replacement", replacement)));
        }
        return known.validTo() != null && known.validTo().isBefore(today)
                ? Optional.of(new Remark(
                        "cited-document-expired",
                        Map.of(
                                "document",
                                citation.raw(),
                                "lastDay",
                                known.validTo().toString())))
                : Optional.empty();
    }

    private static CitedDocument linked(
            CitedDocument citation, @Nullable CitedPlan plan, @Nullable KnownDocument document) {
        return new CitedDocument(
                citation.raw(),
                citation.type(),
                citation.number(),
                citation.symbol(),
                citation.issueDate(),
                citation.issuer(),
                plan == null ? citation.planId() : plan.id(),
                document == null ? citation.knownDocumentId() : document.id());
    }

    private static List<CitedDocument> linked(
            @Nullable List<CitedDocument> citations, Map<CitedDocument, CitedDocument> tied) {
        return citations == null
                ? List.of()
                : citations.stream().map(each -> tied.getOrDefault(each, each)).toList();
    }

    /// Refuses links to what is not there: an entry of the register that the organisation cannot read, an organisation
    /// that does not exist.
    ///
    /// @throws UnknownCitedDocument naming the first such entry (422)
    /// @throws UnknownRecipient naming the first such organisation (422)
    public void requireKnown(DocumentParts parts, String organisationPath) {
        var entries = new HashSet<UUID>();
        parts.cited().forEach(citation -> add(entries, citation.knownDocumentId()));
        documents.along(Lineage.of(organisationPath), List.of(), entries).forEach(known -> entries.remove(known.id()));
        entries.stream().sorted().findFirst().ifPresent(unknown -> {
            throw new UnknownCitedDocument(unknown);
        });
        var organisations = new HashSet<UUID>();
        if (parts.recipients() != null) {
            parts.recipients().forEach(recipient -> add(organisations, recipient.organisationId()));
        }
        documents.organisationsAmong(organisations).forEach(organisations::remove);
        organisations.stream().sorted().findFirst().ifPresent(unknown -> {
            throw new UnknownRecipient(unknown);
        });
    }

    private static void add(Set<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
