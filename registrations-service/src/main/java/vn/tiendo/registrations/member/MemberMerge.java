package vn.tiendo.registrations.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.member.MemberApi.MembershipView;

/// The trace of a merge: what the merged record was, as far as its own row and standings do not say it.
@Entity
class MemberMerge {

    @Id
    private UUID id;

    private UUID survivorId;
    private UUID mergedId;
    private String memberships;
    private @Nullable String identityIssuer;
    private @Nullable String identitySubject;
    private @Nullable String reason;
    private Instant mergedAt;

    protected MemberMerge() {}

    MemberMerge(UUID survivor, UUID merged, Inheritance left, @Nullable String reason, Instant now, ObjectMapper json) {
        this.id = Uuid7.next();
        this.survivorId = survivor;
        this.mergedId = merged;
        this.memberships = write(left.memberships(), json);
        this.identityIssuer = left.identityIssuer();
        this.identitySubject = left.identitySubject();
        this.reason = reason;
        this.mergedAt = now;
    }

    private static String write(List<Membership> memberships, ObjectMapper json) {
        try {
            return json.writeValueAsString(
                    memberships.stream().map(MembershipView::of).toList());
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("Memberships cannot be written as JSON", defect);
        }
    }

    List<MembershipView> memberships(ObjectMapper json) {
        try {
            return json.readValue(memberships, new TypeReference<>() {});
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("Memberships cannot be read as JSON", defect);
        }
    }

    UUID mergedId() {
        return mergedId;
    }

    @Nullable
    String reason() {
        return reason;
    }

    Instant mergedAt() {
        return mergedAt;
    }
}
