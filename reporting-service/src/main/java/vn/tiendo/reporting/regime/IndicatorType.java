package vn.tiendo.reporting.regime;

/// What the value of an indicator is.
public enum IndicatorType {
    INTEGER,
    DECIMAL,
    PERCENT,
    CHOICE,
    TEXT,
    TABLE;

    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == PERCENT;
    }

    /// Whether values of several units can be added; shares cannot.
    public boolean isAddable() {
        return this == INTEGER || this == DECIMAL;
    }

    /// Whether a mean of it has a meaning; of whole numbers it would be none.
    public boolean isAveraged() {
        return this == DECIMAL || this == PERCENT;
    }

    /// Digits behind the comma to which a reckoned number is rounded.
    public int scale() {
        return switch (this) {
            case INTEGER -> 0;
            case PERCENT -> 2;
            default -> 4;
        };
    }
}
