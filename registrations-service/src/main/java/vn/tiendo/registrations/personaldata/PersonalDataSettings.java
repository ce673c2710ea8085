package vn.tiendo.registrations.personaldata;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Period;
import java.util.Map;

/// The figures of the law, and how long what is kept. Each names where it comes from.
@ConfigMapping(prefix = "tiendo.personal-data")
public interface PersonalDataSettings {

    /// By the first day on which they hold, such as `2026-01-01`.
    Map<String, Terms> terms();

    Retention retention();

    /// Within what time a request is answered and executed.
    interface Terms {

        /// The paper that says so; shown with every request.
        String source();

        /// Working days after the day of receipt within which a request is accepted or refused.
        @Min(1)
        int answerWorkingDays();

        /// Days after the day of receipt within which it is executed, by kind.
        ExecutionDays executionDays();

        /// The same where somebody else processes the data on the organisation's behalf.
        ExecutionDays executionDaysWithProcessor();

        /// By how many days the execution may be put off, once.
        @Min(0)
        @Max(365)
        int extensionDays();
    }

    interface ExecutionDays {
        @Min(1)
        int access();

        @Min(1)
        int correction();

        @Min(1)
        int erasure();

        @Min(1)
        int restriction();

        @Min(1)
        int withdrawal();

        @Min(1)
        int objection();
    }

    /// How long each kind of record is kept.
    interface Retention {

        /// Addresses and telephone numbers after the last membership has ended.
        Rule contacts();

        /// Who somebody was, after the last membership has ended; facts and instants stay.
        Rule formerMembers();

        /// What members wrote, after their campaign was closed.
        Rule registrationTexts();

        /// What persons wrote in their requests, after these were closed.
        Rule requestTexts();

        /// What was written about persons in their ratings, by them and by others, after the year that was rated.
        Rule ratings();

        /// Why a review was struck out, after the year that it was of.
        Rule reviews();

        /// What persons were nominated for, after the year of the nomination; that they were commended stays.
        Rule nominations();

        /// What persons did and how it was examined, after the year in which they did it; their numbers in the roll
        /// stay.
        Rule goodDeeds();

        /// Why an exemption was revoked, after the year in which it ended.
        Rule exemptions();
    }

    interface Rule {

        Period keep();

        /// The paper that says so.
        String source();
    }
}
