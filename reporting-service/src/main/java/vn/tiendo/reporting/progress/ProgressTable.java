package vn.tiendo.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.progress.ProgressApi.Assignments;
import vn.tiendo.reporting.progress.ProgressApi.Registrations;
import vn.tiendo.reporting.progress.ProgressApi.Reports;

/// Progress as rows of a table, for exports: with the reach and the numbers that a reader has over HTTP.
@ApplicationScoped
public class ProgressTable {

    /// What the numbers of a row are called, in their order.
    public static final List<String> COLUMNS = List.of(
            "Nhiệm vụ",
            "Chưa đến hạn",
            "Đã gửi, chờ chấp nhận",
            "Hoàn thành",
            "Hoàn thành trễ",
            "Quá hạn",
            "Không có hạn",
            "Được miễn",
            "Đã chuyển",
            "Phải đăng ký",
            "Đăng ký đã gửi",
            "Đăng ký được chấp nhận",
            "Miễn đăng ký",
            "Đăng ký bị trả lại",
            "Đăng ký trễ",
            "Chưa đăng ký",
            "Báo cáo phải gửi",
            "Báo cáo đã gửi",
            "Báo cáo được chấp nhận",
            "Báo cáo trễ");

    @Inject
    ProgressService progress;

    public record Row(String code, String name, String kind, List<Long> numbers) {}

    /// @param own the organisation that was asked about, with everything below it
    /// @param next leads to the following page; null when there is none
    public record Page(
            String plan,
            LocalDate asOf,
            Row own,
            List<Row> children,
            @Nullable String next) {}

    /// Direct children, worst first, as many at once as a page holds.
    ///
    /// @param cursor null for the first page
    public Page page(UUID plan, UUID organisation, @Nullable LocalDate asOf, @Nullable String cursor) {
        var view = progress.of(plan, organisation, asOf, PageRequest.next(PageRequest.LARGEST, cursor));
        return new Page(
                view.planTitle(),
                view.asOf(),
                new Row(
                        view.organisationCode(),
                        view.organisationName(),
                        view.organisationKind(),
                        numbers(view.assignments(), view.registrations(), view.reports())),
                view.children().items().stream()
                        .map(child -> new Row(
                                child.code(),
                                child.name(),
                                child.kind(),
                                numbers(child.assignments(), child.registrations(), child.reports())))
                        .toList(),
                view.children().nextCursor());
    }

    private static List<Long> numbers(Assignments assignments, Registrations registrations, Reports reports) {
        return List.of(
                assignments.total(),
                assignments.awaited(),
                assignments.submitted(),
                assignments.done(),
                assignments.doneLate(),
                assignments.overdue(),
                assignments.undated(),
                assignments.waived(),
                assignments.transferred(),
                registrations.owes(),
                registrations.submitted(),
                registrations.accepted(),
                registrations.exempt(),
                registrations.returned(),
                registrations.late(),
                registrations.missing(),
                reports.expected(),
                reports.submitted(),
                reports.accepted(),
                reports.late());
    }
}
