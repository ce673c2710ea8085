package vn.tiendo.reporting.progress;

import java.time.LocalDate;

/// Days in a row.
///
/// @param until the first day that does not belong to it, [Part#NEVER] when there is none; empty when not after `from`
record Span(LocalDate from, LocalDate until) {

    boolean isEmpty() {
        return !from.isBefore(until);
    }

    Span before(LocalDate day) {
        return new Span(from, day.isBefore(until) ? day : until);
    }

    Span since(LocalDate day) {
        return new Span(day.isAfter(from) ? day : from, until);
    }

    Span none() {
        return new Span(from, from);
    }
}
