package vn.tiendo.plans.deadline;

/// The forms in which documents word a deadline.
public enum DeadlineType {
    /// "trước ngày D": the last on-time day is the day before D, unless the issuer lets D count.
    BEFORE_DATE,
    /// "chậm nhất ngày D", "đến hết ngày D": the whole of D is on time.
    BY_DATE,
    /// "trong tháng 3/2024", "trong Quý I/2024", "từ ngày A đến ngày B".
    WITHIN_PERIOD,
    /// "gắn với dịp kỷ niệm … 19/5": advisory, no due instant until a person sets one.
    ANCHORED,
    /// "sau học tập", "trước khi tổ chức thực hiện": depends on an event.
    RELATIVE,
    /// "hàng tháng", "hằng năm" without a day.
    RECURRING,
    /// "cuối năm": the last day is proposed, a person confirms it.
    END_OF_PERIOD,
    /// "đã thực hiện, hoàn thành ngày D": a past fact.
    COMPLETED_ON,
    /// "thường xuyên".
    ONGOING
}
