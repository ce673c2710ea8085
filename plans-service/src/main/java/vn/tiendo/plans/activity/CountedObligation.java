package vn.tiendo.plans.activity;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An obligation that an activity is meant for, and the assignment of the period in which it was held, if one is owed.
@Embeddable
public record CountedObligation(UUID obligationId, @Nullable UUID assignmentId) {}
