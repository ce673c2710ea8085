package vn.tiendo.plans.imports.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names of provinces and central cities, those before and those after 1 July 2025.
final class Provinces {

    private static final List<String> NAMES = List.of(
            "An Giang",
            "Bà Rịa - Vũng Tàu",
            "Bắc Giang",
            "Bắc Kạn",
            "Bạc Liêu",
            "Bắc Ninh",
            "Bến Tre",
            "Bình Định",
            "Bình Dương",
            "Bình Phước",
            "Bình Thuận",
            "Cà Mau",
            "Cần Thơ",
            "Cao Bằng",
            "Đà Nẵng",
            "Đắk Lắk",
            "Đắk Nông",
            "Điện Biên",
            "Đồng Nai",
            "Đồng Tháp",
            "Gia Lai",
            "Hà Giang",
            "Hà Nam",
            "Hà Nội",
            "Hà Tĩnh",
            "Hải Dương",
            "Hải Phòng",
            "Hậu Giang",
            "Hòa Bình",
            "Hưng Yên",
            "Khánh Hòa",
            "Kiên Giang",
            "Kon Tum",
            "Lai Châu",
            "Lâm Đồng",
            "Lạng Sơn",
            "Lào Cai",
            "Long An",
            "Nam Định",
            "Nghệ An",
            "Ninh Bình",
            "Ninh Thuận",
            "Phú Thọ",
            "Phú Yên",
            "Quảng Bình",
            "Quảng Nam",
            "Quảng Ngãi",
            "Quảng Ninh",
            "Quảng Trị",
            "Sóc Trăng",
            "Sơn La",
            "Tây Ninh",
            "Thái Bình",
            "Thái Nguyên",
            "Thanh Hóa",
            "Thừa Thiên Huế",
            "Tiền Giang",
            "Trà Vinh",
            "Tuyên Quang",
            "Vĩnh Long",
            "Vĩnh Phúc",
            "Yên Bái",
            "Hồ Chí Minh",
            "Huế");
    private static final List<String> CENTRAL_CITIES =
            List.of("ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue");

    private Provinces() {}

    static boolean isCentralCity(@Nullable String name) {
        return name != null && CENTRAL_CITIES.contains(Letters.fold(name));
    }

    /// The province that a text of a provincial body names most; the campaign's namesake does not count.
    static @Nullable String mostNamed(String text) {
        String best = null;
        int most = 0;
        for (var name : NAMES) {
            if (name.equals("Hồ Chí Minh") || name.equals("Hòa Bình")) {
                continue;
            }
            int count = 0;
            for (int at = text.indexOf(name); at >= 0 && count < 50; at = text.indexOf(name, at + name.length())) {
                count++;
            }
            if (count > most) {
                most = count;
                best = name;
            }
        }
        return best;
    }
}
