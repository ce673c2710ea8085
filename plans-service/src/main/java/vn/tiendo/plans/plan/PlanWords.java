package vn.tiendo.plans.plan;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.RollOff;
import vn.tiendo.plans.document.DocumentNumber;
import vn.tiendo.plans.document.DocumentParts;
import vn.tiendo.plans.document.Signer;
import vn.tiendo.plans.document.Text;
import vn.tiendo.plans.obligation.IdsText;
import vn.tiendo.plans.plan.PlanApi.PlanContent;

/// What a plan says as a document, apart from its obligations; a draft that is rewritten gets all of it anew.
@Embeddable
class PlanWords {

    @Enumerated(EnumType.STRING)
    private PlanType type;

    private @Nullable String number;
    private @Nullable String symbol;

    /// Number and symbol as they are compared.
    private @Nullable String numberKey;

    private @Nullable LocalDate issueDate;
    private String title;
    private int year;
    private LocalDate periodFrom;
    private @Nullable LocalDate periodTo;

    @Enumerated(EnumType.STRING)
    private RollOff rollOff;

    @Embedded
    private @Nullable Signer signer;

    private @Nullable UUID parentPlanId;

    /// The superior obligations that the plan serves.
    @Convert(converter = IdsText.class)
    private List<UUID> serves;

    @Convert(converter = IdsText.class)
    private List<UUID> themeIds;

    private boolean allowsOwnTheme;

    /// Legal bases, citations, addressees and recipients.
    @Convert(converter = DocumentPartsText.class)
    private DocumentParts document;

    protected PlanWords() {}

    PlanWords(PlanContent content) {
        type = content.type();
        number = Text.tidyOrNull(content.number());
        symbol = Text.tidyOrNull(content.symbol());
        numberKey = DocumentNumber.of(number, symbol).map(DocumentNumber::key).orElse(null);
        issueDate = content.issueDate();
        title = Text.tidy(content.title());
        year = content.year();
        periodFrom = content.periodFrom() == null ? LocalDate.of(content.year(), 1, 1) : content.periodFrom();
        periodTo = content.periodTo();
        rollOff = content.rollOff() == null ? RollOff.NONE : content.rollOff();
        signer = content.signer() == null ? null : content.signer().tidy();
        parentPlanId = content.parentPlanId();
        serves = content.serves() == null ? List.of() : List.copyOf(content.serves());
        themeIds = content.themeIds() == null ? List.of() : List.copyOf(content.themeIds());
        allowsOwnTheme = Boolean.TRUE.equals(content.allowsOwnTheme());
        document = content.document() == null
                ? DocumentParts.NONE
                : content.document().tidy();
    }

    /// What binds others must be identifiable.
    boolean isIdentifiable() {
        return number != null && symbol != null && issueDate != null;
    }

    PlanType type() {
        return type;
    }

    @Nullable
    String number() {
        return number;
    }

    @Nullable
    String symbol() {
        return symbol;
    }

    @Nullable
    String numberKey() {
        return numberKey;
    }

    @Nullable
    LocalDate issueDate() {
        return issueDate;
    }

    String title() {
        return title;
    }

    int year() {
        return year;
    }

    LocalDate periodFrom() {
        return periodFrom;
    }

    @Nullable
    LocalDate periodTo() {
        return periodTo;
    }

    RollOff rollOff() {
        return rollOff;
    }

    @Nullable
    Signer signer() {
        return signer;
    }

    @Nullable
    UUID parentPlanId() {
        return parentPlanId;
    }

    List<UUID> serves() {
        return serves;
    }

    List<UUID> themeIds() {
        return themeIds;
    }

    boolean allowsOwnTheme() {
        return allowsOwnTheme;
    }

    DocumentParts document() {
        return document;
    }
}
