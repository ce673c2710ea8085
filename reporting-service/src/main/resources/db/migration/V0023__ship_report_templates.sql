-- The templates that come with the system, one for each sort of report; a committee publishes its own in their place.
-- What the sample's plans ask of reviews (results, difficulties, causes, lessons, proposals) are their sections.
create temporary table shipped (name text not null, definition text not null);
insert into shipped (name, definition) values
('result', '{"indicators":[
{"code":"study_sessions","nameVi":"Số buổi học tập, quán triệt","nameEn":"Study sessions","type":"INTEGER","unit":"buổi","aggregation":"SUM","fact":"STUDY_SESSIONS","required":false,"min":0},
{"code":"study_attendance","nameVi":"Số lượt người tham dự học tập, quán triệt","nameEn":"Attendance of study sessions","type":"INTEGER","unit":"lượt","aggregation":"SUM","fact":"STUDY_ATTENDANCE","required":false,"min":0},
{"code":"thematic_meetings","nameVi":"Số buổi sinh hoạt chuyên đề","nameEn":"Thematic meetings","type":"INTEGER","unit":"buổi","aggregation":"SUM","fact":"THEMATIC_MEETINGS","required":false,"min":0}],
"sections":[
{"section":"RESULTS","nameVi":"Kết quả đạt được","nameEn":"Results","required":true},
{"section":"DIFFICULTIES","nameVi":"Khó khăn, hạn chế","nameEn":"Difficulties","required":false},
{"section":"CAUSES","nameVi":"Nguyên nhân","nameEn":"Causes","required":false},
{"section":"LESSONS","nameVi":"Bài học kinh nghiệm","nameEn":"Lessons","required":false},
{"section":"PROPOSALS","nameVi":"Đề xuất, kiến nghị","nameEn":"Proposals","required":false}]}'),
('periodic', '{"indicators":[
{"code":"registrations_owed","nameVi":"Số người phải đăng ký","nameEn":"Persons who owe a registration","type":"INTEGER","unit":"người","aggregation":"SUM","fact":"REGISTRATIONS_OWED","required":false,"min":0},
{"code":"registrations_submitted","nameVi":"Đã gửi, chưa được chấp nhận","nameEn":"Registrations in, not yet accepted","type":"INTEGER","unit":"bản","aggregation":"SUM","fact":"REGISTRATIONS_SUBMITTED","required":false,"min":0},
{"code":"registrations_accepted","nameVi":"Đã được chấp nhận","nameEn":"Registrations accepted","type":"INTEGER","unit":"bản","aggregation":"SUM","fact":"REGISTRATIONS_ACCEPTED","required":false,"min":0},
{"code":"registrations_exempt","nameVi":"Được miễn đăng ký","nameEn":"Persons exempted","type":"INTEGER","unit":"người","aggregation":"SUM","fact":"REGISTRATIONS_EXEMPT","required":false,"min":0},
{"code":"registrations_late","nameVi":"Đăng ký quá hạn","nameEn":"Registrations that came late","type":"INTEGER","unit":"bản","aggregation":"SUM","fact":"REGISTRATIONS_LATE","required":false,"min":0},
{"code":"registrations_rate","nameVi":"Tỷ lệ đăng ký được chấp nhận","nameEn":"Share of registrations accepted","type":"PERCENT","unit":"%","formula":"registrations_accepted / (registrations_owed - registrations_exempt) * 100","aggregation":"NONE","required":false,"min":0,"max":100},
{"code":"study_sessions","nameVi":"Số buổi học tập, quán triệt","nameEn":"Study sessions","type":"INTEGER","unit":"buổi","aggregation":"SUM","fact":"STUDY_SESSIONS","required":false,"min":0},
{"code":"study_attendance","nameVi":"Số lượt người tham dự học tập, quán triệt","nameEn":"Attendance of study sessions","type":"INTEGER","unit":"lượt","aggregation":"SUM","fact":"STUDY_ATTENDANCE","required":false,"min":0},
{"code":"thematic_meetings","nameVi":"Số buổi sinh hoạt chuyên đề","nameEn":"Thematic meetings","type":"INTEGER","unit":"buổi","aggregation":"SUM","fact":"THEMATIC_MEETINGS","required":false,"min":0},
{"code":"members_reviewed","nameVi":"Số đảng viên đã kiểm điểm","nameEn":"Members reviewed","type":"INTEGER","unit":"người","aggregation":"SUM","fact":"MEMBERS_REVIEWED","required":false,"min":0},
{"code":"inspections","nameVi":"Số cuộc kiểm tra","nameEn":"Inspections","type":"INTEGER","unit":"cuộc","aggregation":"SUM","fact":"INSPECTIONS","required":false,"min":0},
{"code":"units_inspected","nameVi":"Số tổ chức được kiểm tra","nameEn":"Units inspected","type":"INTEGER","unit":"tổ chức","aggregation":"SUM","fact":"UNITS_INSPECTED","required":false,"min":0},
{"code":"supervisions","nameVi":"Số cuộc giám sát","nameEn":"Supervisions","type":"INTEGER","unit":"cuộc","aggregation":"SUM","fact":"SUPERVISIONS","required":false,"min":0},
{"code":"nominations_reported","nameVi":"Gương điển hình đã báo cáo cấp trên","nameEn":"Exemplars reported to the superior","type":"INTEGER","unit":"gương","aggregation":"SUM","fact":"NOMINATIONS_REPORTED","required":false,"min":0,"breakdowns":[{"code":"COLLECTIVE","nameVi":"Tập thể","nameEn":"Collectives"},{"code":"INDIVIDUAL","nameVi":"Cá nhân","nameEn":"Individuals"},{"code":"MODEL","nameVi":"Mô hình","nameEn":"Models"}]},
{"code":"nominations_commended","nameVi":"Gương điển hình được biểu dương","nameEn":"Exemplars commended","type":"INTEGER","unit":"gương","aggregation":"SUM","fact":"NOMINATIONS_COMMENDED","required":false,"min":0,"breakdowns":[{"code":"COLLECTIVE","nameVi":"Tập thể","nameEn":"Collectives"},{"code":"INDIVIDUAL","nameVi":"Cá nhân","nameEn":"Individuals"},{"code":"MODEL","nameVi":"Mô hình","nameEn":"Models"}]},
{"code":"good_models","nameVi":"Mô hình, cách làm hay","nameEn":"Good models and ways of working","type":"TABLE","aggregation":"NONE","required":false,"columns":[{"code":"name","nameVi":"Tên mô hình","nameEn":"Name","type":"TEXT"},{"code":"place","nameVi":"Nơi thực hiện","nameEn":"Place","type":"TEXT"},{"code":"people","nameVi":"Số người tham gia","nameEn":"People taking part","type":"INTEGER"}]}],
"sections":[
{"section":"RESULTS","nameVi":"Kết quả đạt được","nameEn":"Results","required":true},
{"section":"DIFFICULTIES","nameVi":"Khó khăn, hạn chế","nameEn":"Difficulties","required":false},
{"section":"CAUSES","nameVi":"Nguyên nhân","nameEn":"Causes","required":false},
{"section":"LESSONS","nameVi":"Bài học kinh nghiệm","nameEn":"Lessons","required":false},
{"section":"PROPOSALS","nameVi":"Đề xuất, kiến nghị","nameEn":"Proposals","required":false}],
"rules":[
{"code":"registrations_within_roster","kind":"EXPRESSION","expression":"registrations_submitted + registrations_accepted + registrations_exempt <= registrations_owed","severity":"ERROR","nameVi":"Số đã gửi, được chấp nhận và được miễn không vượt số phải đăng ký","nameEn":"In, accepted and exempted do not exceed those who owe"},
{"code":"registrations_owed_against_last","kind":"COMPARED_WITH_LAST","indicator":"registrations_owed","maxChangePercent":50,"severity":"WARNING","nameVi":"Số phải đăng ký lệch quá 50% so với kỳ trước","nameEn":"Those who owe differ by more than 50 % from the last period"},
{"code":"study_sessions_against_last","kind":"COMPARED_WITH_LAST","indicator":"study_sessions","maxChangePercent":50,"severity":"WARNING","nameVi":"Số buổi học tập lệch quá 50% so với kỳ trước","nameEn":"Study sessions differ by more than 50 % from the last period"}]}'),
('annual', '{"indicators":[
{"code":"registrations_owed","nameVi":"Số người phải đăng ký","nameEn":"Persons who owe a registration","type":"INTEGER","unit":"người","aggregation":"SUM","fact":"REGISTRATIONS_OWED","required":false,"min":0},
{"code":"registrations_submitted","nameVi":"Đã gửi, chưa được chấp nhận","nameEn":"Registrations in, not yet accepted","type":"INTEGER","unit":"bản","aggregation":"SUM","fact":"REGISTRATIONS_SUBMITTED","required":false,"min":0},
{"code":"registrations_accepted","nameVi":"Đã được chấp nhận","nameEn":"Registrations accepted","type":"INTEGER","unit":"bản","aggregation":"SUM","fact":"REGISTRATIONS_ACCEPTED","required":false,"min":0},
{"code":"registrations_exempt","nameVi":"Được miễn đăng ký","nameEn":"Persons exempted","type":"INTEGER","unit":"người","aggregation":"SUM","fact":"REGISTRATIONS_EXEMPT","required":false,"min":0},
{"code":"registrations_late","nameVi":"Đăng ký quá hạn","nameEn":"Registrations that came late","type":"INTEGER","unit":"bản","aggregation":"SUM","fact":"REGISTRATIONS_LATE","required":false,"min":0},
{"code":"registrations_rate","nameVi":"Tỷ lệ đăng ký được chấp nhận","nameEn":"Share of registrations accepted","type":"PERCENT","unit":"%","formula":"registrations_accepted / (registrations_owed - registrations_exempt) * 100","aggregation":"NONE","required":false,"min":0,"max":100},
{"code":"study_sessions","nameVi":"Số buổi học tập, quán triệt","nameEn":"Study sessions","type":"INTEGER","unit":"buổi","aggregation":"SUM","fact":"STUDY_SESSIONS","required":false,"min":0},
{"code":"study_attendance","nameVi":"Số lượt người tham dự học tập, quán triệt","nameEn":"Attendance of study sessions","type":"INTEGER","unit":"lượt","aggregation":"SUM","fact":"STUDY_ATTENDANCE","required":false,"min":0},
{"code":"thematic_meetings","nameVi":"Số buổi sinh hoạt chuyên đề","nameEn":"Thematic meetings","type":"INTEGER","unit":"buổi","aggregation":"SUM","fact":"THEMATIC_MEETINGS","required":false,"min":0},
{"code":"members_reviewed","nameVi":"Số đảng viên đã kiểm điểm","nameEn":"Members reviewed","type":"INTEGER","unit":"người","aggregation":"SUM","fact":"MEMBERS_REVIEWED","required":false,"min":0},
{"code":"inspections","nameVi":"Số cuộc kiểm tra","nameEn":"Inspections","type":"INTEGER","unit":"cuộc","aggregation":"SUM","fact":"INSPECTIONS","required":false,"min":0},
{"code":"units_inspected","nameVi":"Số tổ chức được kiểm tra","nameEn":"Units inspected","type":"INTEGER","unit":"tổ chức","aggregation":"SUM","fact":"UNITS_INSPECTED","required":false,"min":0},
{"code":"supervisions","nameVi":"Số cuộc giám sát","nameEn":"Supervisions","type":"INTEGER","unit":"cuộc","aggregation":"SUM","fact":"SUPERVISIONS","required":false,"min":0},
{"code":"nominations_reported","nameVi":"Gương điển hình đã báo cáo cấp trên","nameEn":"Exemplars reported to the superior","type":"INTEGER","unit":"gương","aggregation":"SUM","fact":"NOMINATIONS_REPORTED","required":false,"min":0,"breakdowns":[{"code":"COLLECTIVE","nameVi":"Tập thể","nameEn":"Collectives"},{"code":"INDIVIDUAL","nameVi":"Cá nhân","nameEn":"Individuals"},{"code":"MODEL","nameVi":"Mô hình","nameEn":"Models"}]},
{"code":"nominations_commended","nameVi":"Gương điển hình được biểu dương","nameEn":"Exemplars commended","type":"INTEGER","unit":"gương","aggregation":"SUM","fact":"NOMINATIONS_COMMENDED","required":false,"min":0,"breakdowns":[{"code":"COLLECTIVE","nameVi":"Tập thể","nameEn":"Collectives"},{"code":"INDIVIDUAL","nameVi":"Cá nhân","nameEn":"Individuals"},{"code":"MODEL","nameVi":"Mô hình","nameEn":"Models"}]},
{"code":"self_rating","nameVi":"Tự đánh giá mức độ hoàn thành","nameEn":"Own rating","type":"CHOICE","aggregation":"NONE","required":false,"choices":[{"code":"OUTSTANDING","nameVi":"Hoàn thành xuất sắc nhiệm vụ","nameEn":"Outstanding"},{"code":"GOOD","nameVi":"Hoàn thành tốt nhiệm vụ","nameEn":"Good"},{"code":"COMPLETED","nameVi":"Hoàn thành nhiệm vụ","nameEn":"Completed"},{"code":"NOT_COMPLETED","nameVi":"Không hoàn thành nhiệm vụ","nameEn":"Not completed"}]},
{"code":"good_models","nameVi":"Mô hình, cách làm hay","nameEn":"Good models and ways of working","type":"TABLE","aggregation":"NONE","required":false,"columns":[{"code":"name","nameVi":"Tên mô hình","nameEn":"Name","type":"TEXT"},{"code":"place","nameVi":"Nơi thực hiện","nameEn":"Place","type":"TEXT"},{"code":"people","nameVi":"Số người tham gia","nameEn":"People taking part","type":"INTEGER"}]}],
"sections":[
{"section":"RESULTS","nameVi":"Kết quả đạt được","nameEn":"Results","required":true},
{"section":"DIFFICULTIES","nameVi":"Khó khăn, hạn chế","nameEn":"Difficulties","required":false},
{"section":"CAUSES","nameVi":"Nguyên nhân","nameEn":"Causes","required":false},
{"section":"LESSONS","nameVi":"Bài học kinh nghiệm","nameEn":"Lessons","required":false},
{"section":"PROPOSALS","nameVi":"Đề xuất, kiến nghị","nameEn":"Proposals","required":false}],
"rules":[
{"code":"registrations_within_roster","kind":"EXPRESSION","expression":"registrations_submitted + registrations_accepted + registrations_exempt <= registrations_owed","severity":"ERROR","nameVi":"Số đã gửi, được chấp nhận và được miễn không vượt số phải đăng ký","nameEn":"In, accepted and exempted do not exceed those who owe"},
{"code":"registrations_owed_against_last","kind":"COMPARED_WITH_LAST","indicator":"registrations_owed","maxChangePercent":50,"severity":"WARNING","nameVi":"Số phải đăng ký lệch quá 50% so với kỳ trước","nameEn":"Those who owe differ by more than 50 % from the last period"},
{"code":"study_sessions_against_last","kind":"COMPARED_WITH_LAST","indicator":"study_sessions","maxChangePercent":50,"severity":"WARNING","nameVi":"Số buổi học tập lệch quá 50% so với kỳ trước","nameEn":"Study sessions differ by more than 50 % from the last period"}]}'),
('review', '{"indicators":[
{"code":"registrations_owed","nameVi":"Số người phải đăng ký","nameEn":"Persons who owe a registration","type":"INTEGER","unit":"người","aggregation":"SUM","fact":"REGISTRATIONS_OWED","required":false,"min":0},
{"code":"registrations_submitted","nameVi":"Đã gửi, chưa được chấp nhận","nameEn":"Registrations in, not yet accepted","type":"INTEGER","unit":"bản","aggregation":"SUM","fact":"REGISTRATIONS_SUBMITTED","required":false,"min":0},
{"code":"registrations_accepted","nameVi":"Đã được chấp nhận","nameEn":"Registrations accepted","type":"INTEGER","unit":"bản","aggregation":"SUM","fact":"REGISTRATIONS_ACCEPTED","required":false,"min":0},
{"code":"registrations_exempt","nameVi":"Được miễn đăng ký","nameEn":"Persons exempted","type":"INTEGER","unit":"người","aggregation":"SUM","fact":"REGISTRATIONS_EXEMPT","required":false,"min":0},
{"code":"registrations_late","nameVi":"Đăng ký quá hạn","nameEn":"Registrations that came late","type":"INTEGER","unit":"bản","aggregation":"SUM","fact":"REGISTRATIONS_LATE","required":false,"min":0},
{"code":"registrations_rate","nameVi":"Tỷ lệ đăng ký được chấp nhận","nameEn":"Share of registrations accepted","type":"PERCENT","unit":"%","formula":"registrations_accepted / (registrations_owed - registrations_exempt) * 100","aggregation":"NONE","required":false,"min":0,"max":100},
{"code":"study_sessions","nameVi":"Số buổi học tập, quán triệt","nameEn":"Study sessions","type":"INTEGER","unit":"buổi","aggregation":"SUM","fact":"STUDY_SESSIONS","required":false,"min":0},
{"code":"study_attendance","nameVi":"Số lượt người tham dự học tập, quán triệt","nameEn":"Attendance of study sessions","type":"INTEGER","unit":"lượt","aggregation":"SUM","fact":"STUDY_ATTENDANCE","required":false,"min":0},
{"code":"thematic_meetings","nameVi":"Số buổi sinh hoạt chuyên đề","nameEn":"Thematic meetings","type":"INTEGER","unit":"buổi","aggregation":"SUM","fact":"THEMATIC_MEETINGS","required":false,"min":0},
{"code":"members_reviewed","nameVi":"Số đảng viên đã kiểm điểm","nameEn":"Members reviewed","type":"INTEGER","unit":"người","aggregation":"SUM","fact":"MEMBERS_REVIEWED","required":false,"min":0},
{"code":"inspections","nameVi":"Số cuộc kiểm tra","nameEn":"Inspections","type":"INTEGER","unit":"cuộc","aggregation":"SUM","fact":"INSPECTIONS","required":false,"min":0},
{"code":"units_inspected","nameVi":"Số tổ chức được kiểm tra","nameEn":"Units inspected","type":"INTEGER","unit":"tổ chức","aggregation":"SUM","fact":"UNITS_INSPECTED","required":false,"min":0},
{"code":"supervisions","nameVi":"Số cuộc giám sát","nameEn":"Supervisions","type":"INTEGER","unit":"cuộc","aggregation":"SUM","fact":"SUPERVISIONS","required":false,"min":0},
{"code":"nominations_reported","nameVi":"Gương điển hình đã báo cáo cấp trên","nameEn":"Exemplars reported to the superior","type":"INTEGER","unit":"gương","aggregation":"SUM","fact":"NOMINATIONS_REPORTED","required":false,"min":0,"breakdowns":[{"code":"COLLECTIVE","nameVi":"Tập thể","nameEn":"Collectives"},{"code":"INDIVIDUAL","nameVi":"Cá nhân","nameEn":"Individuals"},{"code":"MODEL","nameVi":"Mô hình","nameEn":"Models"}]},
{"code":"nominations_commended","nameVi":"Gương điển hình được biểu dương","nameEn":"Exemplars commended","type":"INTEGER","unit":"gương","aggregation":"SUM","fact":"NOMINATIONS_COMMENDED","required":false,"min":0,"breakdowns":[{"code":"COLLECTIVE","nameVi":"Tập thể","nameEn":"Collectives"},{"code":"INDIVIDUAL","nameVi":"Cá nhân","nameEn":"Individuals"},{"code":"MODEL","nameVi":"Mô hình","nameEn":"Models"}]},
{"code":"good_models","nameVi":"Mô hình, cách làm hay","nameEn":"Good models and ways of working","type":"TABLE","aggregation":"NONE","required":false,"columns":[{"code":"name","nameVi":"Tên mô hình","nameEn":"Name","type":"TEXT"},{"code":"place","nameVi":"Nơi thực hiện","nameEn":"Place","type":"TEXT"},{"code":"people","nameVi":"Số người tham gia","nameEn":"People taking part","type":"INTEGER"}]}],
"sections":[
{"section":"RESULTS","nameVi":"Kết quả đạt được","nameEn":"Results","required":true},
{"section":"DIFFICULTIES","nameVi":"Khó khăn, hạn chế","nameEn":"Difficulties","required":false},
{"section":"CAUSES","nameVi":"Nguyên nhân","nameEn":"Causes","required":false},
{"section":"LESSONS","nameVi":"Bài học kinh nghiệm","nameEn":"Lessons","required":false},
{"section":"PROPOSALS","nameVi":"Đề xuất, kiến nghị","nameEn":"Proposals","required":false}],
"rules":[
{"code":"registrations_within_roster","kind":"EXPRESSION","expression":"registrations_submitted + registrations_accepted + registrations_exempt <= registrations_owed","severity":"ERROR","nameVi":"Số đã gửi, được chấp nhận và được miễn không vượt số phải đăng ký","nameEn":"In, accepted and exempted do not exceed those who owe"}]}'),
('exempt', '{"indicators":[
{"code":"registrations_owed","nameVi":"Số người phải đăng ký","nameEn":"Persons who owe a registration","type":"INTEGER","unit":"người","aggregation":"SUM","fact":"REGISTRATIONS_OWED","required":false,"min":0},
{"code":"registrations_exempt","nameVi":"Được miễn đăng ký","nameEn":"Persons exempted","type":"INTEGER","unit":"người","aggregation":"SUM","fact":"REGISTRATIONS_EXEMPT","required":false,"min":0},
{"code":"exempt_share","nameVi":"Tỷ lệ được miễn","nameEn":"Share of persons exempted","type":"PERCENT","unit":"%","formula":"registrations_exempt / registrations_owed * 100","aggregation":"NONE","required":false,"min":0,"max":100}],
"sections":[
{"section":"RESULTS","nameVi":"Danh sách và lý do miễn","nameEn":"Who is exempted and why","required":true}],
"rules":[
{"code":"exempt_within_roster","kind":"EXPRESSION","expression":"registrations_exempt <= registrations_owed","severity":"ERROR","nameVi":"Số được miễn không vượt số phải đăng ký","nameEn":"Those exempted do not exceed those who owe"}]}'),
('incident', '{"indicators":[
{"code":"severity","nameVi":"Mức độ","nameEn":"Severity","type":"CHOICE","aggregation":"NONE","required":false,"choices":[{"code":"LOW","nameVi":"Nhẹ","nameEn":"Low"},{"code":"MEDIUM","nameVi":"Trung bình","nameEn":"Medium"},{"code":"HIGH","nameVi":"Nghiêm trọng","nameEn":"High"}]},
{"code":"people_concerned","nameVi":"Số người liên quan","nameEn":"People concerned","type":"INTEGER","unit":"người","aggregation":"SUM","required":false,"min":0}],
"sections":[
{"section":"RESULTS","nameVi":"Diễn biến sự việc","nameEn":"What happened","required":true},
{"section":"DIFFICULTIES","nameVi":"Khó khăn trong xử lý","nameEn":"Difficulties in handling it","required":false},
{"section":"CAUSES","nameVi":"Nguyên nhân","nameEn":"Causes","required":false},
{"section":"LESSONS","nameVi":"Biện pháp đã thực hiện","nameEn":"What has been done","required":false},
{"section":"PROPOSALS","nameVi":"Đề xuất, kiến nghị","nameEn":"Proposals","required":false}]}');

insert into report_template (id, version, regime_id, number, status, definition, created_at, created_by, published_at, published_by)
select ('019100c1' || substr(r.id::text, 9))::uuid, 0, r.id, 1, 'PUBLISHED', s.definition, timestamptz '2024-01-01 00:00+07', 'system',
  timestamptz '2024-01-01 00:00+07', 'system'
  from report_regime r join shipped s on s.name = case r.kind when 'RESULT_REPORT' then 'result'
    when 'PERIODIC_REPORT' then case when r.form = 'ANNUAL' then 'annual' else 'periodic' end
    when 'EXEMPT_LIST_REPORT' then 'exempt' when 'INCIDENT_REPORT' then 'incident' else 'review' end;

drop table shipped;
