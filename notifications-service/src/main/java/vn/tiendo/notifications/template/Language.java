package vn.tiendo.notifications.template;

/// The languages that are written in, by the codes that stand in the tables.
public enum Language {
    VI,
    EN;

    /// Whoever prefers another one is written to in Vietnamese.
    public static Language of(String code) {
        return code.equals("en") ? EN : VI;
    }
}
