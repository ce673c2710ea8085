package vn.tiendo.registrations.rating;

import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.tiendo.kit.test.TestClock;

/// Ratings are judged while it is December 2025.
abstract class AtYearsEnd {

    final RatingScene at = new RatingScene();

    @BeforeEach
    void at_the_end_of_2025() {
        TestClock.setTo(LocalDateTime.of(2025, 12, 20, 9, 0));
    }

    @AfterEach
    void now() {
        TestClock.setBack();
    }
}
