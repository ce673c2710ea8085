package vn.tiendo.reporting.report;

import jakarta.persistence.Embeddable;

/// How many editions there are, and which of them has been handed in: that one is never written to again.
///
/// @param edition the newest, 0 when nothing has been written
@Embeddable
record Editions(int edition, int submittedEdition) {

    static final Editions NONE = new Editions(0, 0);

    /// What is being written goes on; after what has been handed in a new one begins.
    Editions opened() {
        return edition == submittedEdition ? new Editions(edition + 1, submittedEdition) : this;
    }

    Editions handedIn() {
        return new Editions(edition, edition);
    }

    boolean isUnwritten() {
        return edition == 0;
    }

    boolean isHandedIn() {
        return submittedEdition > 0;
    }
}
