package vn.tiendo.bench;

import com.fasterxml.jackson.databind.JsonNode;

/// A file of rows that was sent to one of the public imports and waited for.
///
/// @param seconds from the first byte sent until no row waited any more
record Import(String id, int accepted, int unchanged, int rejected, double seconds) {

    /// @param path of the import, such as `/members/imports`
    /// @param query such as `?dryRun=true`; empty for none
    static Import of(Api api, String user, String path, String query, String csv, String key) {
        long began = System.nanoTime();
        var id = api.send(user, path + query, "text/csv", csv, key).id();
        var done =
                api.await(user, path + "/" + id + "?limit=1", "importing", answer -> answer.hasNonNull("completedAt"));
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Import(id, number(done, "accepted"), number(done, "unchanged"), number(done, "rejected"), seconds);
    }

    private static int number(JsonNode answer, String outcome) {
        return answer.path(outcome).asInt();
    }

    /// The first refusals, for whoever has to find out why.
    static String refusals(Api api, String user, String path, String id) {
        return api.get(user, path + "/" + id + "?outcome=REJECTED&limit=3")
                .body()
                .path("outcomes")
                .toString();
    }
}
