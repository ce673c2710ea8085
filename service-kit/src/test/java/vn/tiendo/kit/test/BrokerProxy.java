package vn.tiendo.kit.test;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stands between a client and the broker, so that a test can take the broker away and bring it back.
///
/// A broker tells its clients its own address; in answers that name it, the proxy's port is put in its place.
public final class BrokerProxy implements AutoCloseable {

    private static final byte[] HOST = "127.0.0.1".getBytes(StandardCharsets.UTF_8);

    private final int brokerPort;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;

    public BrokerProxy(String bootstrapServers) {
        brokerPort = Integer.parseInt(bootstrapServers.substring(bootstrapServers.lastIndexOf(':') + 1));
        listener = listen(0);
        port = listener.getLocalPort();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /// From now on the broker is away.
    public synchronized void shut() {
        close(listener);
        open.forEach(BrokerProxy::close);
        open.clear();
    }

    public synchronized void reopen() {
        listener = listen(port);
    }

    @Override
    public void close() {
        shut();
    }

    private ServerSocket listen(int wanted) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            Thread.ofVirtual().start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                var client = socket.accept();
                var broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
                open.add(client);
                open.add(broker);
                if (socket.isClosed()) {
                    shut();
                }
                Thread.ofVirtual().start(() -> copy(client, broker, false));
                Thread.ofVirtual().start(() -> copy(broker, client, true));
            }
        } catch (IOException shut) {
            close(socket);
        }
    }

    /// Requests and answers alike are frames: a length of four bytes, then the content.
    private void copy(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            var in = new DataInputStream(from.getInputStream());
            var out = new DataOutputStream(to.getOutputStream());
            while (true) {
                var frame = new byte[in.readInt()];
                in.readFully(frame);
                if (answers) {
                    replaceAddress(frame);
                }
                out.writeInt(frame.length);
                out.write(frame);
                out.flush();
            }
        } catch (IOException ended) {
            open.remove(from);
            open.remove(to);
        }
    }

    private void replaceAddress(byte[] frame) {
        var address = ByteBuffer.allocate(HOST.length + 4)
                .put(HOST)
                .putInt(brokerPort)
                .array();
        for (int at = 0; at + address.length <= frame.length; at++) {
            int same = 0;
            while (same < address.length && frame[at + same] == address[same]) {
                same++;
            }
            if (same == address.length) {
                ByteBuffer.wrap(frame, at + HOST.length, 4).putInt(port);
            }
        }
    }

    private static void close(java.io.Closeable resource) {
        try {
            resource.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
