package vn.tiendo.notifications.broadcast;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.broadcast.BroadcastApi.BroadcastChange;
import vn.tiendo.notifications.broadcast.BroadcastApi.NewBroadcast;
import vn.tiendo.notifications.broadcast.BroadcastProblem.BroadcastIncomplete;
import vn.tiendo.notifications.broadcast.BroadcastProblem.CountFirst;
import vn.tiendo.notifications.broadcast.BroadcastProblem.NobodyToTell;
import vn.tiendo.notifications.broadcast.BroadcastProblem.SendingInThePast;
import vn.tiendo.notifications.broadcast.BroadcastProblem.WrongBroadcastStatus;

/// One message to whoever holds certain posts in a subtree, or is a member there. Whoever changes it has to count
/// again before it goes out.
@Entity
public class Broadcast {

    /// Clocks of clients differ.
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;
    private String organisationPath;
    private String authorIssuer;
    private String authorSubject;

    @Convert(converter = RolesText.class)
    private List<Role> roles;

    private boolean members;
    private String title;
    private String text;
    private @Nullable String englishTitle;
    private @Nullable String englishText;

    @Enumerated(EnumType.STRING)
    private BroadcastStatus status;

    private @Nullable Instant countRequestedAt;
    private @Nullable Instant countedAt;
    private @Nullable Integer recipients;
    private @Nullable Instant sendAt;
    private @Nullable Instant startedAt;

    /// Rises with every batch without a new version: nobody's view of the broadcast is stale because of it.
    @Column(insertable = false, updatable = false)
    private int sent;

    private @Nullable Instant endedAt;
    private Instant createdAt;

    protected Broadcast() {}

    Broadcast(KnownOrganisation organisation, NewBroadcast content, Actor author, Instant now) {
        id = Uuid7.next();
        organisationId = organisation.id();
        organisationPath = organisation.path();
        authorIssuer = author.issuer();
        authorSubject = author.subject();
        status = BroadcastStatus.DRAFT;
        createdAt = now;
        take(new BroadcastChange(
                content.roles(),
                content.members(),
                content.title(),
                content.text(),
                content.englishTitle(),
                content.englishText()));
    }

    void change(BroadcastChange content) {
        require(BroadcastStatus.DRAFT);
        take(content);
        countRequestedAt = null;
        countedAt = null;
        recipients = null;
    }

    void requestCount(Instant now) {
        require(BroadcastStatus.DRAFT);
        countRequestedAt = now;
        countedAt = null;
        recipients = null;
    }

    void counted(int many, Instant now) {
        recipients = many;
        countedAt = now;
    }

    /// @param at null for at once
    void schedule(@Nullable Instant at, Instant now) {
        require(BroadcastStatus.DRAFT);
        if (recipients == null) {
            throw new CountFirst();
        }
        if (recipients == 0) {
            throw new NobodyToTell();
        }
        if (at != null && at.isBefore(now.minus(TOLERANCE))) {
            throw new SendingInThePast();
        }
        sendAt = at == null ? now : at;
        status = BroadcastStatus.SCHEDULED;
    }

    void cancel(Instant now) {
        if (status == BroadcastStatus.SENT || status == BroadcastStatus.CANCELLED) {
            throw new WrongBroadcastStatus(status);
        }
        status = BroadcastStatus.CANCELLED;
        endedAt = now;
    }

    void start(Instant now) {
        require(BroadcastStatus.SCHEDULED);
        status = BroadcastStatus.SENDING;
        startedAt = now;
    }

    void finish(Instant now) {
        require(BroadcastStatus.SENDING);
        status = BroadcastStatus.SENT;
        endedAt = now;
    }

    private void require(BroadcastStatus needed) {
        if (status != needed) {
            throw new WrongBroadcastStatus(status);
        }
    }

    private void take(BroadcastChange content) {
        if ((content.roles().isEmpty() && !content.members())
                || isMissing(content.englishTitle()) != isMissing(content.englishText())) {
            throw new BroadcastIncomplete();
        }
        roles = content.roles().stream().distinct().sorted().toList();
        members = content.members();
        title = line(content.title());
        text = normal(content.text());
        englishTitle = isMissing(content.englishTitle()) ? null : line(content.englishTitle());
        englishText = isMissing(content.englishText()) ? null : normal(content.englishText());
    }

    private static boolean isMissing(@Nullable String words) {
        return words == null || words.isBlank();
    }

    private static String line(@Nullable String words) {
        return normal(words).replaceAll("[\\p{Cntrl}\\s]+", " ");
    }

    private static String normal(@Nullable String words) {
        return words == null
                ? ""
                : Normalizer.normalize(words, Normalizer.Form.NFC).strip();
    }

    String titleIn(String language) {
        return language.equals("en") && englishTitle != null ? englishTitle : title;
    }

    String textIn(String language) {
        return language.equals("en") && englishText != null ? englishText : text;
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

    List<Role> roles() {
        return roles;
    }

    boolean members() {
        return members;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    @Nullable
    String englishTitle() {
        return englishTitle;
    }

    @Nullable
    String englishText() {
        return englishText;
    }

    BroadcastStatus status() {
        return status;
    }

    @Nullable
    Integer recipients() {
        return recipients;
    }

    @Nullable
    Instant countedAt() {
        return countedAt;
    }

    @Nullable
    Instant sendAt() {
        return sendAt;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    int sent() {
        return sent;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    Instant createdAt() {
        return createdAt;
    }
}
