package vn.tiendo.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One keep-alive connection for one thread.
///
/// Hardly more than the socket: the client shares its processors with what it measures, and a full HTTP
/// client would take as much of them as a small service does.
final class HttpConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 60_000;
    private static final int UNTIL_CLOSED = -1;

    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    HttpConnection(int port) {
        this.port = port;
    }

    record Reply(int status, byte[] body, @Nullable String etag) {}

    /// @param port part of the host that the request names: the identity provider makes its issuer of it
    static byte[] request(
            int port,
            String method,
            String path,
            String token,
            @Nullable String ifMatch,
            @Nullable String key,
            String contentType,
            byte @Nullable [] body) {
        var head = new StringBuilder(1_200)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1:")
                .append(port)
                .append("\r\nAccept-Language: en\r\n");
        if (!token.isEmpty())
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        if (ifMatch != null) head.append("If-Match: ").append(ifMatch).append("\r\n");
        if (key != null) head.append("Idempotency-Key: ").append(key).append("\r\n");
        if (body != null)
            head.append("Content-Type: ")
                    .append(contentType)
                    .append("\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        var bytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        if (body == null) return bytes;
        var whole = new byte[bytes.length + body.length];
        System.arraycopy(bytes, 0, whole, 0, bytes.length);
        System.arraycopy(body, 0, whole, bytes.length, body.length);
        return whole;
    }

    /// @throws IOException when it is not known whether the request took effect; the next one gets a new connection
    Reply send(byte[] request) throws IOException {
        try {
            var open = open();
            open.getOutputStream().write(request);
            return read();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket open() throws IOException {
        if (socket != null) return socket;
        var opened = new Socket();
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(READ_MILLIS);
        opened.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
        in = new BufferedInputStream(opened.getInputStream(), 16_384);
        socket = opened;
        return opened;
    }

    private Reply read() throws IOException {
        var statusLine = line();
        int status = Integer.parseInt(statusLine.split(" ", 3)[1]);
        int length = UNTIL_CLOSED;
        boolean chunked = false;
        boolean last = false;
        @Nullable String etag = null;
        for (var header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            var value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> last = value.equalsIgnoreCase("close");
                case "etag" -> etag = value;
                default -> {
                    // Nothing that matters here.
                }
            }
        }
        byte[] body;
        if (chunked) {
            body = chunks();
        } else if (length != UNTIL_CLOSED) {
            body = exactly(length);
        } else {
            body = last ? in.readAllBytes() : new byte[0];
        }
        if (last) close();
        return new Reply(status, body, etag);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
            body.write(exactly(size));
            line();
            if (size == 0) return body.toByteArray();
        }
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException("the answer ended early");
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the connection was closed");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() {
        if (socket == null) return;
        try {
            socket.close();
        } catch (IOException e) {
            // Gone already.
        }
        socket = null;
    }
}
