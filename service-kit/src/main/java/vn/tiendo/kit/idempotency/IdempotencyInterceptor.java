package vn.tiendo.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.security.CurrentActor;

@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotencyInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{8,64}");

    @Inject
    HttpServerRequest request;

    @Inject
    CurrentActor actor;

    @Inject
    Session session;

    @Inject
    ObjectMapper json;

    private record Kept(byte[] fingerprint, int status, Map<String, String> headers, byte @Nullable [] body) {}

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        var key = request.getHeader(HEADER);
        if (key == null || !request.method().name().equals("POST")) {
            return invocation.proceed();
        }
        if (!SANE.matcher(key).matches()) {
            throw new KitProblem.InvalidIdempotencyKey();
        }
        var fingerprint = fingerprint(invocation.getParameters());
        return QuarkusTransaction.joiningExisting().call(() -> {
            if (!claim(key, fingerprint)) {
                return replay(key, fingerprint);
            }
            var answer = asResponse(invocation.proceed());
            session.flush();
            return keep(key, answer);
        });
    }

    /// Waits for a request with the same key that is still under way, because its row is not committed yet.
    private boolean claim(String key, byte[] fingerprint) {
        return session.doReturningWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into idempotency_key (actor, key, fingerprint) values (?, ?, ?) on conflict do nothing""")) {
                insert.setString(1, actor.get().id());
                insert.setString(2, key);
                insert.setBytes(3, fingerprint);
                return insert.executeUpdate() == 1;
            }
        });
    }

    private Response replay(String key, byte[] fingerprint) throws JsonProcessingException {
        var kept = find(key);
        if (!Arrays.equals(kept.fingerprint, fingerprint)) {
            throw new KitProblem.IdempotencyKeyReused();
        }
        var response = Response.status(kept.status).header("Idempotency-Replayed", "true");
        kept.headers.forEach(response::header);
        if (kept.body != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(new String(kept.body, StandardCharsets.UTF_8));
        }
        return response.build();
    }

    private Kept find(String key) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                    select fingerprint, status, headers, body from idempotency_key where actor = ? and key = ?""")) {
                select.setString(1, actor.get().id());
                select.setString(2, key);
                try (var row = select.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("A conflicting idempotency key has vanished");
                    }
                    return new Kept(row.getBytes(1), row.getInt(2), headers(row.getString(3)), row.getBytes(4));
                }
            }
        });
    }

    private Response keep(String key, Response answer) throws JsonProcessingException {
        var body = answer.getEntity() == null ? null : json.writeValueAsBytes(answer.getEntity());
        var headers = new StringBuilder();
        answer.getStringHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                    && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                headers.append(name).append('=').append(values.getFirst()).append('\n');
            }
        });
        session.doWork(connection -> {
            try (var update = connection.prepareStatement("""
                    update idempotency_key set status = ?, headers = ?, body = ? where actor = ? and key = ?""")) {
                update.setInt(1, answer.getStatus());
                update.setString(2, headers.toString());
                update.setBytes(3, body);
                update.setString(4, actor.get().id());
                update.setString(5, key);
                update.executeUpdate();
            }
        });
        return answer;
    }

    private static Response asResponse(@Nullable Object result) {
        if (result instanceof Response response) {
            return response;
        }
        return result == null
                ? Response.noContent().build()
                : Response.ok(result).build();
    }

    private static Map<String, String> headers(String lines) {
        var headers = new LinkedHashMap<String, String>();
        lines.lines()
                .forEach(line ->
                        headers.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return headers;
    }

    /// Of the path, the query and the body as it was understood, so that white space does not make another request.
    private byte[] fingerprint(@Nullable Object[] parameters) throws JsonProcessingException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.uri().getBytes(StandardCharsets.UTF_8));
            for (var parameter : parameters) {
                if (parameter instanceof Record || parameter instanceof Iterable<?>) {
                    digest.update(json.writeValueAsBytes(parameter));
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
