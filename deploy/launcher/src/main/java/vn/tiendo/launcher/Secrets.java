package vn.tiendo.launcher;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The passwords of the databases, made up once per data folder and readable by its owner only.
final class Secrets {
    private static final String SUPERUSER = "postgres";

    private final Properties passwords;

    private Secrets(Properties passwords) {
        this.passwords = passwords;
    }

    static Secrets of(Home home) {
        try {
            if (!Files.exists(home.secrets())) Home.write(home.secrets(), madeUp());
            var passwords = new Properties();
            passwords.load(new StringReader(Files.readString(home.secrets())));
            return new Secrets(passwords);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String madeUp() {
        var random = new SecureRandom();
        return Stream.concat(Stream.of(SUPERUSER), Stream.of(Service.values()).map(Service::label))
                .map(name -> {
                    var password = new byte[16];
                    random.nextBytes(password);
                    return name + "=" + HexFormat.of().formatHex(password) + "\n";
                })
                .collect(Collectors.joining());
    }

    String superuser() {
        return of(SUPERUSER);
    }

    String of(Service service) {
        return of(service.label());
    }

    private String of(String name) {
        var password = passwords.getProperty(name);
        if (password == null)
            throw new Refusal("The passwords in the data folder are damaged; deploy/run --fresh starts empty.");
        return password;
    }
}
