package vn.tiendo.plans.plan;

/// The type of a document as Decree 30/2020/NĐ-CP and the party's rules on documents name it.
public enum PlanType {
    /// Kế hoạch.
    PLAN,
    /// Công văn.
    OFFICIAL_LETTER,
    /// Hướng dẫn.
    GUIDANCE,
    /// Quyết định.
    DECISION,
    /// Chỉ thị.
    DIRECTIVE,
    /// Công điện.
    TELEGRAM,
    /// Thông báo.
    ANNOUNCEMENT,
    /// Chương trình.
    PROGRAMME
}
