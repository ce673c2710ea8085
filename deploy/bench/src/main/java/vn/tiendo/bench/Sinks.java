package vn.tiendo.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Where messages arrive: a real mail server and a receiver of webhooks. Both keep what came, and how often.
final class Sinks implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail mail;
    private final HttpServer receiver;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    Sinks(int mailPort, int receiverPort) {
        mail = new GreenMail(new ServerSetup(mailPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            receiver = HttpServer.create(new InetSocketAddress(LOOPBACK, receiverPort), 100);
        } catch (IOException e) {
            throw new BenchFailure("The receiver cannot listen: " + e.getMessage(), e);
        }
        receiver.createContext("/", exchange -> {
            calls.computeIfAbsent(exchange.getRequestHeaders().getFirst("webhook-id"), id -> new AtomicInteger())
                    .incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.start();
    }

    int mails() {
        return mail.getReceivedMessages().length;
    }

    int messages() {
        return calls.size();
    }

    /// @param things different messages
    /// @param again arrivals of a message that had arrived before, recognisable by its id
    /// @param twice people who got two different messages
    record Count(int things, int again, int twice) {}

    Count webhooks() {
        int arrivals = calls.values().stream().mapToInt(AtomicInteger::get).sum();
        return new Count(calls.size(), arrivals - calls.size(), 0);
    }

    Count letters() {
        var arrivals = new HashMap<String, Integer>();
        var perPerson = new HashMap<String, Set<String>>();
        try {
            for (var message : mail.getReceivedMessages()) {
                var id = message.getHeader("Message-ID")[0];
                arrivals.merge(id, 1, Integer::sum);
                for (var to : message.getRecipients(RecipientType.TO))
                    perPerson
                            .computeIfAbsent(to.toString(), any -> new HashSet<>())
                            .add(id);
            }
        } catch (MessagingException e) {
            throw new BenchFailure("A mail cannot be read: " + e.getMessage(), e);
        }
        int twice =
                (int) perPerson.values().stream().filter(ids -> ids.size() > 1).count();
        return new Count(perPerson.size(), mails() - arrivals.size(), twice);
    }

    @Override
    public void close() {
        mail.stop();
        receiver.stop(0);
    }
}
