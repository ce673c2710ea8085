package vn.tiendo.launcher.sample;

/// Access tokens of sample users, by their subject.
@FunctionalInterface
public interface TokenSource {
    String tokenOf(String subject);
}
