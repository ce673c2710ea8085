package vn.tiendo.plans.imports.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Reading takes time in proportion to the length of the text, whatever the text is.
class ReadingSpeedTest {

    private static final int MEGABYTE = 1 << 20;
    /// Processor time; far more than it takes, as a pattern that blows up takes minutes.
    private static final long MOST_MILLIS = 3_000;

    /// What is read at the full length; the other units at a fifth of it.
    private static final Set<String> WORST = Set.of(
            "(",
            "“",
            "a",
            "1. ",
            "1/1/",
            "trước ngày ",
            "đưa ",
            "e\u0301\u0301",
            "Nơi nhận:\n",
            "chuyên đề toàn khóa “");

    @Test
    void thirty_pages_take_less_than_300_milliseconds_once_warm() throws IOException {
        var example = Files.readString(Score.EXAMPLES.resolve("ha-tinh-2024.txt"));
        var thirtyPages = example.repeat(4);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 12; i++) {
            best = Math.min(best, millis(thirtyPages));
        }
        System.out.println("30 pages (" + thirtyPages.length() + " letters): " + best + " ms");
        assertThat(best).isLessThan(300);
    }

    @Test
    void twice_the_text_takes_about_twice_the_time() throws IOException {
        var example = Files.readString(Score.EXAMPLES.resolve("binh-duong-2024.txt"));
        var once = example.repeat(8);
        var fourTimes = example.repeat(32);
        long small = Long.MAX_VALUE;
        long large = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            small = Math.min(small, millis(once));
            large = Math.min(large, millis(fourTimes));
        }
        System.out.println("8 copies " + small + " ms, 32 copies " + large + " ms");
        assertThat(large).isLessThan(12 * Math.max(small, 20));
    }

    @TestFactory
    Stream<DynamicTest> a_megabyte_of_anything_is_read_in_time() {
        return Stream.of(
                        "(",
                        "“",
                        "a",
                        "1",
                        "/",
                        "- ",
                        "1. ",
                        "\n",
                        "|",
                        "\t",
                        "*",
                        ";",
                        ". ",
                        "1/1/",
                        "ngày ",
                        "trước ngày ",
                        "báo cáo ",
                        "kế hoạch ",
                        "xây dựng kế hoạch ",
                        "xác định trọng tâm ",
                        "từ ngày 1 đến ",
                        "số 1-KH/TU, ",
                        "Kế hoạch số 1-KH/TU ngày 1/1/2024 ",
                        "định kỳ ",
                        "để ",
                        "sau khi ",
                        "dịp ",
                        "ít nhất 1 ",
                        "quý I, ",
                        "tháng 3, ",
                        "năm 2024, ",
                        "hoàn thành trước 15/4; ",
                        "e\u0301\u0301",
                        "\u0301",
                        "Nơi nhận:\n",
                        "KẾ HOẠCH\n",
                        "1\n",
                        "TT\n1\n2\n",
                        "I. A\n",
                        "gửi về Ban ",
                        "các ",
                        "Các chi bộ, ",
                        "mỗi ",
                        "chuyên đề năm 2024: ",
                        "chuyên đề toàn khóa “",
                        "đưa ",
                        "lựa chọn ",
                        "trong vòng 5 ngày kể từ ",
                        "Căn cứ ",
                        "Căn cứ A;\n",
                        "T/M BAN\n",
                        "- A,\n",
                        "phối hợp với Ban ",
                        "Hoàn thành trước ngày 1/2/2024.\n",
                        "- Xây dựng kế hoạch.\n+ Thời gian: quý I/2024\n")
                .map(unit -> DynamicTest.dynamicTest(
                        "[" + unit.replace("\n", "⏎").replace("\t", "tab") + "]",
                        () -> inTime(unit.repeat((WORST.contains(unit) ? MEGABYTE : MEGABYTE / 5) / unit.length()))));
    }

    @Test
    void a_megabyte_of_shuffled_words_is_read_in_time() throws IOException {
        var words = Files.readString(Score.EXAMPLES.resolve("la-gi-2024.txt")).split(" ");
        var random = new Random(7);
        var text = new StringBuilder();
        while (text.length() < MEGABYTE) {
            text.append(words[random.nextInt(words.length)]).append(' ');
        }
        inTime(text.toString());
    }

    private static void inTime(String text) {
        long millis = millis(text);
        if (millis > 700) {
            System.out.println(millis + " ms: "
                    + text.substring(0, Math.min(24, text.length())).replace("\n", "⏎"));
        }
        assertThat(millis).isLessThan(MOST_MILLIS);
    }

    private static long millis(String text) {
        var thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        PlanReader.read(text);
        return (thread.getCurrentThreadCpuTime() - start) / 1_000_000;
    }
}
