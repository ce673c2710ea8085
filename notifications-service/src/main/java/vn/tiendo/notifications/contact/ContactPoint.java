package vn.tiendo.notifications.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.contact.ContactProblem.CodeExpired;
import vn.tiendo.notifications.contact.ContactProblem.CodeTooSoon;
import vn.tiendo.notifications.contact.ContactProblem.CodeTriesUsedUp;
import vn.tiendo.notifications.contact.ContactProblem.CodeWrong;
import vn.tiendo.notifications.contact.ContactProblem.ContactPointIsActive;

/// An address that an account has added for itself. Nothing but its code goes there until the code has come back.
@Entity
class ContactPoint {

    private static final Duration CODE_HOLDS = Duration.ofMinutes(30);
    private static final Duration BETWEEN_CODES = Duration.ofMinutes(1);
    static final int TRIES = 5;

    @Id
    private UUID id;

    @Version
    private long version;

    private String issuer;
    private String subject;

    @Enumerated(EnumType.STRING)
    private PointKind kind;

    private String address;
    private @Nullable String publicKey;
    private @Nullable String authSecret;

    @Enumerated(EnumType.STRING)
    private PointState state = PointState.UNCONFIRMED;

    private @Nullable String codeHash;
    private @Nullable Instant codeSentAt;

    /// Counted by statements on the table alone, so that a refusal does not undo it.
    @Column(insertable = true, updatable = false)
    private int codeTries;

    private Instant createdAt;
    private @Nullable Instant confirmedAt;
    private @Nullable Instant bouncedAt;

    protected ContactPoint() {}

    ContactPoint(Account account, PointKind kind, String address, Instant now) {
        this.id = Uuid7.next();
        this.issuer = account.issuer();
        this.subject = account.subject();
        this.kind = kind;
        this.address = address;
        this.createdAt = now;
    }

    ContactPoint subscribedBy(String key, String secret) {
        publicKey = key;
        authSecret = secret;
        return this;
    }

    /// @param realTime codes do not follow the business clock
    /// @throws CodeTooSoon when the last one went out less than a minute ago
    void expect(String code, Instant realTime) {
        if (state == PointState.ACTIVE) {
            throw new ContactPointIsActive();
        }
        if (codeSentAt != null && realTime.isBefore(codeSentAt.plus(BETWEEN_CODES))) {
            throw new CodeTooSoon();
        }
        codeHash = hash(code);
        codeSentAt = realTime;
    }

    /// @param tries with this one
    void confirm(String code, int tries, Instant realTime, Instant now) {
        if (state == PointState.ACTIVE) {
            throw new ContactPointIsActive();
        }
        if (codeHash == null || codeSentAt == null || realTime.isAfter(codeSentAt.plus(CODE_HOLDS))) {
            throw new CodeExpired();
        }
        if (tries > TRIES) {
            throw new CodeTriesUsedUp();
        }
        if (!MessageDigest.isEqual(bytes(codeHash), bytes(hash(code)))) {
            throw new CodeWrong(TRIES - tries);
        }
        state = PointState.ACTIVE;
        codeHash = null;
        confirmedAt = now;
        bouncedAt = null;
    }

    private String hash(String code) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(id + "\n" + code)));
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Address where() {
        return new Address(id, issuer, subject, kind, address, publicKey, authSecret);
    }

    Account account() {
        return new Account(issuer, subject);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    PointKind kind() {
        return kind;
    }

    String address() {
        return address;
    }

    PointState state() {
        return state;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant confirmedAt() {
        return confirmedAt;
    }

    @Nullable
    Instant bouncedAt() {
        return bouncedAt;
    }
}
