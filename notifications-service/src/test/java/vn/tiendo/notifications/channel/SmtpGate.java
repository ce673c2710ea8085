package vn.tiendo.notifications.channel;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Stands before a real mail server and can be away, refuse recipients, or hang up when it should say that it has taken
/// a message.
final class SmtpGate implements AutoCloseable {

    private final int port;
    private final int behind;
    private final Map<String, Deque<String>> refusals = new ConcurrentHashMap<>();
    private final Set<String> refusedForGood = ConcurrentHashMap.newKeySet();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<String> hangUp = ConcurrentHashMap.newKeySet();
    private final Map<String, CountDownLatch> stalled = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket server;

    SmtpGate(int behind) {
        this.port = Integer.getInteger("tiendo.mail.port");
        this.behind = behind;
    }

    /// What was closed a moment ago may hold the port a little longer.
    synchronized void open() {
        var listening = await().atMost(Duration.ofSeconds(10))
                .until(this::bound, Optional::isPresent)
                .orElseThrow();
        server = listening;
        Thread.ofVirtual().start(() -> accept(listening));
    }

    private Optional<ServerSocket> bound() throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Optional.of(socket);
        } catch (BindException inUse) {
            socket.close();
            return Optional.empty();
        }
    }

    /// As when the machine is down: whoever is connected is cut off, nobody else gets in.
    @Override
    public synchronized void close() {
        try {
            if (server != null) {
                server.close();
                server = null;
            }
            for (var socket : open) {
                socket.close();
            }
            open.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Once, each time that it is called.
    void refuse(String address, String answer) {
        refusals.computeIfAbsent(address, none -> new ConcurrentLinkedDeque<>()).add(answer);
    }

    void refuseAlways(String address, String answer) {
        refusedForGood.add(address);
        refuse(address, answer);
    }

    /// The next message to this address is taken, but nobody is told.
    void hangUpOnce(String address) {
        hangUp.add(address);
    }

    /// The next message to this address is taken, and what was taken is only said when the latch is open.
    void stall(String address, CountDownLatch until) {
        stalled.put(address, until);
    }

    /// Whether a message to this address was taken and nobody has been told yet.
    boolean isStalled(String address) {
        return waiting.contains(address);
    }

    private void stallWhereWanted(String recipient) {
        var until = stalled.remove(recipient);
        if (until != null) {
            waiting.add(recipient);
            try {
                until.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            var fromClient =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            var fromServer =
                    new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.ISO_8859_1));
            var toClient = client.getOutputStream();
            var toServer = server.getOutputStream();
            relayAnswer(fromServer, toClient);
            var recipient = "";
            for (var line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                var refusal = refusalOf(line);
                if (refusal != null) {
                    write(toClient, refusal);
                    continue;
                }
                recipient = isRecipient(line) ? addressOf(line) : recipient;
                write(toServer, line);
                var answer = relayAnswer(fromServer, toClient);
                if (line.equalsIgnoreCase("DATA") && answer.startsWith("354")) {
                    for (var body = fromClient.readLine(); body != null; body = fromClient.readLine()) {
                        write(toServer, body);
                        if (body.equals(".")) {
                            break;
                        }
                    }
                    if (hangUp.remove(recipient)) {
                        fromServer.readLine();
                        return;
                    }
                    stallWhereWanted(recipient);
                    relayAnswer(fromServer, toClient);
                }
            }
        } catch (IOException gone) {
            // the other side has hung up
        } finally {
            open.remove(client);
        }
    }

    private @Nullable String refusalOf(String line) {
        if (!isRecipient(line)) {
            return null;
        }
        var address = addressOf(line);
        var waiting = refusals.get(address);
        if (waiting == null) {
            return null;
        }
        return refusedForGood.contains(address) ? waiting.peek() : waiting.poll();
    }

    private static boolean isRecipient(String line) {
        return line.regionMatches(true, 0, "RCPT TO:<", 0, 9);
    }

    private static String addressOf(String line) {
        return line.substring(9, line.indexOf('>'));
    }

    private static String relayAnswer(BufferedReader from, OutputStream to) throws IOException {
        String line;
        do {
            line = from.readLine();
            if (line == null) {
                throw new IOException("hung up");
            }
            write(to, line);
        } while (line.length() > 3 && line.charAt(3) == '-');
        return line;
    }

    private static void write(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
    }
}
