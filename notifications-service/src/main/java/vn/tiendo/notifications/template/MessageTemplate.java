package vn.tiendo.notifications.template;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.template.TemplateApi.NewTemplate;
import vn.tiendo.notifications.template.TemplateApi.TemplateText;
import vn.tiendo.notifications.template.TemplateProblem.TemplateDoesNotRender;
import vn.tiendo.notifications.template.TemplateProblem.TemplateIsNotPublished;
import vn.tiendo.notifications.template.TemplateProblem.TemplateIsPublished;
import vn.tiendo.notifications.template.TemplateProblem.TemplateWasPublished;
import vn.tiendo.notifications.template.TemplateProblem.ThinTextNamesContent;

/// One version of a wording: written by an organisation for itself and all below it. A version that has been in use
/// never changes again.
@Entity
public class MessageTemplate {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;
    private String organisationPath;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    private Language language;

    private int number;

    @Enumerated(EnumType.STRING)
    private TemplateState state;

    private String title;
    private String text;
    private String thinText;
    private Instant createdAt;
    private @Nullable Instant publishedAt;

    protected MessageTemplate() {}

    MessageTemplate(KnownOrganisation organisation, NewTemplate content, int number, Instant now) {
        id = Uuid7.next();
        organisationId = organisation.id();
        organisationPath = organisation.path();
        purpose = content.purpose();
        language = content.language();
        this.number = number;
        state = TemplateState.DRAFT;
        createdAt = now;
        take(content.title(), content.text(), content.thinText());
    }

    /// @throws TemplateWasPublished what has been in use stays as it was
    void rewrite(TemplateText content) {
        if (state != TemplateState.DRAFT) {
            throw new TemplateWasPublished();
        }
        take(content.title(), content.text(), content.thinText());
    }

    /// For the first time or again.
    void publish(Instant now) {
        if (state == TemplateState.PUBLISHED) {
            throw new TemplateIsPublished();
        }
        state = TemplateState.PUBLISHED;
        publishedAt = now;
    }

    /// Another one takes its place.
    void retire() {
        leave(TemplateState.RETIRED);
    }

    /// It was a mistake.
    void withdraw() {
        leave(TemplateState.WITHDRAWN);
    }

    private void leave(TemplateState next) {
        if (state != TemplateState.PUBLISHED) {
            throw new TemplateIsNotPublished();
        }
        state = next;
    }

    private void take(String newTitle, String newText, String newThinText) {
        title = checked("title", newTitle, purpose.names());
        text = checked("text", newText, purpose.names());
        thinText = normal(newThinText);
        if (TemplateEngine.fault(thinText, purpose.names()).isEmpty()) {
            TemplateEngine.fault(thinText, Purpose.THIN).ifPresent(name -> {
                throw new ThinTextNamesContent(name);
            });
        }
        checked("thinText", newThinText, purpose.names());
    }

    private static String checked(String field, String written, Set<String> names) {
        var normal = normal(written);
        TemplateEngine.fault(normal, names).ifPresent(fault -> {
            throw new TemplateDoesNotRender(field, fault);
        });
        return normal;
    }

    private static String normal(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFC).strip();
    }

    /// @throws io.quarkus.qute.TemplateException when it does not render
    Words words(Map<String, Object> values) {
        return new Words(
                TemplateEngine.plain(title, values),
                TemplateEngine.plain(text, values),
                TemplateEngine.plain(thinText, values));
    }

    /// @throws io.quarkus.qute.TemplateException when it does not render
    String html(Map<String, Object> values) {
        return TemplateEngine.html(text, values);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID organisationId() {
        return organisationId;
    }

    String organisationPath() {
        return organisationPath;
    }

    Purpose purpose() {
        return purpose;
    }

    Language language() {
        return language;
    }

    int number() {
        return number;
    }

    TemplateState state() {
        return state;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    String thinText() {
        return thinText;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }
}
