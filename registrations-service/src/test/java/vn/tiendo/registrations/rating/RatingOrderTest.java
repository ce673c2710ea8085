package vn.tiendo.registrations.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Requests.refused;
import static vn.tiendo.registrations.rating.RatingScene.decide;
import static vn.tiendo.registrations.rating.RatingScene.holder;
import static vn.tiendo.registrations.rating.RatingScene.ok;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;

@QuarkusTest
class RatingOrderTest extends AtYearsEnd {

    @Test
    void a_collective_comes_before_its_members_and_its_head() {
        var group = at.group(at.cell, "INDIVIDUAL");
        var member = at.proposed(group, at.scene.aMember(at.cell), 80, "GOOD");
        var head = at.proposed(group, at.cell, at.scene.aMember(at.cell), true, 80, "GOOD");
        var refusal = decide(at.leader, member, "GOOD");
        refused(refusal, 409, "collective-first");
        refusal.then()
                .body(
                        "detail",
                        is("Tập thể được xếp loại trước thành viên và người đứng đầu: còn 1 tập thể chưa quyết định."));
        refused(decide(at.leader, head, "GOOD"), 409, "collective-first");
        at.rateCell();
        ok(decide(at.leader, member, "GOOD"));
        ok(decide(at.leader, head, "GOOD"));
    }

    @Test
    void subordinate_collectives_come_before_their_superior_and_none_is_opened_after_it() {
        var cells = List.of(at.cell, TestTree.aChildOf(at.unit));
        var ofCells = at.group(at.unit, "COLLECTIVE");
        var proposed = cells.stream()
                .map(cell -> at.proposedCell(ofCells, cell, 80, "GOOD"))
                .toList();
        var unit = at.opened(at.group(at.scene.committee, "COLLECTIVE"), at.unit, null, false);
        at.stepped(unit, at.clerk, at.scene.officer, 80, "GOOD");
        var refusal = decide(at.superior, unit, "GOOD");
        refused(refusal, 409, "subordinates-first");
        refusal.then().body("detail", is("Cấp dưới được xếp loại trước cấp trên: còn 2 chưa quyết định."));
        ok(decide(at.leader, proposed.getFirst(), "GOOD"));
        refused(decide(at.superior, unit, "GOOD"), 409, "subordinates-first");
        ok(decide(at.leader, proposed.getLast(), "GOOD"));
        refused(decide(at.leader, unit, "GOOD"), 403, "role-required");
        ok(decide(at.superior, unit, "GOOD"));
        refused(at.open(ofCells, TestTree.aChildOf(at.unit), null, false), 409, "superior-already-decided");
    }

    @Test
    void the_topmost_collective_is_rated_from_outside_which_its_own_leader_records() {
        var root = at.opened(at.group(at.scene.committee, "COLLECTIVE"), at.scene.committee, null, false);
        at.stepped(root, at.scene.officer, at.scene.officer, 80, "GOOD");
        ok(decide(at.superior, root, "GOOD"));
    }

    @Test
    void the_head_of_a_subordinate_comes_before_the_head_of_its_superior() {
        at.rateCell();
        var unit = at.opened(at.group(at.scene.committee, "COLLECTIVE"), at.unit, null, false);
        at.stepped(unit, at.clerk, at.scene.officer, 80, "GOOD");
        ok(decide(at.superior, unit, "GOOD"));
        var heads = at.group(at.unit, "INDIVIDUAL");
        var below = at.proposed(heads, at.cell, at.scene.aMember(at.cell), true, 80, "GOOD");
        var above = at.proposed(heads, at.unit, at.scene.aMember(at.unit), true, 80, "GOOD");
        var member = at.proposed(heads, at.unit, at.scene.aMember(at.unit), false, 80, "GOOD");
        refused(decide(at.superior, above, "GOOD"), 409, "subordinates-first");
        ok(decide(at.superior, member, "GOOD"));
        ok(decide(at.superior, below, "GOOD"));
        ok(decide(at.superior, above, "GOOD"));
    }

    /// Tried in any order, what is decided always leaves a sequence in which nobody stands before its subordinate.
    @Test
    void whatever_order_is_tried_subordinates_are_decided_first() {
        var nodes = new ArrayList<KnownOrganisation>(List.of(at.unit, at.cell));
        var random = new Random(2025);
        for (int i = 0; i < 6; i++) {
            nodes.add(TestTree.aChildOf(nodes.get(random.nextInt(nodes.size()))));
        }
        var group = at.group(at.scene.committee, "COLLECTIVE");
        var ids = nodes.stream()
                .map(node -> at.stepped(
                        at.opened(group, node, null, false),
                        holder(Role.CELL_SECRETARY, node),
                        at.scene.officer,
                        80,
                        "GOOD"))
                .toList();
        var decided = new HashSet<Integer>();
        for (int attempt = 0; decided.size() < nodes.size() && attempt < 200; attempt++) {
            int i = random.nextInt(nodes.size());
            if (decided.contains(i)) {
                continue;
            }
            var allowed = java.util.stream.IntStream.range(0, nodes.size())
                    .filter(j -> j != i
                            && nodes.get(j).path().startsWith(nodes.get(i).path()))
                    .allMatch(decided::contains);
            var status = decide(at.superior, ids.get(i), "GOOD").statusCode();
            assertThat(status).isEqualTo(allowed ? 200 : 409);
            if (status == 200) {
                decided.add(i);
            }
        }
        assertThat(decided).hasSameSizeAs(nodes);
    }
}
