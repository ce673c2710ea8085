package vn.tiendo.plans.imports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.reader.ReadDocument;

/// What a document says, what was understood of it, and what the person made of that.
@Entity
class PlanImportContent {

    @Id
    private UUID importId;

    private String text;

    @Convert(converter = ContentTexts.Reading.class)
    private @Nullable ReadDocument reading;

    @Convert(converter = ContentTexts.Proposal.class)
    private @Nullable Resolution proposal;

    /// A whole plan, as JSON because it may lack what a plan must have.
    @Convert(converter = ContentTexts.Draft.class)
    private @Nullable JsonNode draft;

    protected PlanImportContent() {}

    PlanImportContent(UUID importId, String text) {
        this.importId = importId;
        this.text = text;
    }

    void propose(ReadDocument read, Resolution resolved, JsonNode proposed) {
        this.reading = read;
        this.proposal = resolved;
        this.draft = proposed;
    }

    void rewrite(JsonNode edited) {
        this.draft = edited;
    }

    String text() {
        return text;
    }

    @Nullable
    ReadDocument reading() {
        return reading;
    }

    @Nullable
    Resolution proposal() {
        return proposal;
    }

    @Nullable
    JsonNode draft() {
        return draft;
    }

    JsonNode requireDraft() {
        return Objects.requireNonNull(draft);
    }
}
