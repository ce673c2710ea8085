package vn.tiendo.reporting.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.document.Block.Amount;
import vn.tiendo.reporting.document.Block.Attributed;
import vn.tiendo.reporting.document.Block.Cell;
import vn.tiendo.reporting.document.Block.Column;
import vn.tiendo.reporting.document.Block.Grid;
import vn.tiendo.reporting.document.Block.Paragraph;
import vn.tiendo.reporting.document.Block.Section;
import vn.tiendo.reporting.document.Block.Words;
import vn.tiendo.reporting.document.OfficialDocument.Authority;
import vn.tiendo.reporting.document.OfficialDocument.Letterhead;
import vn.tiendo.reporting.document.OfficialDocument.Recipient;
import vn.tiendo.reporting.document.OfficialDocument.Signature;

/// Papers such as offices send them.
final class SamplePapers {

    static final LocalDate DAY = LocalDate.of(2024, 5, 2);

    private SamplePapers() {}

    /// The six-month report of a town committee, two pages long.
    static OfficialDocument partyReport() {
        return new OfficialDocument(
                partyHead("86", "BC/TU", DAY),
                "Báo cáo",
                "kết quả 6 tháng đầu năm 2024 thực hiện Chuyên đề năm 2024 về thực hành dân chủ và tăng cường pháp chế,"
                        + " bảo đảm kỷ cương xã hội",
                List.of("Ban Thường vụ Tỉnh ủy Bình Thuận"),
                body(),
                List.of(
                        new Recipient("Thường trực Tỉnh ủy", "để báo cáo"),
                        new Recipient("Ban Tuyên giáo Tỉnh ủy", "để báo cáo"),
                        new Recipient("Các chi bộ, đảng bộ cơ sở", "để biết"),
                        new Recipient("Lưu Văn phòng Thị ủy", null)),
                new Signature(
                        List.of(new Authority(Capacity.ON_BEHALF, "Ban Thường vụ")), "Phó Bí thư", "Nguyễn Văn Thuần"));
    }

    static OfficialDocument stateReport() {
        var party = partyReport();
        return new OfficialDocument(
                new Letterhead(
                        Form.STATE,
                        "Ủy ban nhân dân tỉnh Bình Thuận",
                        "Ủy ban nhân dân thị xã La Gi",
                        "112",
                        "BC-UBND",
                        "La Gi",
                        LocalDate.of(2024, 2, 9),
                        DAY),
                party.type(),
                party.subject(),
                List.of("Ủy ban nhân dân tỉnh", "Sở Nội vụ"),
                party.body(),
                party.recipients(),
                new Signature(
                        List.of(
                                new Authority(Capacity.ON_BEHALF, "Ủy ban nhân dân"),
                                new Authority(Capacity.IN_PLACE, "Chủ tịch")),
                        "Phó Chủ tịch",
                        null));
    }

    static OfficialDocument officialLetter(Form form) {
        return new OfficialDocument(
                form == Form.PARTY
                        ? partyHead("7", "CV/TU", DAY)
                        : stateReport().letterhead(),
                null,
                "đôn đốc đăng ký học tập năm 2024",
                List.of("Các chi bộ, đảng bộ cơ sở"),
                List.of(new Paragraph("Đề nghị các đơn vị gửi bản đăng ký trước ngày 10/4/2024.")),
                List.of(new Recipient("Như trên", null)),
                new Signature(List.of(), null, null));
    }

    /// Nobody has filled in anything.
    static OfficialDocument blank(Form form, LocalDate drawnUpOn) {
        return new OfficialDocument(
                new Letterhead(form, null, "Chi bộ 1", null, null, null, null, drawnUpOn),
                "Báo cáo",
                "kết quả thực hiện",
                List.of(),
                List.of(new Paragraph("Đã thực hiện.")),
                List.of(),
                new Signature(List.of(new Authority(Capacity.ON_BEHALF, "Chi bộ 1")), null, null));
    }

    static OfficialDocument saying(String text) {
        return new OfficialDocument(
                partyHead("1", "BC/TU", DAY),
                "Báo cáo",
                "thử",
                List.of(),
                List.of(new Paragraph(text)),
                List.of(),
                new Signature(List.of(), null, null));
    }

