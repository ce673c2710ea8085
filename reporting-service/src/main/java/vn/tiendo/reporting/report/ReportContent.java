package vn.tiendo.reporting.report;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;

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

    /// Replaces the whole text.
    void write(Narrative narrative, List<Figure> numbers, String by, Instant now) {
        var codes = new HashSet<String>();
        for (var number : numbers) {
            if (!codes.add(number.code())) {
                throw new ReportProblem.DuplicateFigure(number.code());
            }
        }
        results = tidy(narrative.results());
        difficulties = tidy(narrative.difficulties());
        causes = tidy(narrative.causes());
        lessons = tidy(narrative.lessons());
        proposals = tidy(narrative.proposals());
        if (!figures.equals(numbers)) {
            figures.clear();
            figures.addAll(numbers);
        }
        writtenBy = by;
        writtenAt = now;
    }

    boolean hasResults() {
        return results != null;
    }

    Narrative narrative() {
        return new Narrative(results, difficulties, causes, lessons, proposals);
    }

    List<Figure> figures() {
        return List.copyOf(figures);
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
