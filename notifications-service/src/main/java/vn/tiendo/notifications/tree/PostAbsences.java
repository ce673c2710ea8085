package vn.tiendo.notifications.tree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;

/// Keeps on which days holders of posts are away, beside the posts themselves.
@ApplicationScoped
public class PostAbsences implements EventHandler {

    @Inject
    EntityManager entities;

    private record PostState(UUID id, @Nullable List<Absence> absences) {}

    private record Absence(LocalDate from, LocalDate to) {}

    @Override
    public String topic() {
        return "plans.post.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        var post = event.as(PostState.class);
        entities.createNativeQuery("delete from post_absence where post_id = ?1")
                .setParameter(1, post.id)
                .executeUpdate();
        if (post.absences != null) {
            post.absences.forEach(absence -> entities.createNativeQuery("""
                            insert into post_absence (post_id, away_from, away_to) values (?1, ?2, ?3)
                            on conflict on constraint post_absence_key
                              do update set away_to = greatest(post_absence.away_to, excluded.away_to)""")
                    .setParameter(1, post.id)
                    .setParameter(2, absence.from)
                    .setParameter(3, absence.to)
                    .executeUpdate());
        }
    }
}
