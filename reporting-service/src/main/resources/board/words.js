// What the page says, in Vietnamese and English.

const WORDS = {
  vi: {
    title: 'Bảng tiến độ', skip: 'Đến nội dung', language: 'English', print: 'In', signOut: 'Thoát',
    signIn: 'Đăng nhập', token: 'Mã truy cập (bearer token)',
    tokenHint: 'Dán mã do hệ thống định danh cấp cho bạn. Mã chỉ được giữ trong thẻ trình duyệt này, đến khi bạn đóng nó.',
    loading: 'Đang tải…', ready: 'Đã tải xong.', failed: 'Không tải được', again: 'Thử lại',
    expired: 'Mã truy cập không còn hiệu lực. Hãy đăng nhập lại.',
    nothing: 'Bạn không giữ chức vụ nào được xem tiến độ.', noPlans: 'Chưa có kế hoạch nào được ban hành ở đây.',
    plan: 'Kế hoạch', day: 'Tính đến hết ngày', today: 'Hôm nay', place: 'Tổ chức', path: 'Đường dẫn',
    assignments: 'Việc được giao', registrations: 'Bản đăng ký', reports: 'Báo cáo',
    completeness: 'Mức hoàn thành', timeliness: 'Mức đúng hạn',
    completenessHint: 'phần đã có trên tổng số phải có', timelinessHint: 'phần đúng hạn trên số đã có hoặc đã quá hạn',
    total: 'Tổng số', in: 'Đã có', overdue: 'Quá hạn', awaited: 'Chưa đến hạn', undated: 'Không ghi hạn',
    done: 'Hoàn thành', late: 'Muộn', waived: 'Được miễn', submitted: 'Chờ duyệt', accepted: 'Đã duyệt',
    exempt: 'Miễn', missing: 'Thiếu', owes: 'Phải đăng ký', expected: 'Phải nộp', due: 'Đã đến hạn',
    map: 'Bản đồ tiến độ các đơn vị trực thuộc', measure: 'Tô theo', worstFirst: 'Đơn vị cần chú ý nhất đứng đầu.',
    open: 'Xem', more: 'Xem thêm', noChildren: 'Không có đơn vị trực thuộc.', legend: 'Chú giải',
    none: 'không có việc', trend: 'Diễn biến', trendIn: 'đã có', trendOverdue: 'quá hạn',
    trendText: '{from}: đã có {in0}, quá hạn {over0}. {to}: đã có {in1}, quá hạn {over1}.',
    calendar: 'Lịch việc đến hạn', previous: 'Tháng trước', next: 'Tháng sau',
    dayText: '{day}: {owed} việc đến hạn, {open} chưa có', nothingDue: 'Không có việc nào đến hạn trong tháng này.',
    dueOn: 'Đến hạn ngày {day}', who: 'Đơn vị', what: 'Việc', standing: 'Tình trạng', noneInReach: 'Không có việc nào trong phạm vi của bạn.', close: 'Đóng',
    lateList: 'Ai đang hoặc đã trễ hạn', lateHint: 'Trễ lâu nhất đứng đầu.', nobodyLate: 'Không có đơn vị nào trễ hạn.',
    deadline: 'Hạn', received: 'Nhận', notIn: 'chưa có', daysLate: 'Số ngày trễ', byKind: 'Theo loại việc', kind: 'Loại việc',
    asOf: 'Số liệu tính đến hết ngày {day}', weekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
    weekdayNames: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
    levels: ['dưới 40%', '40–60%', '60–80%', '80–95%', 'từ 95%'],
    standings: {AWAITED: 'Chưa đến hạn', OVERDUE: 'Quá hạn', UNDATED: 'Không ghi hạn', SUBMITTED: 'Chờ duyệt', DONE: 'Hoàn thành',
      DONE_LATE: 'Hoàn thành muộn', WAIVED: 'Được miễn', TRANSFERRED: 'Đã chuyển'},
    kinds: {STUDY_SESSION: 'Học tập, quán triệt', STUDY_MATERIAL: 'Tài liệu học tập', COLLECTIVE_PLAN: 'Kế hoạch tập thể',
      PLAN_SUBMISSION: 'Gửi kế hoạch', INDIVIDUAL_REGISTRATION: 'Đăng ký cá nhân', THEME_SELECTION: 'Chọn chuyên đề',
      THEMATIC_MEETING: 'Sinh hoạt chuyên đề', MEMBER_REVIEW: 'Kiểm điểm', BREAKTHROUGH_TASK: 'Nhiệm vụ đột phá',
      INSPECTION: 'Kiểm tra', SUPERVISION: 'Giám sát', EXEMPLAR_NOMINATION: 'Giới thiệu gương điển hình',
      COMMENDATION: 'Biểu dương, khen thưởng', FLAG_CEREMONY: 'Chào cờ', GOOD_DEED_ROLL: 'Người tốt, việc tốt',
      ETHICS_STANDARD_REVIEW: 'Chuẩn mực đạo đức', REGULATION_REVIEW: 'Rà soát quy định', PROPAGANDA: 'Tuyên truyền',
      CREATIVE_AWARD: 'Giải thưởng sáng tác', EDUCATION_PROGRAM: 'Chương trình giáo dục', RESULT_REPORT: 'Báo cáo kết quả',
      PERIODIC_REPORT: 'Báo cáo định kỳ', INTERIM_REVIEW: 'Sơ kết', INTERIM_REVIEW_REPORT: 'Báo cáo sơ kết',
      FINAL_REVIEW_REPORT: 'Báo cáo tổng kết', EXEMPT_LIST_REPORT: 'Danh sách miễn', RATING: 'Xếp loại',
      DOCUMENT_ISSUANCE: 'Ban hành văn bản', DOSSIER_SUBMISSION: 'Gửi hồ sơ', ORG_REGISTRATION: 'Đăng ký của tổ chức',
      EVENT: 'Hoạt động', GENERIC_TASK: 'Việc khác'},
  },
  en: {
    title: 'Progress board', skip: 'To the content', language: 'Tiếng Việt', print: 'Print', signOut: 'Sign out',
    signIn: 'Sign in', token: 'Access token (bearer token)',
    tokenHint: 'Paste the token that your identity provider gave you. It is kept in this browser tab only, until you close it.',
    loading: 'Loading…', ready: 'Loaded.', failed: 'This could not be loaded', again: 'Try again',
    expired: 'The token is no longer valid. Please sign in again.',
    nothing: 'You hold no post that may see progress.', noPlans: 'No plan has been issued here yet.',
    plan: 'Plan', day: 'At the end of', today: 'Today', place: 'Organisation', path: 'Path',
    assignments: 'Assignments', registrations: 'Registrations', reports: 'Reports',
    completeness: 'Completeness', timeliness: 'Timeliness',
    completenessHint: 'what is in, of what is owed', timelinessHint: 'what came on time, of what is in or overdue',
    total: 'Total', in: 'In', overdue: 'Overdue', awaited: 'Not due yet', undated: 'No due day',
    done: 'Done', late: 'Late', waived: 'Waived', submitted: 'To be accepted', accepted: 'Accepted',
    exempt: 'Exempt', missing: 'Missing', owes: 'Owed', expected: 'Owed', due: 'Due by now',
    map: 'How the subordinate units are doing', measure: 'Shade by', worstFirst: 'Those who need attention come first.',
    open: 'Open', more: 'Show more', noChildren: 'There are no subordinate units.', legend: 'Legend',
    none: 'owes nothing', trend: 'Trend', trendIn: 'in', trendOverdue: 'overdue',
    trendText: '{from}: {in0} in, {over0} overdue. {to}: {in1} in, {over1} overdue.',
    calendar: 'What is due when', previous: 'Previous month', next: 'Next month',
    dayText: '{day}: {owed} due, {open} not in', nothingDue: 'Nothing is due this month.',
    dueOn: 'Due on {day}', who: 'Unit', what: 'What', standing: 'Standing', noneInReach: 'There is nothing within your reach.', close: 'Close',
    lateList: 'Who is or was late', lateHint: 'Longest late first.', nobodyLate: 'Nobody is late.',
    deadline: 'Due', received: 'Received', notIn: 'not in', daysLate: 'Days late', byKind: 'By kind', kind: 'Kind',
    asOf: 'As of the end of {day}', weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    weekdayNames: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    levels: ['below 40%', '40–60%', '60–80%', '80–95%', '95% and more'],
    standings: {AWAITED: 'Not due yet', OVERDUE: 'Overdue', UNDATED: 'No due day', SUBMITTED: 'To be accepted', DONE: 'Done',
      DONE_LATE: 'Done late', WAIVED: 'Waived', TRANSFERRED: 'Transferred'},
    kinds: {},
  },
};

