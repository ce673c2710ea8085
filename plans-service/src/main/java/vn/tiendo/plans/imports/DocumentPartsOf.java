package vn.tiendo.plans.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.document.CitedDocument;
import vn.tiendo.plans.document.DocumentParts;
import vn.tiendo.plans.document.Recipient;
import vn.tiendo.plans.imports.reader.ReadFacts;

/// What a document carries around its body, within the limits that a plan sets.
final class DocumentPartsOf {

    private static final int MOST_ADDRESSEES = 50;
    private static final int MOST_BASES = 50;
    private static final int MOST_CITATIONS = 200;
    private static final int MOST_RECIPIENTS = 100;

    private DocumentPartsOf() {}

    static JsonNode facts(ReadFacts facts, ObjectMapper json) {
        var bases = new ArrayList<CitedDocument>();
        var based = new HashSet<String>();
        for (var basis : facts.legalBases()) {
            if (bases.size() < MOST_BASES && !basis.raw().isBlank()) {
                bases.add(cited(basis.raw(), basis.type(), basis.number(), basis.date(), basis.issuer()));
                based.add(String.valueOf(basis.number()));
            }
        }
        var citations = facts.citedDocuments().stream()
                .filter(cited -> cited.number() == null || !based.contains(cited.number()))
                .filter(cited -> !cited.raw().isBlank())
                .limit(MOST_CITATIONS)
                .map(cited -> cited(cited.raw(), cited.type(), cited.number(), cited.date(), null))
                .toList();
        var recipients = facts.recipients().stream()
                .filter(recipient -> !recipient.name().isBlank())
                .limit(MOST_RECIPIENTS)
                .map(recipient -> new Recipient(
                        shortened(recipient.name(), 300), ProposedDraft.clipped(recipient.purpose(), 100), null, null))
                .toList();
        var addressees = facts.addressees().stream()
                .filter(name -> !name.isBlank())
                .limit(MOST_ADDRESSEES)
                .map(name -> shortened(name, 300))
                .toList();
        return json.valueToTree(new DocumentParts(addressees, bases, citations, recipients, List.of()));
    }

    private static CitedDocument cited(
            String raw,
            @Nullable String type,
            @Nullable String number,
            java.time.@Nullable LocalDate date,
            @Nullable String issuer) {
        return new CitedDocument(
                shortened(raw, 1000),
                ProposedDraft.clipped(type, 60),
                number != null && number.length() > 60 ? null : number,
                null,
                date,
                ProposedDraft.clipped(issuer, 300),
                null,
                null);
    }

    private static String shortened(String words, int most) {
        return Objects.requireNonNull(ProposedDraft.clipped(words, most));
    }
}
