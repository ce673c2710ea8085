package vn.tiendo.kit.security;

/// What a post lets its holder do over the subtree of its organisation; roles never come from token claims.
public enum Role {
    MEMBER,
    CELL_SECRETARY,
    COMMITTEE_OFFICER,
    COMMITTEE_LEADER,
    INSPECTOR,
    AUDITOR,
    ADMINISTRATOR
}
