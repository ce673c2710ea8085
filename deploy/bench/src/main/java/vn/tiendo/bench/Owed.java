package vn.tiendo.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A registration that one member owes in one campaign, and the token of that member.
record Owed(UUID id, long version, String token) {
    private static final String STUDY =
            "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh về thực hành dân chủ; nghiên cứu chuyên đề"
                    + " toàn khóa và chuyên đề năm, dự đủ các buổi sinh hoạt chi bộ, tự đọc mỗi tháng một tài liệu, ghi"
                    + " lại điều vận dụng được vào công việc chuyên môn và trao đổi với đồng nghiệp trong tổ công tác.";
    private static final String FOLLOW =
            "Giải quyết hồ sơ đúng hẹn, không để tồn đọng quá ba ngày làm việc; tiếp công dân đúng giờ, giải thích rõ"
                    + " căn cứ; tiết kiệm điện và văn phòng phẩm; mỗi quý đề xuất một cải tiến nhỏ trong quy trình, báo"
                    + " cáo kết quả với chi bộ và chịu sự góp ý của quần chúng nơi công tác cũng như nơi cư trú.";
    private static final String EXEMPLARY_CONDUCT =
            "Gương mẫu chấp hành quy định về những điều đảng viên không được làm; nói đi đôi với làm; giữ đoàn kết"
                    + " trong cơ quan; không uống rượu bia trong giờ làm việc; tham gia đầy đủ sinh hoạt nơi cư trú và"
                    + " vận động gia đình thực hiện nếp sống văn minh, chấp hành nghiêm pháp luật của Nhà nước.";

    /// The version of the shipped form, on which everybody writes.
    static final UUID FORM = UUID.fromString("0190f000-0000-7000-8000-000000000001");

    private static ObjectNode sections() {
        return Api.JSON
                .createObjectNode()
                .put("study", STUDY)
                .put("follow", FOLLOW)
                .put("exemplaryConduct", EXEMPLARY_CONDUCT);
    }

    /// What everybody writes, as the service keeps it: three sections, together somewhat less than a page.
    static String content() {
        return sections().toString();
    }

    private static byte[] body() {
        return Api.JSON.createObjectNode().set("content", sections()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static final byte[] BODY = body();

    static int bodyLength() {
        return BODY.length;
    }

    byte[] submission(int port) {
        return HttpConnection.request(
                port,
                "POST",
                "/api/v1/registrations/" + id + "/submission",
                token,
                "\"" + version + "\"",
                null,
                "application/json",
                BODY);
    }
}
