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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.security.CurrentActor;

/// Keeps the answer of a POST with its key in the transaction of its effect, and gives it again.
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotencyInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{8,64}");

    private static final Set<Class<? extends Annotation>> NOT_THE_BODY = Set.of(
            Context.class,
            HeaderParam.class,
            CookieParam.class,
            PathParam.class,
            QueryParam.class,
            BeanParam.class,
            RestHeader.class,
            RestCookie.class,
            RestPath.class,
            RestQuery.class);

    @Inject
    HttpServerRequest request;

    @Inject
    CurrentActor actor;

    @Inject
    Session session;

    @Inject
    ObjectMapper json;

    private record Kept(byte[] fingerprint, int status, String headers, byte @Nullable [] body) {}

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        var key = request.getHeader(HEADER);
        if (key == null || !request.method().name().equals("POST")) {
            return invocation.proceed();
        }
        if (!SANE.matcher(key).matches()) {
            throw new KitProblem.InvalidIdempotencyKey();
        }
        if (!Response.class.isAssignableFrom(invocation.getMethod().getReturnType())) {
            throw new IllegalStateException(invocation.getMethod() + " is @Idempotent, so it must return a Response");
        }
        var fingerprint = fingerprint(invocation);
        return QuarkusTransaction.joiningExisting().call(() -> {
            if (!claim(key, fingerprint)) {
                var kept = find(key);
                // A row without answer can only be this transaction's own: one method of the resource calls another.
                return kept.status == 0 ? invocation.proceed() : replay(kept, fingerprint);
            }
            var answer = (Response) invocation.proceed();
            session.flush();
            return keep(key, answer);
        });
    }

    /// Waits for a request with the same key that is still under way, because its row is not committed yet.
    private boolean claim(String key, byte[] fingerprint) {
        return session.doReturningWork(connection -> {
            try (var insert = connection.prepareStatement("""
                insert into idempotency_key (actor, key, fingerprint) values (?, ?, ?) on conflict do nothing""")) {
                insert.setString(1, actor.withoutPosts().id());
                insert.setString(2, key);
                insert.setBytes(3, fingerprint);
                return insert.executeUpdate() == 1;
            }
        });
    }

    private static Response replay(Kept kept, byte[] fingerprint) {
        if (!Arrays.equals(kept.fingerprint, fingerprint)) {
            throw new KitProblem.IdempotencyKeyReused();
        }
        var response = Response.status(kept.status).header("Idempotency-Replayed", "true");
        restore(kept.headers, response);
        if (kept.body != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                    .entity(new String(kept.body, StandardCharsets.UTF_8));
        }
        return response.build();
    }

    private Kept find(String key) {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                select fingerprint, status, headers, body from idempotency_key where actor = ? and key = ?""")) {
                select.setString(1, actor.withoutPosts().id());
                select.setString(2, key);
                try (var row = select.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("A conflicting idempotency key has vanished");
                    }
                    return new Kept(row.getBytes(1), row.getInt(2), row.getString(3), row.getBytes(4));
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
                values.forEach(
                        value -> headers.append(name).append('=').append(value).append('\n'));
            }
        });
        session.doWork(connection -> {
            try (var update = connection.prepareStatement("""
                update idempotency_key set status = ?, headers = ?, body = ? where actor = ? and key = ?""")) {
                update.setInt(1, answer.getStatus());
                update.setString(2, headers.toString());
                update.setBytes(3, body);
                update.setString(4, actor.withoutPosts().id());
                update.setString(5, key);
                update.executeUpdate();
            }
        });
        return answer;
    }

    private static void restore(String lines, Response.ResponseBuilder response) {
        lines.lines()
                .forEach(line ->
                        response.header(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    }

    /// Of the path, the query and the body as it was understood, so that white space does not make another request.
    /// Headers are no part of it: who repeats a request after a stale answer sends another If-Match.
    private byte[] fingerprint(InvocationContext invocation) throws JsonProcessingException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.uri().getBytes(StandardCharsets.UTF_8));
            var declared = invocation.getMethod().getParameters();
            for (int i = 0; i < declared.length; i++) {
                if (Arrays.stream(declared[i].getAnnotations())
                        .noneMatch(annotation -> NOT_THE_BODY.contains(annotation.annotationType()))) {
                    digest.update(json.writeValueAsBytes(invocation.getParameters()[i]));
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
