package vn.tiendo.plans.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document that another one rests on or cites.
///
/// @param raw the citation, verbatim
/// @param type its type in words, such as "Kết luận"
/// @param number with or without the symbol: "215" and "KH/TU", or "215-KH/TU" alone
/// @param planId the plan of this system that is meant; absent lets it be found by its identity
/// @param knownDocumentId the entry of the register of known documents that is meant; absent likewise
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CitedDocument(
        @NotBlank @Size(max = 1000) String raw,
        @Nullable @Size(max = 60) String type,
        @Nullable @Size(max = 60) String number,
        @Nullable @Size(max = 60) String symbol,
        @Nullable LocalDate issueDate,
        @Nullable @Size(max = 300) String issuer,
        @Nullable UUID planId,
        @Nullable UUID knownDocumentId) {

    CitedDocument tidy() {
        var parted = DocumentNumber.of(number, symbol);
        return new CitedDocument(
                Text.tidy(raw),
                Text.tidyOrNull(type),
                parted.map(DocumentNumber::number).orElse(Text.tidyOrNull(number)),
                parted.map(DocumentNumber::symbol).orElse(Text.tidyOrNull(symbol)),
                issueDate,
                Text.tidyOrNull(issuer),
                planId,
                knownDocumentId);
    }

    /// Whether that document may be the one meant: a citation often leaves the date out, never number and symbol.
    boolean mayMean(DocumentNumber other, @Nullable LocalDate otherDate) {
        return DocumentNumber.of(number, symbol)
                .filter(own ->
                        own.key().equals(other.key()) && (issueDate == null || Objects.equals(issueDate, otherDate)))
                .isPresent();
    }
}