const LANGUAGE = 'tiendo.language';

export function language() {
  return sessionStorage.getItem(LANGUAGE) || (navigator.language.startsWith('en') ? 'en' : 'vi');
}

export function switchLanguage() {
  sessionStorage.setItem(LANGUAGE, language() === 'vi' ? 'en' : 'vi');
}

export function t(word, values = {}) {
  const text = WORDS[language()][word];
  return typeof text === 'string' ? text.replace(/\{(\w+)}/g, (all, name) => String(values[name] ?? '')) : text;
}

/** A code of the interface in words; one that is new is shown in small letters. */
export function named(table, code) {
  const text = t(table)[code] || code.toLowerCase().replaceAll('_', ' ');
  return text[0].toUpperCase() + text.slice(1);
}

export function number(value) {
  return value.toLocaleString(language() === 'vi' ? 'vi-VN' : 'en-GB');
}

/** Never rounded up to a whole that it is not. */
export function percent(share) {
  return share === null || share === undefined ? '–' : number(Math.floor(share * 1000) / 10) + '%';
}

/** 2024-05-04 as people write it. */
export function shownDay(day) {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

export function shownMonth(month) {
  const [year, number] = month.split('-').map(Number);
  return language() === 'vi' ? `Tháng ${number}/${year}`
    : new Date(Date.UTC(year, number - 1, 1)).toLocaleDateString('en-GB', {month: 'long', year: 'numeric', timeZone: 'UTC'});
}
