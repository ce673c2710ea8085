package vn.tiendo.plans.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of the register of known documents.
final class KnownDocumentApi {

    private KnownDocumentApi() {}

    /// @param organisationId who keeps the entry for all below; cannot change afterwards
    /// @param number with or without the symbol: "05" and "CT/TW", or "05-CT/TW" alone
    /// @param validTo last day on which it held; absent while it holds
    /// @param replacedById the entry of the document that has taken its place
    record KnownDocumentContent(
            @NotNull UUID organisationId,
            @NotBlank @Size(max = 60) String type,
            @NotBlank @Size(max = 60) String number,
            @Nullable @Size(max = 60) String symbol,
            @NotNull LocalDate issueDate,
            @NotBlank @Size(max = 300) String issuer,
            @NotBlank @Size(max = 1000) String title,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID replacedById) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KnownDocumentView(
            UUID id,
            UUID organisationId,
            String type,
            String number,
            String symbol,
            LocalDate issueDate,
            String issuer,
            String title,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID replacedById) {

        static KnownDocumentView of(KnownDocument document) {
            return new KnownDocumentView(
                    document.id(),
                    document.organisationId(),
                    document.type(),
                    document.number(),
                    document.symbol(),
                    document.issueDate(),
                    document.issuer(),
                    document.title(),
                    document.validFrom(),
                    document.validTo(),
                    document.replacedById());
        }
    }

    record KnownDocumentPage(
            List<KnownDocumentView> items, @Nullable String nextCursor) {}
}
