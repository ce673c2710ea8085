package vn.tiendo.reporting.regime;

/// Where a value stands: an indicator, as a whole (empty) or of one of its breakdowns.
public record Cell(String code, String breakdown) implements Comparable<Cell> {

    public static Cell of(String code) {
        return new Cell(code, "");
    }

    public boolean isWhole() {
        return breakdown.isEmpty();
    }

    /// As it is named in findings and problems.
    public String field() {
        return isWhole() ? code : code + "." + breakdown;
    }

    @Override
    public int compareTo(Cell other) {
        var byCode = code.compareTo(other.code);
        return byCode != 0 ? byCode : breakdown.compareTo(other.breakdown);
    }
}
