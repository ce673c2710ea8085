package vn.tiendo.notifications.channel;

/// How far a message on one channel has come.
enum DispatchState {
    /// Waits for its moment, or for the next attempt.
    PLANNED,
    /// Taken over by the mail server or provider.
    SENT,
    /// Known to have arrived.
    DELIVERED,
    /// Given up, refused for good, or reported back.
    FAILED,
    /// Needless before it went: resolved, read before a fallback, or erased.
    CANCELLED,
    /// No address that works, on no channel.
    UNADDRESSED
}
