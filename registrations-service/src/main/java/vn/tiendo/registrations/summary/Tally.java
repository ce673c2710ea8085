package vn.tiendo.registrations.summary;

/// How many registrations stand where. A sum over registrations, a difference that a transition makes, or a total.
///
/// @param owes size of the roster, the exempt included
/// @param missing nothing has come in
/// @param submitted in, not yet accepted
/// @param returned sent back and awaited again
/// @param late in or accepted, but received too late
public record Tally(int owes, int missing, int submitted, int accepted, int exempt, int returned, int late) {

    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(
                owes + other.owes,
                missing + other.missing,
                submitted + other.submitted,
                accepted + other.accepted,
                exempt + other.exempt,
                returned + other.returned,
                late + other.late);
    }

    public Tally minus(Tally other) {
        return plus(new Tally(
                -other.owes,
                -other.missing,
                -other.submitted,
                -other.accepted,
                -other.exempt,
                -other.returned,
                -other.late));
    }

    /// Every member who owes is accepted or exempt; nobody owing is complete too.
    public boolean isComplete() {
        return owes == accepted + exempt;
    }
}
