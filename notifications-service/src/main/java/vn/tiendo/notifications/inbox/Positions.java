package vn.tiendo.notifications.inbox;

import vn.tiendo.kit.problem.KitProblem;

/// Positions in the inbox as clients hand them back.
final class Positions {

    private Positions() {}

    /// @throws KitProblem.InvalidCursor when the text was not handed out by the inbox
    static long parse(String text) {
        try {
            var position = Long.parseLong(text);
            if (position < 0) {
                throw new KitProblem.InvalidCursor();
            }
            return position;
        } catch (NumberFormatException notOurs) {
            throw new KitProblem.InvalidCursor();
        }
    }
}
