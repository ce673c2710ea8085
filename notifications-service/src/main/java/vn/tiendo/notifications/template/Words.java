package vn.tiendo.notifications.template;

/// What is said: plain text, never markup.
///
/// @param title one line
/// @param thin for channels that others read along: names nobody and nothing
public record Words(String title, String text, String thin) {

    private static final int LONGEST_TITLE = 160;

    /// Whatever the values were, a title stays one line of bearable length.
    public Words {
        title = shorten(title.replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
        thin = shorten(thin.replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
    }

    private static String shorten(String line) {
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
