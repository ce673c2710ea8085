package vn.tiendo.launcher;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import vn.tiendo.launcher.sample.TokenSource;

/// Tokens of the development identity provider, which signs for any subject.
record DevelopmentTokens(int port) implements TokenSource {
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    @Override
    public String tokenOf(String subject) {
        var form = "grant_type=client_credentials&client_secret=x&scope=tiendo&client_id="
                + URLEncoder.encode(subject, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(Ports.http(port, "/tiendo/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            var token = ACCESS_TOKEN.matcher(answer);
            if (!token.find()) throw new IllegalStateException("no token for " + subject + ": " + answer);
            return token.group(1);
        } catch (IOException e) {
            throw new IllegalStateException("the identity provider does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
