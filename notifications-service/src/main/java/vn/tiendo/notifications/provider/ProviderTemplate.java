package vn.tiendo.notifications.provider;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.provider.ProviderApi.TemplateContent;
import vn.tiendo.notifications.provider.ProviderProblem.TemplateCannotBecome;
import vn.tiendo.notifications.provider.ProviderProblem.TemplateIsFixed;
import vn.tiendo.notifications.provider.ProviderProblem.TemplateUnfit;
import vn.tiendo.notifications.template.Language;

/// Words that a provider has to approve before messages may go out in them.
@Entity
class ProviderTemplate {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID contractId;
    private @Nullable String externalId;

    @Enumerated(EnumType.STRING)
    private TemplateUse carries;

    @Enumerated(EnumType.STRING)
    private Language language;

    private String text;

    @Convert(converter = ParametersText.class)
    private Map<String, TemplateValue> parameters;

    @Enumerated(EnumType.STRING)
    private ApprovalState state = ApprovalState.DRAFT;

    private Instant stateAt;
    private @Nullable String stateReason;
    private Instant createdAt;

    protected ProviderTemplate() {}

    ProviderTemplate(ProviderContract contract, TemplateContent content, Instant now) {
        id = Uuid7.next();
        contractId = contract.id();
        createdAt = now;
        stateAt = now;
        write(content);
    }

    /// @throws TemplateIsFixed when the provider has it already
    /// @throws TemplateUnfit when a parameter of the text has no value, or the code is not where it belongs
    void rewrite(TemplateContent content) {
        if (!state.isOpen()) {
            throw new TemplateIsFixed(state);
        }
        write(content);
    }

    private void write(TemplateContent content) {
        for (var name : Placeholders.in(content.text())) {
            if (!content.parameters().containsKey(name)) {
                throw new TemplateUnfit(name);
            }
        }
        content.parameters().forEach((name, value) -> {
            if (value == TemplateValue.CODE && content.carries() != TemplateUse.CODE) {
                throw new TemplateUnfit(name);
            }
        });
        if (content.carries() == TemplateUse.CODE && !content.parameters().containsValue(TemplateValue.CODE)) {
            throw new TemplateUnfit(TemplateValue.CODE.name());
        }
        carries = content.carries();
        language = content.language();
        text = content.text();
        parameters = Map.copyOf(content.parameters());
    }

    /// @param external what the provider calls it
    void submit(String external, Instant now) {
        become(ApprovalState.SUBMITTED, null, now);
        externalId = external;
    }

    /// @param reason as the provider gave it
    /// @throws TemplateCannotBecome when it does not follow on the state that it has
    void become(ApprovalState next, @Nullable String reason, Instant now) {
        if (!state.mayBecome(next)) {
            throw new TemplateCannotBecome(state, next);
        }
        state = next;
        stateAt = now;
        stateReason = reason;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID contractId() {
        return contractId;
    }

    @Nullable
    String externalId() {
        return externalId;
    }

    TemplateContent content() {
        return new TemplateContent(carries, language, text, parameters);
    }

    ApprovalState state() {
        return state;
    }

    Instant stateAt() {
        return stateAt;
    }

    @Nullable
    String stateReason() {
        return stateReason;
    }

    Instant createdAt() {
        return createdAt;
    }
}
