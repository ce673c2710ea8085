package vn.tiendo.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the programs here have in common: they find the running system, measure, write their lines where `--out`
/// says, and end with a sentence when something is wrong.
///
/// @param options as they were given; those without a value have an empty one
record Program(RunningSystem system, Map<String, String> options, PrintStream out) {

    private static final String FILE = "--out";

    /// @return the lines of the result
    interface Measuring {
        List<String> in(Program program) throws IOException, SQLException;
    }

    /// Ends the process.
    ///
    /// @param arguments home of a running system, the repository, what is measured, then the options
    /// @param valued options that have a value, `--out` aside
    /// @param flags options that have none
    static void run(String[] arguments, Set<String> valued, Set<String> flags, Measuring measuring) {
        try {
            var system = RunningSystem.in(Path.of(arguments[0]).toAbsolutePath().normalize());
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            var program = new Program(system, options(arguments, valued, flags), out);
            var lines = measuring.in(program);
            var file = program.options.get(FILE);
            if (file != null) Files.write(Path.of(file), lines);
            System.exit(0);
        } catch (IOException | SQLException e) {
            System.err.println("It cannot be measured: " + e);
            System.exit(1);
        } catch (BenchFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, String> options(String[] arguments, Set<String> valued, Set<String> flags) {
        var options = new HashMap<String, String>();
        for (int i = 3; i < arguments.length; i++) {
            var option = arguments[i];
            if (flags.contains(option)) {
                options.put(option, "");
            } else if ((valued.contains(option) || option.equals(FILE)) && i + 1 < arguments.length) {
                options.put(option, arguments[++i]);
            } else {
                throw new BenchFailure("No such option, or it lacks its value: " + option + ".");
            }
        }
        return options;
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    int number(String option, int otherwise) {
        var text = options.get(option);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BenchFailure("Not a number: " + option + " " + text + ".", e);
        }
    }
}
