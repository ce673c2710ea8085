package vn.tiendo.notifications.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Tells the service under test, before it starts, where the mail server and the gateways will be. A test that wants
/// them starts them there; until then nobody listens.
public class ChannelPorts implements LauncherSessionListener {

    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 30_000;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("tiendo.mail.port") != null) {
            return;
        }
        var gateway = "http://127.0.0.1:" + freePort();
        System.setProperty("tiendo.test.gateway", gateway);
        Map.ofEntries(
                        Map.entry("tiendo.mail.host", "127.0.0.1"),
                        Map.entry("tiendo.mail.port", freePort()),
                        Map.entry("tiendo.mail.security", "none"),
                        Map.entry("tiendo.mail.from", "nhac-viec@tiendo.example"),
                        Map.entry("tiendo.mail.reply-to", "van-phong@tiendo.example"),
                        Map.entry("tiendo.mail.timeout", "PT3S"),
                        Map.entry("tiendo.sms.url", gateway + "/sms"),
                        Map.entry("tiendo.sms.token", "sms-token"),
                        Map.entry("tiendo.zalo.url", gateway + "/zalo"),
                        Map.entry("tiendo.zalo.token", "zalo-token"),
                        Map.entry("tiendo.channels.retries", "PT0.2S,PT0.2S,PT0.2S"),
                        Map.entry("tiendo.channels.outages", "PT0.2S,PT0.4S"),
                        Map.entry("tiendo.channels.hold", "PT2S"),
                        Map.entry("tiendo.channels.poll", "PT0.2S"))
                .forEach(System::setProperty);
        setKeys();
    }

    private static void setKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var keys = generator.generateKeyPair();
            var encoder = Base64.getEncoder();
            System.setProperty(
                    "tiendo.web-push.private-key",
                    encoder.encodeToString(keys.getPrivate().getEncoded()));
            System.setProperty(
                    "tiendo.web-push.public-key",
                    encoder.encodeToString(keys.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException | java.security.InvalidAlgorithmParameterException e) {
            throw new IllegalStateException(e);
        }
    }

    /// None that the system gives to connections: whoever calls a port of that range at which nobody listens
    /// can be given the same as its own, and then nobody else gets it.
    private static String freePort() {
        for (int tried = 0; tried < 100; tried++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return Integer.toString(socket.getLocalPort());
            } catch (IOException taken) {
                // Another one is tried.
            }
        }
        throw new IllegalStateException("No port is free");
    }
}
