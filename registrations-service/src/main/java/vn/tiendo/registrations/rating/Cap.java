package vn.tiendo.registrations.rating;

/// How many may hold the best grade: a share of those who hold another one in the same peer group.
///
/// @param grade the grade that is capped
/// @param base the grade whose number the share is taken of, never the headcount
record Cap(String grade, String base, int percent, Rounding rounding) {

    int allowed(int baseCount) {
        var hundredths = Math.multiplyExact(baseCount, percent);
        return switch (rounding) {
            case DOWN -> hundredths / 100;
            case HALF_UP -> (hundredths + 50) / 100;
            case UP -> (hundredths + 99) / 100;
        };
    }

    boolean admits(int capped, int baseCount) {
        return capped <= allowed(baseCount);
    }
}