    static OfficialDocument withRows(int rows) {
        var lines = new ArrayList<List<Cell>>();
        for (int i = 1; i <= rows; i++) {
            lines.add(List.of(new Words("Chi bộ số " + i), new Amount(BigDecimal.valueOf(i))));
        }
        var columns = List.of(new Column("Đơn vị cơ sở", 3), new Column("Số đăng ký", 1));
        return new OfficialDocument(
                partyHead("2", "BC/TU", DAY),
                "Báo cáo",
                "số liệu",
                List.of(),
                List.of(new Grid("Biểu tổng hợp", columns, lines)),
                List.of(),
                new Signature(List.of(), null, null));
    }

    private static Letterhead partyHead(@Nullable String number, @Nullable String symbol, LocalDate day) {
        return new Letterhead(Form.PARTY, "Đảng bộ tỉnh Bình Thuận", "Thị ủy La Gi", number, symbol, "La Gi", day, day);
    }

    private static List<Block> body() {
        return List.of(
                new Paragraph("Thực hiện Kế hoạch số 213-KH/TU ngày 07/02/2024 của Ban Thường vụ Tỉnh ủy, Ban Thường vụ"
                        + " Thị ủy báo cáo kết quả 6 tháng đầu năm 2024 như sau:"),
                new Section("Kết quả thực hiện"),
                new Paragraph(
                        "Toàn thị xã có 31 chi bộ, đảng bộ cơ sở xây dựng kế hoạch của tập thể; 2.415/2.452 đảng viên"
                                + " đã đăng ký nội dung tu dưỡng, rèn luyện, đạt 98,5%. Các cấp ủy đã lãnh đạo, chỉ đạo"
                                + " triển khai nghiêm túc, đúng tiến độ, gắn việc học tập chuyên đề với nhiệm vụ chính trị"
                                + " của từng cơ quan, đơn vị."),
                new Attributed(
                        "Đảng ủy phường Phước Hội",
                        "đã tổ chức 4 buổi sinh hoạt chuyên đề cho 312 đảng viên; có 3 mô hình mới được nhân rộng."),
                new Attributed(
                        "Đảng ủy xã Tân Phước",
                        "12/12 chi bộ hoàn thành đăng ký trước ngày 31/3/2024; kiểm tra 02 chi bộ."),
                new Grid(
                        "Biểu 1. Số liệu đăng ký và sinh hoạt chuyên đề",
                        List.of(
                                new Column("TT", 8),
                                new Column("Chỉ tiêu", 52),
                                new Column("Đơn vị tính", 20),
                                new Column("Số liệu", 20)),
                        List.of(
                                figure(1, "Đảng viên phải đăng ký", "người", "2452"),
                                figure(2, "Đảng viên đã đăng ký", "người", "2415"),
                                figure(3, "Tỷ lệ đăng ký", "%", "98.5"),
                                figure(4, "Buổi sinh hoạt chuyên đề", "buổi", "127"))),
                new Section("Khó khăn, hạn chế"),
                new Paragraph(
                        "Một số chi bộ đăng ký còn chung chung, chưa gắn với chức trách, nhiệm vụ được giao; việc tự"
                                + " kiểm tra ở vài đơn vị chưa thường xuyên.\n"
                                + "Tài liệu học tập về cơ sở có nơi còn chậm."),
                new Section("Nguyên nhân"),
                new Paragraph(
                        "Người đứng đầu một số nơi chưa sâu sát; cán bộ làm công tác tuyên giáo cơ sở kiêm nhiệm nhiều"
                                + " việc nên thời gian dành cho theo dõi, đôn đốc còn ít."),
                new Section("Bài học kinh nghiệm"),
                new Paragraph(
                        "Ở đâu cấp ủy quan tâm, người đứng đầu gương mẫu và việc kiểm tra được làm thường xuyên, ở đó"
                                + " kết quả rõ nét; giao việc phải kèm thời hạn và người chịu trách nhiệm."),
                new Section("Đề xuất, kiến nghị"),
                new Paragraph("Đề nghị Ban Tuyên giáo Tỉnh ủy cung cấp tài liệu sinh hoạt chuyên đề quý III trước ngày"
                        + " 15/6/2024."),
                new Paragraph("Trên đây là báo cáo kết quả 6 tháng đầu năm 2024 của Ban Thường vụ Thị ủy La Gi./."));
    }

    private static List<Cell> figure(int number, String name, String unit, String value) {
        return List.of(
                new Words(Integer.toString(number)),
                new Words(name),
                new Words(unit),
                new Amount(new BigDecimal(value)));
    }
}
