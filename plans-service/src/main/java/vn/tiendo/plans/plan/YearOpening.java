package vn.tiendo.plans.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/// How far a plan without an end has been opened: all of a year, and of the next one up to an organisation of an
/// obligation.
@Entity
public class YearOpening {

    @Id
    private UUID planId;

    private int year;
    private int position;
    private String openedUpTo = "";

    protected YearOpening() {}

    /// @param year the last year that is open in full
    YearOpening(UUID planId, int year) {
        this.planId = planId;
        this.year = year;
    }

    void openedUpTo(String path) {
        openedUpTo = path;
    }

    void openedObligation(int at) {
        position = at + 1;
        openedUpTo = "";
    }

    void openedYear() {
        year++;
        position = 0;
        openedUpTo = "";
    }

    int year() {
        return year;
    }

    /// The first obligation that is not wholly open in the next year.
    int position() {
        return position;
    }

    String openedUpTo() {
        return openedUpTo;
    }
}
