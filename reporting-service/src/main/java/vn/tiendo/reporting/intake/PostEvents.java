package vn.tiendo.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import vn.tiendo.kit.reach.ReachEvents;

/// Keeps who holds which post.
@ApplicationScoped
public class PostEvents extends ReachEvents.Posts {}
