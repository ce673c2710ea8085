package vn.tiendo.registrations.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of consents and of the texts they are given to.
final class ConsentApi {

    private ConsentApi() {}

    /// @param agreed has to be said; nothing is ever taken for granted
    /// @param textNumber the version that the person was shown, or that stands on the paper
    /// @param on for a paper: the day on which it was signed; absent means today
    /// @param evidence for a paper: where it is kept
    record NewConsent(
            @NotNull ConsentPurpose purpose,
            @NotNull @AssertTrue Boolean agreed,
            @NotNull @Min(1) Integer textNumber,
            @Nullable LocalDate on,
            @Nullable @Size(max = 500) String evidence) {}

    record NewConsentText(
            @NotNull ConsentPurpose purpose,
            @NotNull LocalDate inForceFrom,
            @NotBlank @Size(max = 5_000) String textVi,
            @NotBlank @Size(max = 5_000) String textEn) {}

    record ConsentTextView(
            UUID id, ConsentPurpose purpose, int number, LocalDate inForceFrom, String textVi, String textEn) {

        static ConsentTextView of(ConsentText text) {
            return new ConsentTextView(
                    text.id(), text.purpose(), text.number(), text.inForceFrom(), text.textVi(), text.textEn());
        }
    }

    record ConsentTexts(List<ConsentTextView> items) {}

    /// How a person stands to a purpose today.
    ///
    /// @param given false for who was never asked
    /// @param last the act that decides it; absent for who was never asked
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentStanding(
            ConsentPurpose purpose, boolean given, @Nullable ConsentView last) {}

    record ConsentStandings(List<ConsentStanding> items) {

        static ConsentStandings of(Map<ConsentPurpose, Consent> last) {
            return new ConsentStandings(Arrays.stream(ConsentPurpose.values())
                    .map(purpose -> {
                        var act = last.get(purpose);
                        return new ConsentStanding(
                                purpose, act != null && act.isGiven(), act == null ? null : ConsentView.of(act));
                    })
                    .toList());
        }
    }

    /// One act, as the proof of it.
    ///
    /// @param memberId the record under which it was said, merged or not
    /// @param recordedBy issuer and subject of who entered it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentView(
            UUID id,
            UUID memberId,
            ConsentPurpose purpose,
            ConsentAct act,
            int textNumber,
            ConsentChannel channel,
            LocalDate on,
            Instant recordedAt,
            String recordedBy,
            @Nullable String evidence) {

        static ConsentView of(Consent consent) {
            return new ConsentView(
                    consent.id(),
                    consent.memberId(),
                    consent.purpose(),
                    consent.act(),
                    consent.textNumber(),
                    consent.channel(),
                    consent.actedOn(),
                    consent.recordedAt(),
                    consent.recordedBy(),
                    consent.evidence());
        }
    }

    record ConsentPage(List<ConsentView> items, @Nullable String nextCursor) {}
}
