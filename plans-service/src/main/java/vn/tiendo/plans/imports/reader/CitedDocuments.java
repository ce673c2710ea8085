package vn.tiendo.plans.imports.reader;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.reader.ReadFacts.CitedDocument;
import vn.tiendo.plans.imports.reader.ReadFacts.LegalBasis;

/// The documents that a document rests on, which stand in its preamble, and all that it cites.
final class CitedDocuments {

    private final BodyText body;
    private final Tokens tokens;
    private final Dates dates;
    private final List<Citation> citations;
    private final int preambleEnd;

    CitedDocuments(BodyText body, Tokens tokens, Dates dates, List<Citation> citations, int preambleEnd) {
        this.body = body;
        this.tokens = tokens;
        this.dates = dates;
        this.citations = citations;
        this.preambleEnd = preambleEnd;
    }

    List<LegalBasis> legalBases() {
        var bases = new LinkedHashMap<String, LegalBasis>();
        String issuer = null;
        int lastEnd = -1;
        int lastBlock = -1;
        var places = new java.util.TreeMap<Integer, LegalBasis>();
        for (var citation : citations) {
            int block = body.blockAt(tokens.start(citation.start()));
            if (block >= preambleEnd || body.blocks().get(block).zone() != Block.Zone.BODY) {
                continue;
            }
            var opening = body.folded()
                    .substring(
                            body.blocks().get(block).start(),
                            Math.min(
                                    body.blocks().get(block).end(),
                                    body.blocks().get(block).start() + 16));
            if (opening.startsWith("theo de nghi") || opening.startsWith("xet ")) {
                continue;
            }
            boolean chained =
                    lastEnd > 0 && lastBlock == block && citation.start() - lastEnd < 30 && citation.issuer() == null;
            issuer = citation.issuer() != null ? citation.issuer() : chained ? issuer : null;
            lastEnd = citation.end();
            lastBlock = block;
            var basis = new LegalBasis(citation.raw(), citation.type(), citation.number(), citation.date(), issuer);
            if (bases.putIfAbsent(Objects.requireNonNullElse(citation.number(), citation.raw()), basis) == null) {
                places.put(tokens.start(citation.numberStart()), basis);
            }
        }
        unnumbered(places);
        return List.copyOf(places.values());
    }

    /// "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;": known by name and day.
    private void unnumbered(Map<Integer, LegalBasis> bases) {
        for (int b = 0; b < preambleEnd; b++) {
            var block = body.blocks().get(b);
            var text = body.words(block).replaceFirst("^[-+\\s]{0,5}", "");
            var folded = Letters.fold(text);
            boolean law = folded.startsWith("can cu luat")
                    || folded.startsWith("can cu bo luat")
                    || folded.startsWith("can cu phap lenh")
                    || folded.startsWith("can cu hien phap")
                    || folded.startsWith("can cu dieu le");
            if (!law || block.zone() != Block.Zone.BODY) {
                continue;
            }
            int start = tokens.at(block.start());
            int end = tokens.at(block.end());
            boolean numbered =
                    citations.stream().anyMatch(citation -> citation.start() >= start && citation.start() < end);
            if (numbered) {
                continue;
            }
            LocalDate day = null;
            for (int i = start; i < end && day == null; i++) {
                var when = tokens.is(i, "ngay") ? dates.at(i) : null;
                var days = when == null ? null : when.days(PlanYears.UNKNOWN);
                day = days == null || when == null || !when.isDay() ? null : days.from();
            }
            int stop = text.indexOf(';') > 0
                    ? text.indexOf(';')
                    : text.endsWith(".") || text.endsWith(",") ? text.length() - 1 : text.length();
            var raw = text.substring(7, stop);
            var type = Letters.fold(raw).startsWith("bo luat")
                    ? "Bộ luật"
                    : Letters.fold(raw).startsWith("luat") ? "Luật" : raw.split(" ", 3)[0] + " " + raw.split(" ", 3)[1];
            bases.putIfAbsent(block.start(), new LegalBasis(raw, type, null, day, null));
        }
    }

    /// @param but the number of the document that an article is about
    List<CitedDocument> cited(@Nullable String but) {
        var cited = new LinkedHashMap<String, CitedDocument>();
        for (var citation : citations) {
            if (citation.type() == null) {
                continue;
            }
            var key = Objects.requireNonNullElse(citation.number(), citation.raw());
            var known = cited.get(key);
            if (known == null) {
                cited.put(key, new CitedDocument(citation.type(), citation.number(), citation.date(), citation.raw()));
            } else if (known.date() == null && citation.date() != null) {
                cited.put(key, new CitedDocument(known.type(), known.number(), citation.date(), known.raw()));
            }
        }
        if (but != null) {
            cited.remove(but);
        }
        return List.copyOf(cited.values());
    }
}
