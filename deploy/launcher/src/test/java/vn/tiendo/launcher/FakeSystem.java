package vn.tiendo.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;

/// A launcher of fake parts. Arguments: home, port base, then parts as name=behaviour, or engines for the real ones.
final class FakeSystem {
    private FakeSystem() {}

    public static void main(String[] arguments) {
        var home = new Home(Path.of(arguments[0]));
        var ports = new Ports(Integer.parseInt(arguments[1]));
        try {
            var launch = Launch.begin(home, ports, false, System.out::println);
            var parts = new ArrayList<Part>();
            for (var wanted : Arrays.asList(arguments).subList(2, arguments.length)) {
                var words = wanted.split("=");
                parts.add(
                        wanted.equals("engines")
                                ? new Parts(home, ports, Path.of("."), Map.of()).engines()
                                : FakePart.part(home, words[0], words[1]));
            }
            launch.bringUp(parts, 4);
            launch.settled();
            launch.untilSignal();
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
    }
}
