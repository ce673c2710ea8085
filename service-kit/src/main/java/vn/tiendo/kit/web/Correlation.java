package vn.tiendo.kit.web;

import jakarta.enterprise.context.RequestScoped;
import vn.tiendo.kit.time.Uuid7;

/// The id that ties an answer, its log lines, its audit records and its events together.
@RequestScoped
public class Correlation {

    private String id = Uuid7.next().toString();

    public String id() {
        return id;
    }

    void continueFrom(String given) {
        id = given;
    }
}
