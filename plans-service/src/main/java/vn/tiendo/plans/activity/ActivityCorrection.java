package vn.tiendo.plans.activity;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.activity.ActivityApi.ActivityFacts;

/// What a record said before it was put right.
@Entity
public class ActivityCorrection {

    @Id
    private UUID id;

    private UUID activityId;
    private String reason;

    @Convert(converter = FactsText.class)
    private ActivityFacts before;

    private Instant correctedAt;

    protected ActivityCorrection() {}

    ActivityCorrection(Activity activity, String reason, Instant now) {
        this.id = Uuid7.next();
        this.activityId = activity.id();
        this.reason = reason;
        this.before = ActivityFacts.of(activity);
        this.correctedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID activityId() {
        return activityId;
    }

    String reason() {
        return reason;
    }

    ActivityFacts before() {
        return before;
    }

    Instant correctedAt() {
        return correctedAt;
    }
}
