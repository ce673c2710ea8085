package vn.tiendo.plans.post;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;

/// Days on which the holder of a post is away, both included; meanwhile the deputy acts.
@Entity
class PostAbsence {

    @Id
    private UUID id;

    private UUID postId;
    private LocalDate absentFrom;
    private LocalDate absentTo;
    private @Nullable String reason;

    protected PostAbsence() {}

    PostAbsence(UUID postId, LocalDate from, LocalDate to, @Nullable String reason) {
        this.id = Uuid7.next();
        this.postId = postId;
        this.absentFrom = from;
        this.absentTo = to;
        this.reason = reason;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(absentFrom) && !day.isAfter(absentTo);
    }

    boolean meets(LocalDate from, LocalDate to) {
        return !absentTo.isBefore(from) && !absentFrom.isAfter(to);
    }

    UUID id() {
        return id;
    }

    UUID postId() {
        return postId;
    }

    LocalDate from() {
        return absentFrom;
    }

    LocalDate to() {
        return absentTo;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
