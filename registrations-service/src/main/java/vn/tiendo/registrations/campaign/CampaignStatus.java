package vn.tiendo.registrations.campaign;

/// ANNOUNCED by an issued plan, OPEN from the day the roster is frozen, CLOSED for good.
public enum CampaignStatus {
    ANNOUNCED,
    OPEN,
    CLOSED
}
