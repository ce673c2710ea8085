package vn.tiendo.registrations.member;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.time.Uuid7;

/// A person who may owe registrations; the first membership is the unit that keeps them.
@Entity
class Member implements Versioned {

    static final EventStream<Member> STREAM = new EventStream<>("registrations.member-contact.v1", MemberEvent::of);

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private String name;
    private String nameKey;
    private @Nullable LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    private MemberCategory category;

    @Enumerated(EnumType.STRING)
    private MemberStatus status;

    private @Nullable LocalDate nextStandingOn;

    private String language;
    private @Nullable String email;
    private @Nullable String phone;
    private boolean phoneAllowed;
    private @Nullable String identityIssuer;
    private @Nullable String identitySubject;
    private byte @Nullable [] cardHash;
    private byte @Nullable [] nationalIdHash;
    private @Nullable UUID mergedIntoId;
    private @Nullable Instant mergedAt;
    private @Nullable Instant restrictedAt;
    private @Nullable Instant erasedAt;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "membership", joinColumns = @JoinColumn(name = "member_id"))
    @OrderColumn(name = "ordinal")
    @BatchSize(size = 200)
    private List<Membership> memberships = new ArrayList<>();

    protected Member() {}

    Member(Particulars particulars, Standing.Kind standing, NaturalKeys.Hashes keys, List<Membership> memberships) {
        become(particulars);
        category = standing.category();
        status = standing.status();
        know(keys);
        this.memberships.addAll(memberships);
    }

    /// Everything about a person but the numbers, the standing and the memberships.
    record Particulars(
            PersonName name,
            LocalDate birthDate,
            String language,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String identityIssuer,
            @Nullable String identitySubject) {}

    /// @param keys those that are null keep what is known
    void correct(Particulars particulars, NaturalKeys.Hashes keys, List<Membership> newMemberships) {
        requireLiving();
        become(particulars);
        know(keys);
        belong(newMemberships);
    }

    void correct(PersonName newName, @Nullable LocalDate newBirthDate) {
        requireLiving();
        name = newName.text();
        nameKey = newName.searchKey();
        birthDate = newBirthDate;
    }

    void reach(@Nullable String newEmail, @Nullable String newPhone, String newLanguage) {
        requireLiving();
        email = newEmail;
        phone = newPhone;
        language = newLanguage;
    }

    /// @param allowed whether the person consents to its number being told to those who send messages
    void allowPhone(boolean allowed) {
        requireLiving();
        phoneAllowed = allowed;
    }

    /// @param next the day on which another standing begins to hold, if one is known
    void stand(Standing.Kind standing, @Nullable LocalDate next) {
        requireLiving();
        category = standing.category();
        status = standing.status();
        nextStandingOn = next;
    }

    void belong(List<Membership> newMemberships) {
        requireLiving();
        memberships.clear();
        memberships.addAll(newMemberships);
    }

    /// First half of a merge: what may stand in one record only goes.
    ///
    /// @return what the survivor takes over
    Inheritance mergeInto(Member survivor, Instant now) {
        requireLiving();
        survivor.requireLiving();
        if (id.equals(survivor.id)) {
            throw new MemberProblem.MergeWithItself();
        }
        if (differ(cardHash, survivor.cardHash) || differ(nationalIdHash, survivor.nationalIdHash)) {
            throw new MemberProblem.NaturalKeysDiffer();
        }
        var left = new Inheritance(
                new NaturalKeys.Hashes(cardHash, nationalIdHash),
                email,
                phone,
                identityIssuer,
                identitySubject,
                restrictedAt,
                memberships());
        forgetKeys();
        email = null;
        phone = null;
        memberships.clear();
        mergedIntoId = survivor.id;
        mergedAt = now;
        return left;
    }

    /// Second half: what is known already stays, what is missing is taken.
    void inherit(Inheritance left) {
        cardHash = cardHash == null ? left.keys().card() : cardHash;
        nationalIdHash = nationalIdHash == null ? left.keys().nationalId() : nationalIdHash;
        email = email == null ? left.email() : email;
        phone = phone == null ? left.phone() : phone;
        if (identityIssuer == null) {
            identityIssuer = left.identityIssuer();
            identitySubject = left.identitySubject();
        }
        restrictedAt = restrictedAt == null ? left.restrictedAt() : restrictedAt;
        belong(Memberships.united(memberships(), left.memberships()));
    }

    /// Contact points are used no more, and others see no more of the person than its name and where it belongs.
    void restrict(Instant now) {
        requireLiving();
        restrictedAt = restrictedAt == null ? now : restrictedAt;
    }

    void liftRestriction() {
        requireLiving();
        restrictedAt = null;
    }

    /// Ids, memberships, standings and instants stay, so that what was counted stays counted.
    void erase(Instant now) {
        if (erasedAt != null) {
            throw new MemberProblem.MemberErased();
        }
        updatedAt = null;
        name = "";
        nameKey = "";
        birthDate = null;
        email = null;
        phone = null;
        phoneAllowed = false;
        forgetKeys();
        erasedAt = now;
    }

    private void forgetKeys() {
        identityIssuer = null;
        identitySubject = null;
        cardHash = null;
        nationalIdHash = null;
    }

    private void become(Particulars particulars) {
        name = particulars.name.text();
        nameKey = particulars.name.searchKey();
        birthDate = particulars.birthDate;
        language = particulars.language;
        email = particulars.email;
        phone = particulars.phone;
        identityIssuer = particulars.identityIssuer;
        identitySubject = particulars.identitySubject;
    }

    private void know(NaturalKeys.Hashes keys) {
        cardHash = keys.card() == null ? cardHash : keys.card();
        nationalIdHash = keys.nationalId() == null ? nationalIdHash : keys.nationalId();
    }

    private static boolean differ(byte @Nullable [] one, byte @Nullable [] other) {
        return one != null && other != null && !Arrays.equals(one, other);
    }

    /// A record that ended changes no more.
    void requireLiving() {
        updatedAt = null;
        if (erasedAt != null) {
            throw new MemberProblem.MemberErased();
        }
        if (mergedIntoId != null) {
            throw new MemberProblem.MemberMerged(mergedIntoId);
        }
    }

    boolean is(String issuer, String subject) {
        return issuer.equals(identityIssuer) && subject.equals(identitySubject);
    }

    /// Whether it belongs somewhere on the day, or will on a later one.
    boolean belongsFrom(LocalDate day) {
        return memberships.stream().anyMatch(each -> each.lastsBeyond(day.minusDays(1)));
    }

    /// The same numbers, where both are known.
    boolean hasKeys(NaturalKeys.Hashes keys) {
        return !differ(cardHash, keys.card()) && !differ(nationalIdHash, keys.nationalId());
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    String name() {
        return name;
    }

    String nameKey() {
        return nameKey;
    }

    @Nullable
    LocalDate birthDate() {
        return birthDate;
    }

    MemberCategory category() {
        return category;
    }

    MemberStatus status() {
        return status;
    }

    Standing.Kind standing() {
        return new Standing.Kind(category, status);
    }

    @Nullable
    LocalDate nextStandingOn() {
        return nextStandingOn;
    }

    String language() {
        return language;
    }

    @Nullable
    String email() {
        return email;
    }

    @Nullable
    String phone() {
        return phone;
    }

    boolean isPhoneAllowed() {
        return phoneAllowed;
    }

    @Nullable
    String identityIssuer() {
        return identityIssuer;
    }

    @Nullable
    String identitySubject() {
        return identitySubject;
    }

    byte @Nullable [] cardHash() {
        return cardHash;
    }

    byte @Nullable [] nationalIdHash() {
        return nationalIdHash;
    }

    @Nullable
    UUID mergedIntoId() {
        return mergedIntoId;
    }

    boolean isRestricted() {
        return restrictedAt != null;
    }

    @Nullable
    Instant erasedAt() {
        return erasedAt;
    }

    /// As the database noted it; not known of a change that is under way.
    @Nullable
    Instant updatedAt() {
        return updatedAt;
    }

    List<Membership> memberships() {
        return List.copyOf(memberships);
    }
}
