package vn.tiendo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import vn.tiendo.bench.Sinks.Count;

/// A mail server that takes every message and keeps of it only to whom it went under which id, so that hundreds of
/// thousands fit.
final class MailSink implements AutoCloseable {

    private static final String ID = "message-id:";

    private final ServerSocket server;
    private final Map<String, AtomicInteger> arrivals = new ConcurrentHashMap<>();
    private final Map<String, String> idOfPerson = new ConcurrentHashMap<>();
    private final AtomicInteger twice = new AtomicInteger();

    MailSink(int port) {
        try {
            server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new BenchFailure("The mail server cannot listen: " + e.getMessage(), e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /// As much of RFC 5321 as a client without extensions needs.
    private void serve(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            var out = client.getOutputStream();
            say(out, "220 bench");
            var recipient = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("DATA")) {
                    say(out, "354 go on");
                    keep(recipient, read(in));
                    say(out, "250 taken");
                } else if (command.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    if (command.startsWith("RCPT TO:")) recipient = line.substring(8);
                    say(out, "250 fine");
                }
            }
        } catch (IOException gone) {
            // The client has hung up; what it had not finished did not arrive.
        }
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /// @return the id of the message
    private static String read(BufferedReader in) throws IOException {
        var id = "";
        var before = "";
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) throw new IOException("hung up");
            if (id.isEmpty() && (before + line).toLowerCase(Locale.ROOT).startsWith(ID))
                id = (before + line).substring(ID.length()).strip();
            before = line.equalsIgnoreCase(ID) || line.equalsIgnoreCase(ID + " ") ? ID : "";
        }
        return id;
    }

    private void keep(String recipient, String id) {
        arrivals.computeIfAbsent(id, any -> new AtomicInteger()).incrementAndGet();
        var other = idOfPerson.putIfAbsent(recipient, id);
        if (other != null && !other.equals(id)) twice.incrementAndGet();
    }

    /// How many different people have got one.
    int people() {
        return idOfPerson.size();
    }

    Count letters() {
        int all = arrivals.values().stream().mapToInt(AtomicInteger::get).sum();
        return new Count(idOfPerson.size(), all - arrivals.size(), twice.get());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyClosed) {
            // Nothing is left to close.
        }
    }
}
