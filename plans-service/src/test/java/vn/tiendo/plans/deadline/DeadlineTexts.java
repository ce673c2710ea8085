package vn.tiendo.plans.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.stream.Collectors;

/// Deadlines written as clients send them, and readings written short.
final class DeadlineTexts {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private DeadlineTexts() {}

    /// @param text JSON with single quotes
    static Deadline deadline(String text) {
        try {
            return JSON.readValue(text.replace('\'', '"'), Deadline.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /// `2024-Q1 03-30` per occurrence: label and last day; `?12-31` is only proposed and `-` is nothing at all.
    static String shortly(List<Occurrence> occurrences) {
        return occurrences.stream().map(DeadlineTexts::shortly).collect(Collectors.joining(", "));
    }

    private static String shortly(Occurrence occurrence) {
        var day = occurrence.lastDay() != null
                ? occurrence.lastDay().toString()
                : occurrence.doneOn() != null
                        ? "done " + occurrence.doneOn()
                        : occurrence.proposedDay() != null ? "?" + occurrence.proposedDay() : "-";
        return occurrence.label() + " " + day + (occurrence.time() == null ? "" : "T" + occurrence.time());
    }
}
