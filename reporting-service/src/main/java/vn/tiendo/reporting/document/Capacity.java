package vn.tiendo.reporting.document;

/// In what capacity a person signs.
public enum Capacity {
    /// Thay mặt: for a collective.
    ON_BEHALF,
    /// Ký thay: a deputy for the head.
    IN_PLACE,
    /// Thừa lệnh: by order of the head.
    BY_ORDER,
    /// Thừa ủy quyền: by a written authorisation.
    BY_AUTHORISATION,
    /// Quyền: acting head.
    ACTING
}
