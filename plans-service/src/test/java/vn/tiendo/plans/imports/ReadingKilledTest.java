package vn.tiendo.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.imports.Documents.PATH;
import static vn.tiendo.plans.imports.Documents.TEXT;
import static vn.tiendo.plans.imports.Documents.send;
import static vn.tiendo.plans.imports.Documents.until;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestDatabase;

/// Reading in the background is killed and begins anew.
@QuarkusTest
class ReadingKilledTest {

    private static final String DOCUMENT = """
        TỈNH ỦY MẪU
        BAN THƯỜNG VỤ
        Số 17-KH/TU
        KẾ HOẠCH
        thực hiện Chuyên đề năm 2024
        1. Các chi bộ, đảng bộ cơ sở xây dựng kế hoạch, hoàn thành trước ngày 15/3/2024.
        2. Các chi bộ, đảng bộ cơ sở báo cáo kết quả thực hiện trước ngày 25/11/2024.
        T/M BAN THƯỜNG VỤ
        PHÓ BÍ THƯ
        Nguyễn Văn Mẫu
        """;

    /// The reading loses its database connection while it is about to write what it understood.
    @Test
    void a_reading_that_is_killed_is_done_again() throws SQLException {
        var province = aProvince();
        var officer = aHolder("COMMITTEE_OFFICER", province.id());
        String path;
        try (var intruder = TestDatabase.connectAsSuperuser()) {
            intruder.setAutoCommit(false);
            try (var held = HeldTask.named(PlanReading.NAME)) {
                path = PATH + "/"
                        + send(officer, province.id(), TEXT, "a.txt", Documents.text(DOCUMENT))
                                .path("id");
                execute(intruder, "lock table plan_import_content in access exclusive mode");
            }
            var victim = Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> waiting(), pid -> pid != 0);
            execute(intruder, "select pg_terminate_backend(" + victim + ")");
            Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> waiting() != victim);
            intruder.rollback();
        }
        assertThat(until(officer, path, "PROPOSED").getList("obligations.read.kind"))
                .containsExactly("COLLECTIVE_PLAN", "RESULT_REPORT");
    }

    private static long waiting() {
        return TestDatabase.ask("""
            select waits.pid from pg_locks waits
             where waits.relation = 'plan_import_content'::regclass and not waits.granted\
            """).stream().map(Long::parseLong).findFirst().orElse(0L);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
