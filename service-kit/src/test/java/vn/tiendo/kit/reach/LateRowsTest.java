package vn.tiendo.kit.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.sample.Thing;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestTree;

@QuarkusTest
class LateRowsTest {

    @Inject
    ReachRepository organisations;

    @Inject
    LateRows lateRows;

    @Inject
    EntityManager entities;

    private final KnownOrganisation old = TestTree.aChildOf(TestTree.aRoot());
    private final KnownOrganisation superior = TestTree.aRoot();
    private HeldTask held;

    @BeforeEach
    void hold() {
        held = HeldTask.named("late-rows");
    }

    @AfterEach
    void letGo() {
        held.close();
    }

    @Test
    void a_row_written_with_a_path_of_before_a_move_follows_it() {
        var moved = moved();
        var late = new Thing(old.id(), old.path(), UUID.randomUUID().toString());
        var other = new Thing(superior.id(), superior.path(), UUID.randomUUID().toString());
        QuarkusTransaction.requiringNew().run(() -> organisations.put(moved));
        QuarkusTransaction.requiringNew().run(() -> {
            entities.persist(late);
            entities.persist(other);
        });
        assertThat(pathOf(late.id())).isEqualTo(old.path());
        QuarkusTransaction.requiringNew().run(lateRows::pass);
        assertThat(pathOf(late.id())).isEqualTo(moved.path());
        assertThat(pathOf(other.id())).isEqualTo(superior.path());
    }

    @Test
    void an_organisation_that_has_come_back_keeps_its_rows() {
        QuarkusTransaction.requiringNew().run(() -> organisations.put(moved()));
        QuarkusTransaction.requiringNew().run(() -> organisations.put(old));
        var thing = new Thing(old.id(), old.path(), UUID.randomUUID().toString());
        QuarkusTransaction.requiringNew().run(() -> entities.persist(thing));
        QuarkusTransaction.requiringNew().run(lateRows::pass);
        assertThat(pathOf(thing.id())).isEqualTo(old.path());
    }

    private KnownOrganisation moved() {
        var segment =
                old.path().substring(old.path().lastIndexOf('/', old.path().length() - 2) + 1);
        return new KnownOrganisation(
                old.id(),
                old.code(),
                old.name(),
                old.kind(),
                superior.id(),
                superior.path() + segment,
                old.validFrom(),
                old.validTo());
    }

    private static String pathOf(UUID thing) {
        return TestDatabase.ask("select organisation_path from thing where id = ?", thing)
                .getFirst();
    }
}
