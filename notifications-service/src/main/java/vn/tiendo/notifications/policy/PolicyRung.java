package vn.tiendo.notifications.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// One rung of a policy: when, and whom it tells. A member who owes a registration is told besides.
///
/// @param days after the last on-time day, negative before it
public record PolicyRung(
        @Min(-Rung.FARTHEST) @Max(Rung.FARTHEST) int days,
        @NotEmpty @Size(max = 10) List<@NotNull @Valid Audience> tell) {

    /// What a client left out is for the validation to say.
    public PolicyRung {
        tell = tell == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(tell));
    }

    Rung rung() {
        return new Rung(days);
    }
}
