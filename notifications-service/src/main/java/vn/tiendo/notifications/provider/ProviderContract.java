package vn.tiendo.notifications.provider;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.preference.ChannelKind;
import vn.tiendo.notifications.provider.ProviderApi.ContractTerms;
import vn.tiendo.notifications.provider.ProviderApi.NewContract;
import vn.tiendo.notifications.provider.ProviderProblem.ChannelWithoutContract;
import vn.tiendo.notifications.provider.ProviderProblem.ContractEndsBeforeItBegins;

/// What an organisation has agreed on with the provider of a channel, for itself and all below it.
@Entity
class ProviderContract {

    private static final Set<ChannelKind> CHANNELS = EnumSet.of(ChannelKind.SMS, ChannelKind.ZALO);

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;

    /// Follows the tree by statements on the table alone.
    @Column(updatable = false)
    private String organisationPath;

    @Enumerated(EnumType.STRING)
    private ChannelKind channel;

    private @Nullable String number;
    private String sender;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private int perDay;
    private Instant createdAt;

    protected ProviderContract() {}

    ProviderContract(KnownOrganisation organisation, NewContract content, Instant now) {
        if (!CHANNELS.contains(content.channel())) {
            throw new ChannelWithoutContract(content.channel());
        }
        id = Uuid7.next();
        organisationId = organisation.id();
        organisationPath = organisation.path();
        channel = content.channel();
        createdAt = now;
        write(content.terms());
    }

    /// What goes out from now on goes by these.
    ///
    /// @throws ContractEndsBeforeItBegins when the last day is before the first
    void agree(ContractTerms terms) {
        write(terms);
    }

    private void write(ContractTerms terms) {
        var last = terms.validTo();
        if (last != null && last.isBefore(terms.validFrom())) {
            throw new ContractEndsBeforeItBegins();
        }
        number = terms.number();
        sender = terms.sender();
        validFrom = terms.validFrom();
        validTo = last;
        perDay = terms.perDay();
    }

    boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
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

    ChannelKind channel() {
        return channel;
    }

    Instant createdAt() {
        return createdAt;
    }

    ContractTerms terms() {
        return new ContractTerms(number, sender, validFrom, validTo, perDay);
    }
}
