package vn.tiendo.plans.imports.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.ObligationKind;

/// Which task of a clause a quantity belongs to: the one whose things it counts, else the nearest if the words
/// demand a minimum.
final class AmountFit {

    private AmountFit() {}

    static @Nullable Task of(Tokens tokens, Amount amount, List<Task> tasks) {
        var unit = Letters.fold(amount.unit());
        Task nearest = null;
        var named = named(unit);
        for (var task : tasks) {
            if (named != null ? task.kind == named && task.amount == null : counts(task.kind, unit)) {
                boolean closer = nearest == null || distance(task, amount) < distance(nearest, amount);
                nearest = closer ? task : nearest;
            }
        }
        if (nearest != null) {
            return nearest;
        }
        for (var task : tasks) {
            boolean beside = amount.start() >= task.start && amount.start() - task.end <= 1 && amount.end() > task.end;
            if (beside && task.amount == null && takesAny(task.kind)) {
                return task;
            }
        }
        boolean demanded = amount.max() == null || amount.min() == null || amount.perPeriod() != null;
        if (!demanded || tokens.is(amount.start() - 1, "%")) {
            return null;
        }
        for (var task : tasks) {
            boolean closer = !task.isSoft()
                    && task.amount == null
                    && task.kind != ObligationKind.STUDY_SESSION
                    && (nearest == null || distance(task, amount) < distance(nearest, amount));
            nearest = closer ? task : nearest;
        }
        return nearest;
    }

    /// What may be counted in any thing that stands right behind the words for it.
    private static boolean takesAny(ObligationKind kind) {
        return switch (kind) {
            case INDIVIDUAL_REGISTRATION,
                    ORG_REGISTRATION,
                    EXEMPLAR_NOMINATION,
                    BREAKTHROUGH_TASK,
                    EVENT,
                    EDUCATION_PROGRAM,
                    DOSSIER_SUBMISSION -> true;
            default -> false;
        };
    }

    /// The unit may name the very thing: "lần sinh hoạt chuyên đề", "lần kiểm điểm".
    private static @Nullable ObligationKind named(String unit) {
        if (unit.contains("sinh hoat") || unit.startsWith("ky sinh") || unit.startsWith("lan sinh")) {
            return ObligationKind.THEMATIC_MEETING;
        }
        if (unit.contains("kiem diem")) {
            return ObligationKind.MEMBER_REVIEW;
        }
        if (unit.contains("kiem tra")) {
            return ObligationKind.INSPECTION;
        }
        return null;
    }

    private static int distance(Task task, Amount amount) {
        return amount.start() >= task.end
                ? amount.start() - task.end
                : amount.end() <= task.start ? task.start - amount.end() : 0;
    }

    private static boolean counts(ObligationKind kind, String unit) {
        return switch (kind) {
            case EXEMPLAR_NOMINATION, COMMENDATION ->
                startsWithAny(
                        unit,
                        "tap the",
                        "ca nhan",
                        "guong",
                        "dien hinh",
                        "mo hinh",
                        "nguoi",
                        "don vi",
                        "can bo",
                        "dang vien",
                        "doan vien",
                        "hoi vien",
                        "cong nhan",
                        "nguoi lao dong",
                        "cong chuc",
                        "vien chuc",
                        "nha giao",
                        "giao vien",
                        "hoc sinh",
                        "sinh vien",
                        "phu nu",
                        "nong dan",
                        "cuu chien binh",
                        "thanh nien",
                        "gia dinh",
                        "ho ",
                        "bac si",
                        "y bac si",
                        "can bo",
                        "chi bo",
                        "chi hoi",
                        "chi doan",
                        "to chuc",
                        "doanh nghiep",
                        "dong chi",
                        "chien si");
            case BREAKTHROUGH_TASK ->
                startsWithAny(
                        unit,
                        "nhiem vu",
                        "giai phap",
                        "viec",
                        "noi dung",
                        "van de",
                        "khau",
                        "cong viec",
                        "mo hinh",
                        "phan viec");
            case INDIVIDUAL_REGISTRATION ->
                startsWithAny(unit, "ban", "viec", "noi dung", "phan viec", "mo hinh", "sang kien", "don");
            case THEMATIC_MEETING -> startsWithAny(unit, "lan", "ky", "buoi", "cuoc", "chuyen de", "dot");
            case MEMBER_REVIEW -> startsWithAny(unit, "lan", "dot");
            case INSPECTION, SUPERVISION ->
                startsWithAny(
                        unit, "cuoc", "dot", "lan", "don vi", "to chuc", "chi bo", "dang vien", "dang bo", "doan");
            case PROPAGANDA ->
                startsWithAny(unit, "tin", "bai", "buoi", "chuyen", "video", "clip", "pano", "dot", "lan");
            case ORG_REGISTRATION ->
                startsWithAny(unit, "cong trinh", "mo hinh", "phan viec", "tap the", "viec", "noi dung");
            case EDUCATION_PROGRAM, STUDY_SESSION ->
                startsWithAny(unit, "lop", "buoi", "dot", "hoi nghi", "cuoc", "lan");
            case EVENT -> startsWithAny(unit, "hoat dong", "buoi", "cuoc", "hoi", "lan", "dot", "cay");
            case DOSSIER_SUBMISSION ->
                startsWithAny(
                        unit,
                        "tac pham",
                        "bai",
                        "san pham",
                        "de tai",
                        "sang kien",
                        "ho so",
                        "tap the",
                        "ca nhan",
                        "bo");
            case CREATIVE_AWARD -> startsWithAny(unit, "tac pham", "bai");
            default -> false;
        };
    }

    private static boolean startsWithAny(String unit, String... heads) {
        for (var head : heads) {
            if (unit.startsWith(head)) {
                return true;
            }
        }
        return false;
    }
}
