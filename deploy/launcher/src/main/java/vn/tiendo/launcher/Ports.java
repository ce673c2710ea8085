package vn.tiendo.launcher;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/// Every port of one system, counted from its base; all on loopback.
record Ports(int base) {
    static final int DEFAULT_BASE = 8080;
    static final int LOWEST_BASE = 1024;
    static final int HIGHEST_BASE = 64_000;
    private static final int MANAGEMENT = 1000;

    static boolean allows(int base) {
        return base >= LOWEST_BASE && base <= HIGHEST_BASE;
    }

    int gateway() {
        return base;
    }

    int service(Service service) {
        return base + 1 + service.ordinal();
    }

    /// Health and metrics of the gateway or of a service.
    static int managementOf(int port) {
        return port + MANAGEMENT;
    }

    int identity() {
        return base + 10;
    }

    int postgres() {
        return base + 15;
    }

    int kafka() {
        return base + 16;
    }

    int kafkaController() {
        return base + 17;
    }

    /// What each port is for, in the order in which the parts start.
    Map<Integer, String> all() {
        var all = new LinkedHashMap<Integer, String>();
        all.put(gateway(), "the gateway");
        all.put(managementOf(gateway()), "the gateway's management");
        for (var service : Service.values()) {
            all.put(service(service), "the " + service.label() + " service");
            all.put(managementOf(service(service)), "the " + service.label() + " service's management");
        }
        all.put(identity(), "the identity provider");
        all.put(postgres(), "PostgreSQL");
        all.put(kafka(), "Kafka");
        all.put(kafkaController(), "Kafka's controller");
        return all;
    }

    static URI http(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
