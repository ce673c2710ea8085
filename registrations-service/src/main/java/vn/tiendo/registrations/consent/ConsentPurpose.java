package vn.tiendo.registrations.consent;

/// What rests on a person's consent alone. All else that is done with its data rests on law and duty, and is not asked
/// for: rosters, registrations, reviews, ratings, the name of who was commended, and notices in the system and to the
/// address of the office.
public enum ConsentPurpose {
    /// Telling the telephone number to those who deliver SMS and Zalo messages.
    PHONE_MESSAGES,
    /// Publishing the portrait of somebody who is commended.
    PORTRAIT_PUBLICATION
}
