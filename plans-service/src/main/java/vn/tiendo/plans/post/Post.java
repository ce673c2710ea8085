package vn.tiendo.plans.post;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.reach.KnownPost;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Uuid7;

/// A role at an organisation from one day to another, both included, held by the subject of a token.
@Entity
public class Post implements Versioned {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String holderIssuer;
    private String holderSubject;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable UUID deputyOf;

    protected Post() {}

    Post(
            UUID organisationId,
            Role role,
            String holderIssuer,
            String holderSubject,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID deputyOf) {
        this.id = Uuid7.next();
        this.organisationId = organisationId;
        this.role = role;
        this.holderIssuer = holderIssuer;
        this.holderSubject = holderSubject;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.deputyOf = deputyOf;
    }

    /// @param lastDay the last day on which the post gives rights
    void end(LocalDate lastDay) {
        if (validTo != null && validTo.isBefore(lastDay)) {
            throw new PostProblem.PostAlreadyEnds(validTo);
        }
        validTo = lastDay;
    }

    /// Says what the period should have been from the beginning.
    void correct(LocalDate from, @Nullable LocalDate to) {
        PostGiving.requirePeriodInOrder(from, to);
        validFrom = from;
        validTo = to;
    }

    boolean isHeldOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    boolean isHeldWithin(LocalDate from, @Nullable LocalDate to) {
        return (validTo == null || !validTo.isBefore(from))
                && (to == null || !validFrom.isAfter(to))
                && (validTo == null || !validTo.isBefore(validFrom));
    }

    boolean isHeldBy(String issuer, String subject) {
        return holderIssuer.equals(issuer) && holderSubject.equals(subject);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    UUID organisationId() {
        return organisationId;
    }

    Role role() {
        return role;
    }

    String holderIssuer() {
        return holderIssuer;
    }

    String holderSubject() {
        return holderSubject;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }

    @Nullable
    UUID deputyOf() {
        return deputyOf;
    }

    KnownPost known() {
        return new KnownPost(id, organisationId, role, holderIssuer, holderSubject, validFrom, validTo, deputyOf);
    }
}
