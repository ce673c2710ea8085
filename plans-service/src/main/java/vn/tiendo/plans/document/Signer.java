package vn.tiendo.plans.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Who signs, and for whom.
///
/// @param capacity the line above the signature as it stands, such as "T/M BAN THƯỜNG VỤ" or "KT. TRƯỞNG BAN"
/// @param form what that line means; absent lets it be read
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Signer(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 200) String position,
        @Nullable @Size(max = 200) String capacity,
        @Nullable SigningForm form) {

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
