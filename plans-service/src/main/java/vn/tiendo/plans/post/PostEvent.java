package vn.tiendo.plans.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.security.Role;

/// The public state of a post on `plans.post.v1`; why somebody is absent is nobody else's business.
@JsonInclude(JsonInclude.Include.NON_NULL)
record PostEvent(
        UUID id,
        UUID organisationId,
        Role role,
        String holderIssuer,
        String holderSubject,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable UUID deputyOf,
        List<Absence> absences) {

    record Absence(LocalDate from, LocalDate to) {}

    /// @param absences by post; those without have none
    static EventStream<Post> stream(Map<UUID, List<PostAbsence>> absences) {
        return new EventStream<>("plans.post.v1", post -> of(post, absences.getOrDefault(post.id(), List.of())));
    }

    private static PostEvent of(Post post, List<PostAbsence> absences) {
        return new PostEvent(
                post.id(),
                post.organisationId(),
                post.role(),
                post.holderIssuer(),
                post.holderSubject(),
                post.validFrom(),
                post.validTo(),
                post.deputyOf(),
                absences.stream()
                        .map(absence -> new Absence(absence.from(), absence.to()))
                        .toList());
    }
}
