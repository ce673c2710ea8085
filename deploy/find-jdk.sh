# Sourced by the scripts beside it: sets JAVA_HOME to a JDK of at least version 25, or says in one line what to install.
# Looks at JAVA_HOME first, then in the usual places, where the lowest sufficient version wins. Works with bash 3.2.

jdk_version() { # FOLDER: prints the feature version of the JDK in it, 0 if there is none
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  local version=""
  [ -f "$1/release" ] && version=$(sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p')
  echo "${version:-0}"
}

find_jdk() {
  local needed=25 best="" best_version=0 version folder on_path
  if [ -n "${JAVA_HOME:-}" ] && [ "$(jdk_version "$JAVA_HOME")" -ge "$needed" ]; then
    export JAVA_HOME
    return 0
  fi
  on_path=$(command -v javac || true)
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    on_path=$(dirname "$(dirname "$on_path")")
  fi
  for folder in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jvm/* /usr/local/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home "$on_path"; do
    [ -d "$folder" ] || continue
    version=$(jdk_version "$folder")
    if [ "$version" -ge "$needed" ] && { [ -z "$best" ] || [ "$version" -lt "$best_version" ]; }; then
      best=$folder
      best_version=$version
    fi
  done
  if [ -z "$best" ] && [ -x /usr/libexec/java_home ]; then
    best=$(/usr/libexec/java_home -F -v "$needed+" 2>/dev/null || true)
  fi
  if [ -z "$best" ]; then
    echo "No JDK $needed or newer found: install one (for example Eclipse Temurin $needed from https://adoptium.net) and set JAVA_HOME." >&2
    return 1
  fi
  export JAVA_HOME=$best
}
