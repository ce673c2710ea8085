package vn.tiendo.registrations.rating;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One grade of a scale.
///
/// @param minPoints from how many points on; absent where the regulation knows no points
@Embeddable
record Grade(String code, @Nullable BigDecimal minPoints, String nameVi, String nameEn) {}
