package vn.tiendo.plans.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Who signs, and for whom.
///
/// @param capacity the line above the signature as it stands, such as "T/M BAN THƯỜNG VỤ" or "KT. TRƯỞNG BAN"
/// @param form what that line means; absent lets it be read
@JsonInclude(JsonInclude.Include.NON_NULL)
@Embeddable
public record Signer(
        @Column(name = "signer_name") @NotBlank @Size(max = 200)
        String name,

        @Column(name = "signer_position") @Nullable @Size(max = 200)
        String position,

        @Column(name = "signer_capacity") @Nullable @Size(max = 200)
        String capacity,

        @Column(name = "signer_form") @Enumerated(EnumType.STRING) @Nullable
        SigningForm form) {

    /// As it is kept: in NFC, and the form read from the words where they say it.
    ///
    /// @throws DocumentProblem.SigningFormContradicts when the form given is not the one that the words say
    public Signer tidy() {
        var words = Text.tidyOrNull(capacity);
        var read = words == null ? null : SigningForm.read(words);
        if (read != null && form != null && read != form) {
            throw new DocumentProblem.SigningFormContradicts(form, read);
        }
        return new Signer(Text.tidy(name), Text.tidyOrNull(position), words, read == null ? form : read);
    }
}
