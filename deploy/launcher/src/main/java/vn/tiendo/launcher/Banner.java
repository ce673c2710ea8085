package vn.tiendo.launcher;

import java.nio.file.Path;

/// What a person needs to know once everything runs.
final class Banner {
    private Banner() {}

    static String of(Home home, Ports ports, Path repository, BusinessClock clock) {
        var gateway = Ports.http(ports.gateway(), "");
        return """

                API      %1$s/api/v1        docs of all services  %1$s/docs
                Board    %1$s/progress/board  (sign in with a token, see below)
                Metrics  %2$s/q/metrics  (the services' own: ports %3$d to %4$d)
                Data     %5$s
                Logs     %6$s
                Clock    %9$s
                         deploy/run clock 2024-04-03T08:00 moves it, deploy/run clock real ends that

                A token for a user (8 hours):
                  token() { curl -s %7$s/tiendo/token -d grant_type=client_credentials -d client_id="$1" \\
                      -d client_secret=x -d scope=tiendo | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p'; }
                  T=$(token quantri)
                Users:
                %8$s

                Three to try:
                  curl -s -H "Authorization: Bearer $T" %1$s/api/v1/organisations
                  curl -s -H "Authorization: Bearer $T" %1$s/api/v1/plans
                  curl -s -H "Authorization: Bearer $T" '%1$s/api/v1/assignments?limit=5'

                deploy/run status | stop | logs PART | clock; Ctrl-C stops everything.""".formatted(
                        gateway,
                        Ports.http(Ports.managementOf(ports.gateway()), ""),
                        Ports.managementOf(ports.service(Service.PLANS)),
                        Ports.managementOf(ports.service(Service.NOTIFICATIONS)),
                        home.data(),
                        home.folder().resolve("logs"),
                        Ports.http(ports.identity(), ""),
                        String.join("\n", SampleUsers.of(repository.resolve("deploy/sample"))),
                        clock.described());
    }
}
