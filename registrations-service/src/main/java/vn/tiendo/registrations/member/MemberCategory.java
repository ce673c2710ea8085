package vn.tiendo.registrations.member;

/// What a person is in the sense of the plans' "mỗi cán bộ, đảng viên, công chức, viên chức, chiến sỹ, đoàn viên, hội
/// viên".
public enum MemberCategory {
    PARTY_MEMBER,
    CADRE,
    CIVIL_SERVANT,
    PUBLIC_EMPLOYEE,
    SOLDIER,
    YOUTH_UNION_MEMBER,
    ASSOCIATION_MEMBER
}
