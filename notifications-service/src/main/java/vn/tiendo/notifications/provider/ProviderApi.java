package vn.tiendo.notifications.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.preference.ChannelKind;
import vn.tiendo.notifications.template.Language;

/// The JSON of contracts and templates of providers.
final class ProviderApi {

    private ProviderApi() {}

    /// @param number of the contract, as on paper
    /// @param sender the brand name that messages come from, or what the official account is called
    /// @param validFrom first day
    /// @param validTo last day; without one until further notice
    /// @param perDay how many messages the provider takes in a day
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContractTerms(
            @Nullable @Size(max = 100) String number,
            @NotBlank @Size(max = 100) String sender,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Min(1) @Max(10_000_000) int perDay) {}

    /// @param organisationId for whom, with all below it; never changes
    /// @param channel SMS or ZALO; never changes
    record NewContract(
            @NotNull UUID organisationId,
            @NotNull ChannelKind channel,
            @NotNull @Valid ContractTerms terms) {}

    /// @param inForce whether messages may go under it today
    /// @param leftToday of the daily quota
    record ContractView(
            UUID id, UUID organisationId, ChannelKind channel, ContractTerms terms, boolean inForce, int leftToday) {

        static ContractView of(ProviderContract contract, LocalDate today, int used) {
            return new ContractView(
                    contract.id(),
                    contract.organisationId(),
                    contract.channel(),
                    contract.terms(),
                    contract.isInForce(today),
                    Math.max(0, contract.terms().perDay() - used));
        }
    }

    record ContractPage(List<ContractView> items, @Nullable String nextCursor) {}

    /// @param carries notifications of which category, or codes that confirm numbers
    /// @param text as the provider approves it; what stands in braces is a parameter. Of an SMS it is what is sent
    /// @param parameters by name, what each is filled with
    record TemplateContent(
            @NotNull TemplateUse carries,
            @NotNull Language language,
            @NotBlank @Size(max = 1000) String text,

            @NotNull @Size(max = 20)
            Map<@NotNull @Pattern(regexp = "[A-Za-z_][A-Za-z0-9_]{0,39}") String, @NotNull TemplateValue> parameters) {}

    /// @param contractId under which it is used; never changes
    record NewTemplate(
            @NotNull UUID contractId, @NotNull @Valid TemplateContent content) {}

    /// @param externalId what the provider calls it
    record Submission(@NotBlank @Size(max = 100) String externalId) {}

    /// @param reason as the provider gave it
    record Decision(@NotBlank @Size(max = 500) String reason) {}

    /// @param stateAt since when it is in this state
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TemplateView(
            UUID id,
            UUID contractId,
            @Nullable String externalId,
            TemplateContent content,
            ApprovalState state,
            Instant stateAt,
            @Nullable String stateReason,
            Instant createdAt) {

        static TemplateView of(ProviderTemplate template) {
            return new TemplateView(
                    template.id(),
                    template.contractId(),
                    template.externalId(),
                    template.content(),
                    template.state(),
                    template.stateAt(),
                    template.stateReason(),
                    template.createdAt());
        }
    }

    record TemplatePage(List<TemplateView> items, @Nullable String nextCursor) {}
}
