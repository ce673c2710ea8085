package vn.tiendo.bench;

import java.util.List;

/// Every kind of organisation in a province of the bench.
final class ProvinceKinds {

    static final List<String> ALL = List.of(
            "PROVINCE_COMMITTEE",
            "DISTRICT_COMMITTEE",
            "GRASSROOTS_COMMITTEE",
            "CELL",
            "ADVISORY_BOARD",
            "INSPECTION_COMMISSION",
            "COMMITTEE_OFFICE",
            "PEOPLES_COMMITTEE",
            "DEPARTMENT",
            "FATHERLAND_FRONT",
            "MASS_ORGANISATION");

    private ProvinceKinds() {}
}
