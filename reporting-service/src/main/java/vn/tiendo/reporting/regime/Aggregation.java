package vn.tiendo.reporting.regime;

/// How the values of subordinates become the value of their superior.
public enum Aggregation {
    SUM,
    /// The mean, each unit weighing as much as another of its figures says.
    WEIGHTED,
    /// That of the unit whose report was accepted last.
    LATEST,
    /// Not at all; each unit's value stays its own.
    NONE
}
