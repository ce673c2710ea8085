package vn.tiendo.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Clients that submit and keep a ledger, while the service is ended by force in the middle and comes back.
///
/// A client that gets no answer asks again until it knows: what was stored by an attempt whose answer was lost is
/// refused the second time, and is not stored twice.
final class KilledRun {

    private static final String PART = "registrations";
    private static final int MOST_ATTEMPTS = 400;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int UNAVAILABLE = 503;

    private final RunningSystem system;
    private final Scene.Campaign campaign;
    private final Ledger ledger;
    private final AtomicInteger next = new AtomicInteger();

    private KilledRun(RunningSystem system, Scene.Campaign campaign, Ledger ledger) {
        this.system = system;
        this.campaign = campaign;
        this.ledger = ledger;
    }

    /// @param time how long clients begin new submissions; the service is killed in the middle
    /// @param file of the ledger
    /// @return the result, one line
    /// @throws BenchFailure when anything was lost, stored twice or counted wrongly
    static String run(
            RunningSystem system,
            Scene.Campaign campaign,
            int clients,
            Duration time,
            Path file,
            Books books,
            PrintStream out) {
        double seconds;
        try (var ledger = new Ledger(file)) {
            seconds = new KilledRun(system, campaign, ledger).submit(clients, time, out);
        } catch (IOException e) {
            throw new BenchFailure("The ledger cannot be closed: " + e.getMessage(), e);
        }
        double drained = books.drained();
        var account = Ledger.read(file);
        var told = new HashSet<>(account.done());
        told.addAll(account.conflicts());
        var difference = books.difference(campaign.id(), told, account.doubtful());
        var line =
                ("killed after %d s of %d s: %,d sent by %d clients, %,d answered with 200, %,d found stored when asked"
                                + " again, %,d in doubt, %,d repeated; lost %d, surplus %d, not audited once %d, sums off %d;"
                                + " all counted %.1f s after the end")
                        .formatted(
                                time.toSeconds() / 2,
                                Math.round(seconds),
                                account.sent().size(),
                                clients,
                                account.done().size(),
                                account.conflicts().size(),
                                account.doubtful().size(),
                                account.repeated(),
                                difference.lost(),
                                difference.surplus(),
                                difference.audited(),
                                difference.sums(),
                                drained);
        out.println("  " + line);
        if (!difference.isNone()) throw new BenchFailure("The books differ from the ledger " + file + ".");
        return line;
    }

    private double submit(int clients, Duration time, PrintStream out) {
        long began = System.nanoTime();
        long end = began + time.toNanos();
        var done = new CountDownLatch(clients);
        for (int i = 0; i < clients; i++)
            Thread.ofVirtual().start(() -> {
                try (var connection = new HttpConnection(system.registrations())) {
                    int index = next.getAndIncrement();
                    while (System.nanoTime() < end && index < campaign.crowd().size()) {
                        submit(connection, campaign.crowd().get(index));
                        index = next.getAndIncrement();
                    }
                } finally {
                    done.countDown();
                }
            });
        try {
            Thread.sleep(time.dividedBy(2));
            out.println("  killing " + PART);
            system.process(PART).destroyForcibly();
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("It was interrupted.", e);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private void submit(HttpConnection connection, Owed registration) {
        var request = registration.submission(system.registrations());
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            ledger.write(registration.id(), attempt, Ledger.SENT);
            try {
                int status = connection.send(request).status();
                ledger.write(registration.id(), attempt, Integer.toString(status));
                if (status != UNAVAILABLE) return;
            } catch (IOException e) {
                ledger.write(registration.id(), attempt, Ledger.NO_ANSWER);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("It was interrupted.", e);
        }
    }
}
