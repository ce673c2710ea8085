package vn.tiendo.registrations.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.form.FormDefinition.Section;
import vn.tiendo.registrations.form.FormDifferences.FieldChange;

/// The JSON of forms.
final class FormApi {

    private FormApi() {}

    /// What a campaign demands, in the words of the plan's obligation.
    enum FormKind {
        REGISTRATION,
        COMMITMENT,
        PERSONAL_PLAN,
        YEARLY_CHOICE
    }

    /// @param basedOn a version to begin from: its next one when it belongs to the same organisation, else a
    /// form of one's own that copies it
    /// @param sections those of `basedOn` when absent
    record NewForm(
            @NotNull UUID organisationId,
            @Nullable UUID basedOn,
            @Nullable FormKind form,
            @Nullable @Size(min = 1, max = 300) String title,
            @Nullable @Size(min = 1, max = 20) List<@Valid @NotNull Section> sections) {}

    record FormChange(
            @NotBlank @Size(max = 300) String title,
            @NotNull @Size(min = 1, max = 20) List<@Valid @NotNull Section> sections) {}

    /// @param formId the same for all versions of a form
    /// @param organisationId absent when the form is shipped
    /// @param publishedAt absent while it is a draft; from then on it never changes
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FormView(
            UUID id,
            UUID formId,
            int number,
            @Nullable UUID organisationId,
            String form,
            String title,
            @Nullable Instant publishedAt,
            List<Section> sections,
            long version) {

        static FormView of(FormVersion form, FormDefinition definition) {
            return new FormView(
                    form.id(),
                    form.familyId(),
                    form.number(),
                    form.organisationId(),
                    form.form(),
                    form.title(),
                    form.publishedAt(),
                    definition.sections(),
                    form.version());
        }
    }

    /// A line of a list.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FormLine(
            UUID id,
            UUID formId,
            int number,
            @Nullable UUID organisationId,
            String form,
            String title,
            @Nullable Instant publishedAt,
            long version) {

        static FormLine of(FormVersion form) {
            return new FormLine(
                    form.id(),
                    form.familyId(),
                    form.number(),
                    form.organisationId(),
                    form.form(),
                    form.title(),
                    form.publishedAt(),
                    form.version());
        }
    }

    record FormPage(List<FormLine> items, @Nullable String nextCursor) {}

    record FormComparison(UUID from, UUID to, List<FieldChange> changes) {}
}
