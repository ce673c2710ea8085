package vn.tiendo.registrations.registration;

/// Which text of a registration others than its member read: what was handed in and stands so, also once it
/// is set aside because another registration of the same person goes on. What was written since is the
/// member's alone.
final class Disclosure {

    private Disclosure() {}

    static boolean ofCurrent(Registration registration) {
        return switch (registration.status()) {
            case SUBMITTED, ACCEPTED, CLOSED -> true;
            case OWED, RETURNED, EXEMPT -> false;
            case LEFT -> registration.acceptedAt() != null || isHandedIn(registration);
        };
    }

    private static boolean isHandedIn(Registration registration) {
        var submitted = registration.receipt().submittedAt();
        var returned = registration.givenBack().returnedAt();
        return submitted != null && !registration.hasDraft() && (returned == null || returned.isBefore(submitted));
    }
}
