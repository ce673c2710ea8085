package vn.tiendo.plans.imports.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a document says of itself; null where it does not say.
///
/// @param type PLAN, OFFICIAL_LETTER, GUIDANCE, DECISION, DIRECTIVE, TELEGRAM, ANNOUNCEMENT, PROGRAMME,
/// NEWS_SUMMARY or OTHER
/// @param issueDateInferred a hint from a digital signature; never the day of issue itself
/// @param planYear the year that dates without one take
public record ReadFacts(
        String type,
        @Nullable String typeRaw,
        @Nullable String number,
        @Nullable String symbol,
        @Nullable LocalDate issueDate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String issueDateRaw,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Hint issueDateInferred,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Hint receivedDate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Published publishedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Summarised summarises,
        @Nullable Issuer issuer,
        @Nullable String place,
        @Nullable String title,
        @Nullable Integer planYear,
        @Nullable Period period,
        @Nullable Signer signer,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Author author,
        List<String> addressees,
        List<Theme> themes,
        List<LegalBasis> legalBases,
        List<CitedDocument> citedDocuments,
        List<Recipient> recipients) {

    @Schema(name = "ReadHint")
    public record Hint(@Nullable LocalDate date, String basis, String raw) {}

    public record Published(String dateTime, String raw) {}

    public record Summarised(
            String type,
            @Nullable String number,
            @Nullable String symbol,
            @Nullable LocalDate issueDate,
            String raw,
            @Nullable String issuer) {}

    @Schema(name = "ReadIssuer")
    public record Issuer(
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String parent,

            @Nullable String locality,
            String level) {}

    @Schema(name = "ReadPeriod")
    public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {}

    @Schema(name = "ReadSigner")
    public record Signer(
            @Nullable String name,
            @Nullable String position,
            @Nullable String capacity) {}

    @Schema(name = "ReadAuthor")
    public record Author(String name, @Nullable String organisation) {}

    @Schema(name = "ReadTheme")
    public record Theme(
            String scope, @Nullable Integer year, @Nullable String title) {}

    @Schema(name = "ReadLegalBasis")
    public record LegalBasis(
            String raw,
            @Nullable String type,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String issuer) {}

    @Schema(name = "ReadCitedDocument")
    public record CitedDocument(
            @Nullable String type,
            @Nullable String number,
            @Nullable LocalDate date,
            String raw) {}

    @Schema(name = "ReadRecipient")
    public record Recipient(String name, @Nullable String purpose) {}
}
