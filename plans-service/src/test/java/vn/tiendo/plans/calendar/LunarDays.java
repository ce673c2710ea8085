package vn.tiendo.plans.calendar;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.JulianFields;

/// First days of Vietnamese lunar months, worked out from the mean and periodic motion of moon and sun (Meeus) at
/// +07:00.
///
/// Written for tests alone, to check the shipped days against something that is no list of days.
final class LunarDays {

    private static final double SYNODIC = 29.530588853;

    private LunarDays() {}

    /// The first day of the first lunar month: the month of the second new moon after the winter solstice's month.
    static LocalDate newYear(int year) {
        return month(year, 1);
    }

    /// First day of a lunar month. Thirteen months between two solstices make the first one in which the sun enters no
    /// new sign a leap month: it bears the number of the month before.
    static LocalDate month(int year, int month) {
        var eleventh = indexOf(monthWithSolstice(year - 1));
        var isLeapYear = indexOf(monthWithSolstice(year)) - eleventh == 13;
        var k = eleventh + month + 1;
        if (isLeapYear && leapOffset(eleventh) <= k - eleventh) {
            k++;
        }
        return newMoon(k);
    }

    private static long leapOffset(long eleventh) {
        for (long i = 1; i < 14; i++) {
            if (sunSign(newMoon(eleventh + i)) == sunSign(newMoon(eleventh + i + 1))) {
                return i;
            }
        }
        throw new IllegalStateException("A leap year has a leap month");
    }

    /// The month in which the sun reaches 270 degrees is the eleventh.
    private static LocalDate monthWithSolstice(int year) {
        var k = indexOf(LocalDate.of(year, 12, 31));
        var start = newMoon(k);
        return sunSign(start) >= 9 ? newMoon(k - 1) : start;
    }

    private static long indexOf(LocalDate day) {
        var k = Math.round((day.getLong(JulianFields.JULIAN_DAY) - 2415021.076998695) / SYNODIC);
        while (newMoon(k).isAfter(day)) {
            k--;
        }
        while (!newMoon(k + 1).isAfter(day)) {
            k++;
        }
        return k;
    }

    /// Which twelfth of the circle the sun stands in at the beginning of a day.
    private static int sunSign(LocalDate day) {
        var t = (day.getLong(JulianFields.JULIAN_DAY) - 0.5 - 7.0 / 24 - 2451545.0) / 36525;
        var m = Math.toRadians(357.52910 + 35999.05030 * t - 0.0001559 * t * t);
        var centre = (1.914600 - 0.004817 * t) * Math.sin(m)
                + (0.019993 - 0.000101 * t) * Math.sin(2 * m)
                + 0.000290 * Math.sin(3 * m);
        var longitude = (280.46645 + 36000.76983 * t + 0.0003032 * t * t + centre) % 360;
        return (int) Math.floor((longitude + 360) % 360 / 30);
    }

    private static LocalDate newMoon(long k) {
        var t = k / 1236.85;
        var mean = 2415020.75933
                + 29.53058868 * k
                + 0.0001178 * t * t
                + 0.00033 * Math.sin(Math.toRadians(166.56 + 132.87 * t - 0.009173 * t * t));
        var sun = Math.toRadians(359.2242 + 29.10535608 * k - 0.0000333 * t * t);
        var moon = Math.toRadians(306.0253 + 385.81691806 * k + 0.0107306 * t * t);
        var node = Math.toRadians(21.2964 + 390.67050646 * k - 0.0016528 * t * t);
        var periodic = (0.1734 - 0.000393 * t) * Math.sin(sun)
                + 0.0021 * Math.sin(2 * sun)
                - 0.4068 * Math.sin(moon)
                + 0.0161 * Math.sin(2 * moon)
                - 0.0004 * Math.sin(3 * moon)
                + 0.0104 * Math.sin(2 * node)
                - 0.0051 * Math.sin(sun + moon)
                - 0.0074 * Math.sin(sun - moon)
                + 0.0004 * Math.sin(2 * node + sun)
                - 0.0004 * Math.sin(2 * node - sun)
                - 0.0006 * Math.sin(2 * node + moon)
                + 0.0010 * Math.sin(2 * node - moon)
                + 0.0005 * Math.sin(2 * moon + sun);
        var delta = -0.000278 + 0.000265 * t + 0.000262 * t * t;
        var local = mean + periodic - delta + ZoneOffset.ofHours(7).getTotalSeconds() / 86400.0;
        return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, (long) Math.floor(local + 0.5));
    }
}
