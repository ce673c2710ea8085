package vn.tiendo.plans.obligation;

import static vn.tiendo.plans.obligation.Fulfilment.ACTIVITIES;
import static vn.tiendo.plans.obligation.Fulfilment.HAND;
import static vn.tiendo.plans.obligation.Fulfilment.NOMINATIONS;
import static vn.tiendo.plans.obligation.Fulfilment.PLAN;
import static vn.tiendo.plans.obligation.Fulfilment.REGISTRATIONS;
import static vn.tiendo.plans.obligation.Fulfilment.REPORT;
import static vn.tiendo.plans.obligation.Fulfilment.THEME;

/// What a kind of obligation does once its plan is issued, one row per kind.
public enum ObligationKind {
    STUDY_SESSION(Opens.ASSIGNMENT, ACTIVITIES),
    STUDY_MATERIAL(Opens.ASSIGNMENT, HAND),
    COLLECTIVE_PLAN(Opens.ASSIGNMENT, PLAN),
    PLAN_SUBMISSION(Opens.ASSIGNMENT, PLAN),
    INDIVIDUAL_REGISTRATION(Opens.CAMPAIGN, REGISTRATIONS),
    THEME_SELECTION(Opens.ASSIGNMENT, THEME),
    THEMATIC_MEETING(Opens.ASSIGNMENT, ACTIVITIES),
    MEMBER_REVIEW(Opens.ASSIGNMENT, ACTIVITIES),
    BREAKTHROUGH_TASK(Opens.ASSIGNMENT, PLAN),
    INSPECTION(Opens.ASSIGNMENT, ACTIVITIES),
    SUPERVISION(Opens.ASSIGNMENT, ACTIVITIES),
    EXEMPLAR_NOMINATION(Opens.ASSIGNMENT, NOMINATIONS),
    COMMENDATION(Opens.ASSIGNMENT, HAND),
    FLAG_CEREMONY(Opens.ASSIGNMENT, ACTIVITIES),
    GOOD_DEED_ROLL(Opens.ASSIGNMENT, HAND),
    ETHICS_STANDARD_REVIEW(Opens.ASSIGNMENT, HAND),
    REGULATION_REVIEW(Opens.ASSIGNMENT, HAND),
    EXEMPLARY_CONDUCT(Opens.NOTHING, HAND),
    PROPAGANDA(Opens.ASSIGNMENT, HAND),
    PUBLIC_CRITICISM(Opens.NOTHING, HAND),
    CREATIVE_AWARD(Opens.ASSIGNMENT, HAND),
    EDUCATION_PROGRAM(Opens.ASSIGNMENT, HAND),
    RESULT_REPORT(Opens.ASSIGNMENT, REPORT),
    PERIODIC_REPORT(Opens.ASSIGNMENT, REPORT),
    INTERIM_REVIEW(Opens.ASSIGNMENT, ACTIVITIES),
    INTERIM_REVIEW_REPORT(Opens.ASSIGNMENT, REPORT),
    FINAL_REVIEW_REPORT(Opens.ASSIGNMENT, REPORT),
    EXEMPTION_RULE(Opens.RULE, HAND),
    EXEMPT_LIST_REPORT(Opens.ASSIGNMENT, REPORT),
    INCIDENT_REPORT(Opens.NOTHING, REPORT),
    EVALUATION_CRITERION(Opens.RULE, HAND),
    RATING(Opens.ASSIGNMENT, HAND),
    ASSIGNMENT(Opens.NOTHING, HAND),
    MONITORING(Opens.NOTHING, HAND),
    FUNDING(Opens.NOTHING, HAND),
    DOCUMENT_ISSUANCE(Opens.ASSIGNMENT, HAND),
    DOSSIER_SUBMISSION(Opens.ASSIGNMENT, HAND),
    ORG_REGISTRATION(Opens.ASSIGNMENT, HAND),
    EVENT(Opens.ASSIGNMENT, ACTIVITIES),
    GENERIC_TASK(Opens.ASSIGNMENT, HAND);

    /// What issuing opens for an obligation of the kind.
    public enum Opens {
        /// One assignment per organisation and occurrence.
        ASSIGNMENT,
        /// The same, and a campaign in which every member registers.
        CAMPAIGN,
        /// Nothing: it says how others are judged or who is exempt.
        RULE,
        /// Nothing: it stands on record.
        NOTHING
    }

    private final Opens opens;
    private final Fulfilment fulfilment;

    ObligationKind(Opens opens, Fulfilment fulfilment) {
        this.opens = opens;
        this.fulfilment = fulfilment;
    }

    public Opens opens() {
        return opens;
    }

    public Fulfilment fulfilment() {
        return fulfilment;
    }

    /// Whether a person may mark it as done: not where registrations or reports say so themselves.
    public boolean mayBeMarkedByHand() {
        return fulfilment != Fulfilment.REGISTRATIONS && fulfilment != Fulfilment.REPORT;
    }
}
