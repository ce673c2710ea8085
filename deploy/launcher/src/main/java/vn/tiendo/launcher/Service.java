package vn.tiendo.launcher;

import java.util.Locale;

/// The four services, in the order of their ports.
enum Service {
    PLANS,
    REGISTRATIONS,
    REPORTING,
    NOTIFICATIONS;

    /// Its name wherever a name is needed: the database, the role, the part.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its module and its backend in the route table.
    String module() {
        return label() + "-service";
    }
}
