package vn.tiendo.reporting.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.document.OfficialDocument.Authority;
import vn.tiendo.reporting.document.OfficialDocument.Letterhead;
import vn.tiendo.reporting.document.OfficialDocument.Recipient;
import vn.tiendo.reporting.document.OfficialDocument.Signature;

/// What a clerk fills in on the paper of a report or a plan; what is left out is what the system knows, or a blank.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "What stands on the paper besides the text; what is left out is taken from what is known, or stays"
                        + " blank")
record PaperDetails(
        @Nullable @Schema(description = "Party or state form; that of the organisation when left out")
        Form form,

        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = LINE)
        String superiorName,

        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = LINE)
        String issuerName,

        @Nullable @Size(min = 1, max = 20) @Pattern(regexp = LINE)
        String number,

        @Nullable @Size(min = 1, max = 40) @Pattern(regexp = LINE)
        String symbol,

        @Nullable @Size(min = 1, max = 100) @Pattern(regexp = LINE)
        String place,

        @Nullable LocalDate date,

        @Nullable @Size(min = 1, max = 500) @Pattern(regexp = LINE)
        String subject,

        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 200) @Pattern(regexp = LINE) String> addressees,

        @Nullable @Size(max = 40) List<@NotNull @Valid NamedRecipient> recipients,

        @Nullable
        @Size(max = 3)
        @Schema(description = "For whom the signer signs, such as ON_BEHALF of the standing committee")
        List<@NotNull @Valid NamedAuthority> authorities,

        @Nullable @Size(min = 1, max = 100) @Pattern(regexp = LINE)
        String post,

        @Nullable @Size(min = 1, max = 100) @Pattern(regexp = LINE)
        String signer) {

    /// One line without control characters that says something.
    static final String LINE = "(?=.*\\S)\\P{Cc}*";

    static final PaperDetails NONE =
            new PaperDetails(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /// The paper with what is filled in, and for the rest with what is known.
    OfficialDocument over(OfficialDocument known) {
        var head = known.letterhead();
        return new OfficialDocument(
                new Letterhead(
                        Objects.requireNonNullElse(form, head.form()),
                        superiorName == null ? head.superior() : superiorName,
                        Objects.requireNonNullElse(issuerName, head.issuer()),
                        number == null ? head.number() : number,
                        symbol == null ? head.symbol() : symbol,
                        place == null ? head.place() : place,
                        date == null ? head.date() : date,
                        head.drawnUpOn()),
                known.type(),
                Objects.requireNonNullElse(subject, known.subject()),
                Objects.requireNonNullElse(addressees, known.addressees()),
                known.body(),
                recipients == null
                        ? known.recipients()
                        : recipients.stream().map(NamedRecipient::recipient).toList(),
                new Signature(
                        authorities == null
                                ? known.signature().authorities()
                                : authorities.stream()
                                        .map(NamedAuthority::authority)
                                        .toList(),
                        post == null ? known.signature().post() : post,
                        signer == null ? known.signature().name() : signer));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NamedRecipient(
            @NotBlank @Size(max = 200) @Pattern(regexp = LINE)
            String name,

            @Nullable @Size(min = 1, max = 100) @Pattern(regexp = LINE)
            String purpose) {
        Recipient recipient() {
            return new Recipient(name, purpose);
        }
    }

    record NamedAuthority(
            @NotNull Capacity capacity,

            @NotBlank @Size(max = 200) @Pattern(regexp = LINE)
            String of) {
        Authority authority() {
            return new Authority(capacity, of);
        }
    }
}
