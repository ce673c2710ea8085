package vn.tiendo.plans.theme;

/// How far a theme reaches.
public enum ThemeScope {
    /// Chuyên đề toàn khóa.
    TERM,
    /// Chuyên đề năm, chủ đề năm.
    ANNUAL,
    /// A unit's own theme for a year, beside those of its superiors.
    OWN
}
