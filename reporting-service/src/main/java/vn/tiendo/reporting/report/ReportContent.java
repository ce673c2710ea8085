package vn.tiendo.reporting.report;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.regime.Cell;
import vn.tiendo.reporting.regime.DraftCheck;
import vn.tiendo.reporting.regime.SectionCode;
import vn.tiendo.reporting.regime.Value;

/// What one edition of a report says. Kept apart from the report, so that lists do not load texts.
@Entity
class ReportContent {

    @Id
    private UUID id = Uuid7.next();

    private UUID reportId;
    private int edition;
    private @Nullable String results;
    private @Nullable String difficulties;
    private @Nullable String causes;
    private @Nullable String lessons;
    private @Nullable String proposals;

    @Convert(converter = VersionsText.class)
    private Map<SectionCode, Long> sectionVersions = new EnumMap<>(SectionCode.class);

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "report_figure", joinColumns = @JoinColumn(name = "report_content_id"))
    @OrderColumn(name = "position")
    private List<Figure> figures = new ArrayList<>();

    private String writtenBy;
    private Instant writtenAt;

    protected ReportContent() {}

    ReportContent(UUID reportId, int edition, String writtenBy, Instant writtenAt) {
        this.reportId = reportId;
        this.edition = edition;
        this.writtenBy = writtenBy;
        this.writtenAt = writtenAt;
    }

    /// The same words and figures, to be gone on with.
    ReportContent nextEdition(int next) {
        var copy = new ReportContent(reportId, next, writtenBy, writtenAt);
        copy.results = results;
        copy.difficulties = difficulties;
        copy.causes = causes;
        copy.lessons = lessons;
        copy.proposals = proposals;
        copy.sectionVersions = new EnumMap<>(SectionCode.class);
        copy.sectionVersions.putAll(sectionVersions);
        copy.figures = new ArrayList<>(figures);
        return copy;
    }

    /// Replaces the whole text; figures that are left out go.
    ///
    /// @param version that the report will have
    void write(Narrative narrative, Map<Cell, Value> numbers, String by, Instant now, long version) {
        for (var section : SectionCode.values()) {
            write(section, narrative.of(section), version);
        }
        var before = new HashMap<Cell, Figure>();
        figures.forEach(figure -> before.put(figure.cell(), figure));
        var after = new ArrayList<Figure>();
        numbers.forEach((cell, value) -> {
            var figure = before.get(cell);
            after.add(
                    figure == null
                            ? Figure.typed(cell, value, version)
                            : figure.content().equals(value) ? figure : figure.retyped(value, version));
        });
        replaceFigures(after);
        writtenBy = by;
        writtenAt = now;
    }

    /// Changes some fields and leaves the others to whoever writes there.
    ///
    /// @param seen version of the report that the writer had read
    /// @param version that the report will have
    /// @return fields that somebody else has changed since, to something else; then nothing is changed
    List<String> merge(
            Map<SectionCode, Optional<String>> sections,
            Map<Cell, Value> numbers,
            String by,
            Instant now,
            long seen,
            long version) {
        var conflicts = new ArrayList<String>();
        sections.forEach((section, text) -> {
            var changed = sectionVersions.getOrDefault(section, 0L);
            if (changed > seen && !Objects.equals(narrative().of(section), tidy(text.orElse(null)))) {
                conflicts.add(section.field());
            }
        });
        var held = new TreeMap<Cell, Figure>();
        figures.forEach(figure -> held.put(figure.cell(), figure));
        numbers.forEach((cell, value) -> {
            var figure = held.get(cell);
            if (figure != null && figure.changedIn() > seen && !figure.content().equals(value)) {
                conflicts.add(cell.field());
            }
        });
        if (!conflicts.isEmpty()) {
            return conflicts;
        }
        sections.forEach((section, text) -> write(section, text.orElse(null), version));
        numbers.forEach((cell, value) -> put(cell, value, version));
        writtenBy = by;
        writtenAt = now;
        return List.of();
    }

    private void put(Cell cell, Value value, long version) {
        var at = indexOf(cell);
        if (at < 0) {
            if (!value.isNothing()) {
                figures.add(Figure.typed(cell, value, version));
            }
        } else if (!value.isNothing()) {
            figures.set(at, figures.get(at).retyped(value, version));
        } else if (figures.get(at).isReckoned()) {
            figures.set(at, figures.get(at).untyped(version));
        } else {
            figures.remove(at);
        }
    }

    /// Takes over what was reckoned from one origin; what is reckoned there no more goes, what a person typed stays.
    void compute(Origin origin, Map<Cell, Computed> reckoned) {
        var after = new ArrayList<Figure>();
        for (var figure : figures) {
            var anew = reckoned.get(figure.cell());
            if (anew != null) {
                after.add(figure.with(anew));
            } else if (!figure.isReckonedFrom(origin)) {
                after.add(figure);
            } else if (figure.entered()) {
                after.add(figure.withoutReckoning());
            }
        }
        reckoned.forEach((cell, anew) -> {
            if (indexOf(cell) < 0) {
                after.add(Figure.reckoned(cell, anew));
            }
        });
        replaceFigures(after);
    }

    /// Lets the formulas follow the figures; what was typed stands only where a formula gives nothing.
    void reckon(DraftCheck check, Instant now) {
        var reckoned = new TreeMap<Cell, Computed>();
        check.reckon(values()).forEach((cell, number) -> {
            if (number.isEmpty()) {
                return;
            }
            reckoned.put(cell, new Computed(Value.of(number.get()), Origin.FORMULA, 0, null, now));
            var at = indexOf(cell);
            if (at >= 0 && figures.get(at).entered()) {
                figures.remove(at);
            }
        });
        compute(Origin.FORMULA, reckoned);
    }

    private void replaceFigures(List<Figure> after) {
        if (!figures.equals(after)) {
            figures.clear();
            figures.addAll(after);
        }
    }

    private int indexOf(Cell cell) {
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).cell().equals(cell)) {
                return i;
            }
        }
        return -1;
    }

    private void write(SectionCode section, @Nullable String words, long version) {
        var text = tidy(words);
        if (Objects.equals(text, narrative().of(section))) {
            return;
        }
        switch (section) {
            case RESULTS -> results = text;
            case DIFFICULTIES -> difficulties = text;
            case CAUSES -> causes = text;
            case LESSONS -> lessons = text;
            case PROPOSALS -> proposals = text;
        }
        var versions = new EnumMap<SectionCode, Long>(SectionCode.class);
        versions.putAll(sectionVersions);
        versions.put(section, version);
        sectionVersions = versions; // a new map, so that the change is seen
    }

    /// Fills a section that nobody has written yet, or that still says what was merged the last time.
    ///
    /// @param words null when they are too long for one text: then what was merged before goes
    void fill(SectionCode section, @Nullable String words, @Nullable String mergedBefore, long version) {
        var held = narrative().of(section);
        if (held == null || held.equals(tidy(mergedBefore))) {
            write(section, words, version);
        }
    }

    boolean hasResults() {
        return results != null;
    }

    Narrative narrative() {
        return new Narrative(results, difficulties, causes, lessons, proposals);
    }

    Set<SectionCode> written() {
        var written = EnumSet.noneOf(SectionCode.class);
        for (var section : SectionCode.values()) {
            if (narrative().of(section) != null) {
                written.add(section);
            }
        }
        return written;
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    Optional<Figure> figure(Cell cell) {
        return figures.stream().filter(figure -> figure.cell().equals(cell)).findFirst();
    }

    Map<Cell, Value> values() {
        var values = new TreeMap<Cell, Value>();
        figures.forEach(figure -> values.put(figure.cell(), figure.content()));
        return values;
    }

    int edition() {
        return edition;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    /// Vietnamese typed on different systems is spelt with different code points; one spelling is stored.
    private static @Nullable String tidy(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}
