package vn.tiendo.kit.sample;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.time.Uuid7;

@Entity
public class Thing implements Versioned {

    public static final EventStream<Thing> STREAM =
            new EventStream<>("plans.activity.v1", thing -> new State(thing.id, thing.label, thing.version));

    record State(UUID id, String label, long version) {}

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private UUID organisationId;
    private String organisationPath;
    private String label;

    protected Thing() {}

    public Thing(UUID organisationId, String organisationPath, String label) {
        this.organisationId = organisationId;
        this.organisationPath = organisationPath;
        this.label = label;
    }

    public void rename(String other) {
        label = other;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    public String label() {
        return label;
    }

    public String organisationPath() {
        return organisationPath;
    }

    public UUID organisationId() {
        return organisationId;
    }
}
