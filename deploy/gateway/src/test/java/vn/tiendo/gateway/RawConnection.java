package vn.tiendo.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A plain socket to the gateway, for what no HTTP client would send.
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    RawConnection(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
    }

    /// Sends one request and reads until the gateway closes the connection.
    static String exchange(int port, String request) throws IOException {
        try (var connection = new RawConnection(port)) {
            connection.send(request);
            return new String(connection.in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /// Reads until the text ends so.
    String readUntil(String ending) throws IOException {
        var read = new StringBuilder();
        while (!read.toString().endsWith(ending)) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
