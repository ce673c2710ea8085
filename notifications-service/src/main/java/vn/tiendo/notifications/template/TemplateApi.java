package vn.tiendo.notifications.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of message templates.
public final class TemplateApi {

    private static final int TITLE = 300;
    private static final int TEXT = 4_000;

    private TemplateApi() {}

    /// @param organisationId for whom, with all below it
    /// @param title one line; names values as in `{days}`, chooses as in `{#if after}…{#else}…{/if}`
    /// @param thinText for channels that others read along: may name numbers and days, nothing and nobody else
    public record NewTemplate(
            @NotNull UUID organisationId,
            @NotNull Purpose purpose,
            @NotNull Language language,
            @NotBlank @Size(max = TITLE) String title,
            @NotBlank @Size(max = TEXT) String text,
            @NotBlank @Size(max = TITLE) String thinText) {}

    public record TemplateText(
            @NotBlank @Size(max = TITLE) String title,
            @NotBlank @Size(max = TEXT) String text,
            @NotBlank @Size(max = TITLE) String thinText) {}

    /// @param number of the version, from 1, per organisation, purpose and language
    /// @param names the values that title and text may name
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TemplateView(
            UUID id,
            UUID organisationId,
            Purpose purpose,
            Language language,
            int number,
            TemplateState state,
            String title,
            String text,
            String thinText,
            List<String> names,
            Instant createdAt,
            @Nullable Instant publishedAt) {

        static TemplateView of(MessageTemplate template) {
            return new TemplateView(
                    template.id(),
                    template.organisationId(),
                    template.purpose(),
                    template.language(),
                    template.number(),
                    template.state(),
                    template.title(),
                    template.text(),
                    template.thinText(),
                    template.purpose().names().stream().sorted().toList(),
                    template.createdAt(),
                    template.publishedAt());
        }
    }

    /// How a version would read.
    ///
    /// @param html as a page or a mail would show the text, values escaped
    public record PreviewView(String title, String text, String thinText, String html) {}

    public record TemplatePage(
            List<TemplateView> items, @Nullable String nextCursor) {}
}
