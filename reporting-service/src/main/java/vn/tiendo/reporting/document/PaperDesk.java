package vn.tiendo.reporting.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.ETags;

/// Keeps what clerks fill in on papers, of reports and of plans alike.
@ApplicationScoped
class PaperDesk {

    @Inject
    FilledInPaperRepository papers;

    @Inject
    CurrentActor actor;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// @param edition 0 while nobody has filled in anything
    /// @param writtenAt when somebody did so last
    record FilledIn(
            PaperDetails details, int edition, @Nullable Instant writtenAt) {

        static final FilledIn NOTHING = new FilledIn(PaperDetails.NONE, 0, null);

        /// Whether nobody has touched it since an instant.
        boolean isNotAfter(@Nullable Instant instant) {
            return writtenAt != null && instant != null && !writtenAt.isAfter(instant);
        }

        FilledIn with(PaperDetails shown) {
            return new FilledIn(shown, edition, writtenAt);
        }

        Drawn on(OfficialDocument known) {
            return new Drawn(LaidOut.of(details.over(known)), details, edition);
        }
    }

    /// A paper as it would be printed now, and what a clerk has filled in on it.
    record Drawn(LaidOut paper, PaperDetails details, int edition) {}

    FilledIn of(UUID document) {
        return papers.findByIdOptional(document)
                .map(paper -> new FilledIn(paper.details(), paper.edition(), paper.writtenAt()))
                .orElse(FilledIn.NOTHING);
    }

    /// @param type what the trail calls the document, such as `report`
    /// @param post that lets the actor write it
    @Transactional(Transactional.TxType.MANDATORY)
    void fillIn(String type, UUID document, HeldPost post, @Nullable String ifMatch, PaperDetails details) {
        var by = actor.get().id();
        var now = clock.instant();
        var paper = papers.findByIdOptional(document).orElseGet(() -> new FilledInPaper(document, by, now));
        ETags.requireMatch(ifMatch, paper.edition());
        var before = new Edition(paper.edition());
        paper.write(details, by, now);
        papers.persist(paper);
        audit.record(actor.get(), post, "fill-in-paper", type, document, before, new Edition(paper.edition()));
    }

    /// The trail says that it was written, not what: names of signers do not belong there.
    private record Edition(int edition) {}
}
