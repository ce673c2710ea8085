package vn.tiendo.plans.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.document.DocumentProblem.ValidityOfDocumentReversed;
import vn.tiendo.plans.document.KnownDocumentApi.KnownDocumentContent;

/// A document from outside this system that plans rest on, and what has become of it.
@Entity
public class KnownDocument {

    @Id
    private UUID id;

    @Version
    private long version;

    /// Who keeps the entry; all below may read it.
    private UUID organisationId;

    private String organisationPath;
    private String type;
    private String number;
    private String symbol;

    /// Number and symbol as they are compared.
    private String numberKey;

    private LocalDate issueDate;
    private String issuer;

    /// The issuer as it is compared.
    private String issuerKey;

    private String title;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable UUID replacedById;

    protected KnownDocument() {}

    KnownDocument(KnownOrganisation keeper, KnownDocumentContent content) {
        this.id = Uuid7.next();
        this.organisationId = keeper.id();
        this.organisationPath = keeper.path();
        write(content);
    }

    /// Keeper and id stay.
    void rewrite(KnownDocumentContent content) {
        write(content);
    }

    /// @throws ValidityOfDocumentReversed when it would end before it begins
    private void write(KnownDocumentContent content) {
        if (content.validFrom() != null
                && content.validTo() != null
                && content.validTo().isBefore(content.validFrom())) {
            throw new ValidityOfDocumentReversed();
        }
        var parted = DocumentNumber.of(content.number(), content.symbol())
                .orElseThrow(DocumentProblem.NumberWithoutSymbol::new);
        type = Text.tidy(content.type());
        number = parted.number();
        symbol = parted.symbol();
        numberKey = parted.key();
        issueDate = content.issueDate();
        issuer = Text.tidy(content.issuer());
        issuerKey = Text.folded(content.issuer());
        title = Text.tidy(content.title());
        validFrom = content.validFrom();
        validTo = content.validTo();
        replacedById = content.replacedById();
    }

    /// As it is cited: "05-CT/TW".
    String label() {
        return number + "-" + symbol;
    }

    DocumentNumber documentNumber() {
        return new DocumentNumber(number, symbol);
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

    String type() {
        return type;
    }

    String number() {
        return number;
    }

    String symbol() {
        return symbol;
    }

    LocalDate issueDate() {
        return issueDate;
    }

    String issuer() {
        return issuer;
    }

    String title() {
        return title;
    }

    @Nullable
    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }

    @Nullable
    UUID replacedById() {
        return replacedById;
    }
}
