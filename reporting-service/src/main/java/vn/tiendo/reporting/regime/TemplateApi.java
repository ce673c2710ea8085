package vn.tiendo.reporting.regime;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What report templates look like in JSON.
final class TemplateApi {

    private TemplateApi() {}

    record NewTemplate(
            @NotNull @Schema(description = "It holds for this organisation and all below it")
            UUID organisationId,

            @NotNull @Valid TemplateDefinition definition) {}

    record ChangedTemplate(@NotNull @Valid TemplateDefinition definition) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TemplateView(
            UUID id,
            UUID regimeId,

            @Nullable @Schema(description = "Left out for those that come with the system")
            UUID organisationId,

            int number,
            Template.Status status,
            @Nullable Instant publishedAt,

            @Nullable @Schema(description = "Left out of lists")
            TemplateDefinition definition) {

        static TemplateView of(Template template) {
            return view(template, template.definition());
        }

        static TemplateView ofList(Template template) {
            return view(template, null);
        }

        private static TemplateView view(Template template, @Nullable TemplateDefinition definition) {
            return new TemplateView(
                    template.id(),
                    template.regimeId(),
                    template.organisationId(),
                    template.number(),
                    template.status(),
                    template.publishedAt(),
                    definition);
        }
    }

    record TemplatePage(List<TemplateView> items, @Nullable String nextCursor) {}
}
