package vn.tiendo.reporting.report;

import vn.tiendo.reporting.Rows;

/// Puts many units with reports under the town of a [ReportScene], straight into the tables.
final class ManyReports {

    private ManyReports() {}

    /// @param from number of the first one; unit n has the figure `study_sessions` n and the words "Kết quả n"
    static void submitted(ReportScene scene, int count, int from) {
        Rows.ask("""
                       insert into reach_organisation (id, code, name, kind, parent_id, path, valid_from)
                       select md5(?::text || n)::uuid, 'M' || n || ?::text, 'Đơn vị ' || n, 'CELL', ?::uuid,
                              ?::text || lpad(n::text, 6, '0') || '/', date '2000-01-01' from generate_series(?::int, ?::int) n\
                       """, scene.plan, scene.plan, scene.town.id(), scene.town.path(), from, from + count - 1);
        Rows.ask(
                """
                insert into report (id, version, assignment_id, plan_id, obligation_id, organisation_id, organisation_path,
                  kind, form, occurrence, status, recipient_organisation_id, due_at, expected_at, submitted_at, submitted_by,
                  returned_in_time, edition, submitted_edition)
                select md5('r' || ?::text || n)::uuid, 3, md5('a' || ?::text || n)::uuid, ?::uuid, ?::uuid,
                       md5(?::text || n)::uuid, ?::text || lpad(n::text, 6, '0') || '/', 'PERIODIC_REPORT', 'SIX_MONTH', '2024',
                       'SUBMITTED', ?::uuid, timestamptz '2024-05-05 00:00+07', timestamptz '2024-01-20 00:00+07',
                       timestamptz '2024-05-02 08:00+07', 'writer', false, 1, 1
                  from generate_series(?::int, ?::int) n\
                """,
                scene.plan,
                scene.plan,
                scene.plan,
                scene.obligation,
                scene.plan,
                scene.town.path(),
                scene.town.id(),
                from,
                from + count - 1);
        Rows.ask("""
                       insert into report_content (id, report_id, edition, results, written_by, written_at)
                       select md5('c' || ?::text || n)::uuid, md5('r' || ?::text || n)::uuid, 1, 'Kết quả ' || n, 'writer',
                              timestamptz '2024-05-02 08:00+07' from generate_series(?::int, ?::int) n\
                       """, scene.plan, scene.plan, from, from + count - 1);
        Rows.ask("""
                  insert into report_figure (report_content_id, position, code, value)
                  select md5('c' || ?::text || n)::uuid, 0, 'study_sessions', n
                    from generate_series(?::int, ?::int) n\
                  """, scene.plan, from, from + count - 1);
    }
}
