package vn.tiendo.registrations.rating;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/// Which grade is proposed, and by whom: not the one who decides.
@Embeddable
record Proposal(String proposedGrade, Instant proposedAt, String proposedBy) {}
